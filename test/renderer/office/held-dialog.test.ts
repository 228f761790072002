/** Dialogs whose words outlive a lock: for whom, what of them, and which do not open again. */
import { afterEach, describe, expect, it } from 'vitest';
import { AbsenceWords } from '../../../renderer/office/absences/absence-words.svelte.ts';
import { MoveWords, PlanWords } from '../../../renderer/office/appointments/appointment-words.svelte.ts';
import { heldDialog } from '../../../renderer/office/held-dialog.svelte.ts';
import { hasHeldWords, type HeldWords, letGo } from '../../../renderer/office/held-words.ts';
import { ToCaseWords } from '../../../renderer/office/open-hour/to-case-words.svelte.ts';
import { DecideWords } from '../../../renderer/office/rights/decide-words.svelte.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { EntryId, RecordId, UserId } from '../../../shared/domain/ids.ts';

const id = (digit: string): string => digit.repeat(32);
const [selin, jonas] = [UserId.parse(id('5')), UserId.parse(id('6'))];
const [record, entry] = [RecordId.parse(id('1')), EntryId.parse(id('2'))];
const today = IsoDay.parse('2026-03-02');
const place = 'place';

afterEach(() => {
  for (const user of [selin, jonas]) letGo(user, place);
});

/** Each kind as it is begun, and how something is typed into it. */
const kinds: readonly (readonly [string, () => HeldWords, (words: never) => void])[] = [
  ['a Vertretung', () => new AbsenceWords(selin, today), (words: AbsenceWords) => (words.deputy = jonas)],
  ['an appointment', () => new PlanWords(selin), (words: PlanWords) => (words.when = 'Mi 14 Uhr')],
  ['an appointment that is moved', () => new MoveWords(record, entry), (words: MoveWords) => (words.when = 'Do 9:30')],
  ['a file out of a Vormerkung', () => new ToCaseWords(record, today), (words: ToCaseWords) => (words.textVersion = 'Fassung 3')],
  ['the decision of a request', () => new DecideWords(entry, today), (words: DecideWords) => (words.reason = 'Ein Satz zu den Eltern')],
];

describe.each(kinds)('%s', (_kind, begin, type) => {
  it('is in front of her again with what she had typed, and of nobody else', () => {
    const words = begin();
    heldDialog(selin, place).begin(words);
    type(words as never);
    expect(hasHeldWords()).toBe(true);
    expect(heldDialog(selin, place).words).toBe(words);
    expect(heldDialog(jonas, place).words).toBeNull();
  });

  it('in which nothing was typed does not open again by itself', () => {
    heldDialog(selin, place).begin(begin());
    expect(hasHeldWords()).toBe(false);
    expect(heldDialog(selin, place).words).toBeNull();
  });

  it('is gone when it was done or given up', () => {
    const held = heldDialog(selin, place);
    const words = begin();
    held.begin(words);
    type(words as never);
    held.end();
    expect([hasHeldWords(), heldDialog(selin, place).words]).toEqual([false, null]);
  });
});

it('holds ids and what was typed: no name of anybody who stands in a file', () => {
  const fields = Object.keys(new MoveWords(record, entry)).concat(Object.keys(new ToCaseWords(record, today)), Object.keys(new DecideWords(entry, today)));
  expect(fields.filter((name) => /name|phone|view|appointment/i.test(name))).toEqual([]);
});
