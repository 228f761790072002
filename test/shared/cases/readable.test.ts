import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { givesRights, rightTo } from '../../../shared/cases/case-right.ts';
import { isReadable, readableSections, readableState } from '../../../shared/cases/readable.ts';
import { type EntryId, UserId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, selin } from './test-file.ts';

const today = day('2026-02-03');
const [jonas, petra] = [UserId.parse('6'.repeat(32)), UserId.parse('7'.repeat(32))];

describe('what is readable', () => {
  it('is everything for whoever may read everything, as the very same object', () => {
    const { catalogue, caseState } = consentedFile(today);
    expect(readableState(catalogue, caseState, { protection: true, health: true })).toBe(caseState);
    expect(readableState(catalogue, caseState, { protection: false, health: false })).toBe(caseState);
  });

  it.each(currentCatalogue.fields.filter(({ readers, needs }) => readers !== undefined || needs !== undefined).map((field) => [field.id, field] as const))(
    '%s is gone from answers and texts for others, and its entry with it',
    (_id, field) => {
      const file = consentedFile(today);
      file.answer('consent.health_data', 'granted');
      const entry = field.group === undefined ? null : file.add(field.group);
      file.append(field.record, { type: 'answer', entry, field: field.id, value: { special: 'unknown' }, base: [] });
      if (field.type === 'longtext') file.write(field.id, 'Kanarienvogel', entry);
      const state = field.record === 'case' ? file.caseState : file.person;
      if (state === undefined) throw new Error('no card');
      expect(JSON.stringify(readableState(currentCatalogue, state, { protection: true, health: true }))).toContain(`"${field.id}"`);
      const read = readableState(currentCatalogue, state, { protection: field.readers === undefined, health: field.needs === undefined });
      expect(JSON.stringify(read)).not.toContain(`"${field.id}"`);
      expect(JSON.stringify(read)).not.toContain('Kanarienvogel');
      if (entry !== null && currentCatalogue.fieldsOfGroup(field.group ?? '').every((one) => !isReadable(one, { protection: false, health: false }))) {
        expect(read.entries[entry]).toBeUndefined();
      }
    },
  );

  it('shields what was told to avert a danger like the danger itself', () => {
    const file = consentedFile(today);
    const [legal, school] = [file.add('disclosure'), file.add('disclosure')];
    file.answer('disclosure.basis', 'child_protection_law', legal);
    file.answer('disclosure.basis', 'court_order', school);
    const { entries } = readableState(file.catalogue, file.caseState, { protection: false, health: true });
    expect([entries[legal], entries[school]?.group]).toEqual([undefined, 'disclosure']);
  });

  const shielded = currentCatalogue.fields.filter(({ readers, needs }) => readers !== undefined || needs !== undefined);

  it.each(shielded.map((field) => [field.id, field] as const))('an objection to %s is hidden like what it objects to', (_id, field) => {
    const file = consentedFile(today);
    const dispute = file.add('dispute');
    file.answer('dispute.field', field.id, dispute);
    file.answer('dispute.text', 'Kanarienvogel', dispute);
    const besides = file.add('dispute');
    file.answer('dispute.field', 'person.first_name', besides);
    const read = (protection: boolean, health: boolean) => readableState(file.catalogue, file.caseState, { protection, health });
    const others = read(field.readers === undefined, field.needs === undefined);
    expect(JSON.stringify(others)).not.toContain('Kanarienvogel');
    expect(Object.keys(others.entries)).toEqual([besides]);
    expect(read(true, true)).toBe(file.caseState);
  });

  it('hides what names a hidden entry, and what names that', () => {
    const file = consentedFile(today);
    const [told, school, danger] = [file.add('disclosure'), file.add('disclosure'), file.add('protection')];
    file.answer('disclosure.basis', 'child_protection_law', told);
    file.answer('disclosure.basis', 'court_order', school);
    const pointing = (group: string, field: string, at: EntryId): EntryId => {
      const entry = file.add(group);
      expect(file.answer(field, at, entry).ok).toBe(true);
      return entry;
    };
    const hidden = [pointing('notice', 'notice.disclosure', told), pointing('dispute', 'dispute.entry', told), pointing('dispute', 'dispute.entry', danger)];
    const hiddenToo = pointing('dispute', 'dispute.entry', hidden[1] ?? told);
    const kept = [school, pointing('notice', 'notice.disclosure', school), pointing('dispute', 'dispute.entry', school)];
    const read = readableState(file.catalogue, file.caseState, { protection: false, health: true });
    expect(Object.keys(read.entries).toSorted()).toEqual(kept.toSorted());
    expect(Object.keys(read.answers)).not.toContain(hiddenToo);
  });

  it('is a list of sections without the one on child protection', () => {
    const ids = (protection: boolean) => readableSections(currentCatalogue, { protection, health: true });
    expect(ids(true).filter((id) => !ids(false).includes(id))).toEqual(['KS']);
  });

  it('no field with readers of its own is searched, due or counted', () => {
    const shielded = currentCatalogue.fields.filter(({ readers }) => readers !== undefined);
    expect(shielded.length).toBeGreaterThan(5);
    expect(shielded.filter(({ searched, due, monitoring }) => (searched ?? false) !== false || due !== undefined || monitoring)).toEqual([]);
  });
});

describe('the right to a file', () => {
  const file = { responsible: [selin], deputies: [jonas] };
  const who = (user: UserId, role: 'head' | 'caseworker' = 'caseworker', standsInFor: readonly UserId[] = []) => ({ user, role, standsInFor: new Set(standsInFor) });

  it.each([
    ['the one who is responsible', who(selin), 'responsible'],
    ['the head who is responsible', who(selin, 'head'), 'responsible'],
    ['the deputy of the file', who(jonas), 'deputy'],
    ['who stands in for the responsible one today', who(petra, 'caseworker', [selin]), 'deputy'],
    ['who stands in for somebody else', who(petra, 'caseworker', [jonas]), 'colleague'],
    ['the head', who(petra, 'head'), 'head'],
    ['a colleague', who(petra), 'colleague'],
  ] as const)('%s', (_name, asks, right) => {
    expect(rightTo(file, asks)).toBe(right);
  });

  it('is given on by the responsible one and the head; a file of nobody may be taken', () => {
    const mine = consentedFile(today);
    expect(givesRights('colleague', mine.caseState)).toBe(true);
    mine.answer('case.caseworker_id', selin);
    expect(['responsible', 'head', 'deputy', 'colleague'].map((right) => givesRights(right as never, mine.caseState))).toEqual([true, true, false, false]);
  });
});
