import { describe, expect, it } from 'vitest';
import { decideAddEntry } from '../../../shared/cases/decide-entry.ts';
import { liveEntries } from '../../../shared/cases/live-entries.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const fresh = EntryId.parse('e'.repeat(32));

function adding(file: TestFile, group: string, parent: EntryId | null): string {
  const { catalogue, caseState, person, right } = file;
  const decided = decideAddEntry({ catalogue, caseState, person, right, entry: fresh, group, parent });
  return decided.ok ? decided.value.record : decided.error.type;
}

describe('entries', () => {
  it('stand where the catalogue puts them', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    const subgoal = file.add('subgoal', goal);
    expect(adding(file, 'action_step', goal)).toBe('case');
    expect(adding(file, 'action_step', subgoal)).toBe('case');
    expect(adding(file, 'guardian', null)).toBe('person');
    expect(adding(file, 'subgoal', subgoal)).toBe('EntryUnknown');
    expect(adding(file, 'subgoal', null)).toBe('EntryUnknown');
    expect(adding(file, 'goal', goal)).toBe('EntryUnknown');
    expect(adding(file, 'action_step', fresh)).toBe('EntryUnknown');
    expect(adding(file, 'nowhere', null)).toBe('FieldUnknown');
  });

  it('come after the last one and move before another', () => {
    const file = consentedFile(today);
    const [a, b, c] = [file.add('goal'), file.add('goal'), file.add('goal')];
    expect(file.answers.entries('goal')).toEqual([a, b, c]);
    file.move(c, a);
    expect(file.answers.entries('goal')).toEqual([c, a, b]);
    file.move(c, null);
    expect(file.answers.entries('goal')).toEqual([a, b, c]);
    file.move(b, b);
    expect(file.answers.entries('goal')).toEqual([a, b, c]);
  });

  it('move also between two that other PCs gave the same rank', () => {
    const file = consentedFile(today);
    const [a, last] = [file.add('goal'), file.add('goal')];
    const rank = file.caseState.entries[last]?.rank ?? '';
    const [x, y] = [EntryId.parse('e1'.padEnd(32, '0')), EntryId.parse('e2'.padEnd(32, '0'))];
    for (const entry of [x, y]) file.append('case', { type: 'addEntry', entry, group: 'goal', parent: null, rank });
    expect(file.answers.entries('goal')).toEqual([a, last, x, y]);
    file.move(a, y);
    expect(file.answers.entries('goal')).toEqual([last, x, a, y]);
    file.move(y, last);
    expect(file.answers.entries('goal')).toEqual([y, last, x, a]);
  });

  it('move nowhere when the place is in another goal', () => {
    const file = consentedFile(today);
    const [a, b] = [file.add('goal'), file.add('goal')];
    const [step, other] = [file.add('action_step', a), file.add('action_step', b)];
    expect(() => file.move(step, other)).toThrow('EntryUnknown');
  });

  it('leave the form with everything that stands in them, and come back with it', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    const step = file.add('action_step', goal);
    file.retire(goal);
    expect(liveEntries(file.catalogue, file.answers)).toEqual([]);
    expect(adding(file, 'action_step', goal)).toBe('EntryUnknown');
    file.retire(goal, false);
    expect(liveEntries(file.catalogue, file.answers).map((entry) => entry.id)).toEqual([goal, step]);
  });

  it('still take what somebody was typing when a colleague took them away', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    file.retire(goal);
    expect(file.answer('goal.area', 'language', goal).ok).toBe(true);
  });

  it('can be taken away after the consent was withdrawn, but not brought back', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    file.answer('consent.data_processing_status', 'withdrawn');
    file.retire(goal);
    expect(() => file.retire(goal, false)).toThrow('ConsentMissing');
  });
});
