/** Without consent no personal byte comes in: every field of the catalogue, by every procedure of the contract that takes an answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { currentCatalogue as catalogue } from '../../shared/catalogue/catalogue.ts';
import type { Field } from '../../shared/catalogue/types.ts';
import { errorTexts } from '../../shared/messages/errors.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { amira, answerAll, codeOf, readyOffice, type TestOffice } from './support/office.ts';

const canary = 'Kanarienvogelfeder';
const typable = catalogue.fields.filter(({ type, retired }) => type !== 'automatic' && retired !== true);
/** The one exception: child protection rests on the law (§ 8a SGB VIII), not on her consent, so its section takes input at any time. */
const ownBasis = 'protection';
/** Written by acts of their own: see rights/restriction.test.ts and rights/only-by-acts.test.ts. */
const byActs: readonly string[] = ['restriction', 'request'];
const closed = typable.filter(({ beforeConsent, group }) => beforeConsent !== true && group !== ownBasis);

/** Something the field might take; where words go, the word that is looked for. */
function sample({ type, codeList, min }: Field): AnswerValue {
  switch (type) {
    case 'text':
    case 'longtext':
      return canary;
    case 'date':
      return '2026-02-01';
    case 'year_month':
      return '2026-01';
    case 'integer':
    case 'decimal':
      return min ?? 1;
    case 'boolean':
      return true;
    case 'choice':
      return catalogue.codes(codeList ?? '')[0]?.code ?? null;
    case 'multichoice':
      return catalogue.codes(codeList ?? '').slice(0, 1).map(({ code }) => code);
    case 'staff':
    case 'reference':
    case 'automatic':
      return 'a'.repeat(32);
  }
}

let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
});
afterAll(async () => {
  await office.remove();
});

/** What each procedure answers to a value for this field in this place. */
async function tried(caseId: RecordId, field: Field, entry: EntryId | null): Promise<Readonly<Record<string, string>>> {
  const { cases } = office.client;
  const at = { caseId, entry, field: field.id, base: [] };
  const value = sample(field);
  const text = field.type === 'longtext';
  const calls: Record<string, Promise<unknown>> = {
    answer: cases.answer({ ...at, value }),
    special: cases.answer({ ...at, value: { special: 'unknown' } }),
    answerAll: cases.answerAll({ caseId, answers: [{ entry, field: field.id, value, base: [] }] }),
  };
  if (text) calls['editText'] = cases.editText({ ...at, text: canary });
  if (field.group !== undefined && catalogue.group(field.group)?.parents === undefined) {
    calls['enter'] = cases.enter({ caseId, group: field.group, parent: null, answers: text ? {} : { [field.id]: value }, texts: text ? { [field.id]: canary } : {} });
  }
  return Object.fromEntries(await Promise.all(Object.entries(calls).map(async ([name, call]) => [name, await codeOf(call)] as const)));
}

function everythingWritten(caseId: RecordId): string {
  const { store, cases } = casesContext(openContext(office.core.context));
  return JSON.stringify([cases.read((tx) => tx.histories.read(caseId)), store.desk.read((tx) => tx.histories.read(caseId))]);
}

describe('before any consent', { timeout: 300_000 }, () => {
  it('every closed field of the file is refused by every procedure, and nothing is left of what was tried', async () => {
    const { row } = await office.client.cases.create();
    const before = everythingWritten(row.id);
    for (const field of closed) {
      const codes = await tried(row.id, field, null);
      // A field of an entry has no place yet: there is no entry to answer in, and none can be made with it.
      const expected = field.group === undefined ? 'CONSENT_MISSING' : 'ENTRY_UNKNOWN';
      expect([field.id, codes]).toEqual([field.id, Object.fromEntries(Object.keys(codes).map((name) => [name, name !== 'enter' ? expected : byActs.includes(field.group ?? '') ? 'ANSWER_INVALID' : 'CONSENT_MISSING']))]);
    }
    for (const { id, parents } of catalogue.groupsIn(null)) {
      if (id === ownBasis || parents !== undefined || catalogue.fieldsOfGroup(id).some(({ beforeConsent }) => beforeConsent === true)) continue;
      const code = await codeOf(office.client.cases.addEntry({ caseId: row.id, group: id, parent: null }));
      expect([id, code]).toEqual([id, id === 'disclosure' ? 'DISCLOSURE_WITHOUT_BASIS' : 'CONSENT_MISSING']);
    }
    expect(everythingWritten(row.id)).toBe(before);
  });

  it('entries that may be made before it take no closed field either', async () => {
    const { row } = await office.client.cases.create();
    const open = catalogue.groupsIn(null).filter(({ id }) => catalogue.fieldsOfGroup(id).some(({ beforeConsent }) => beforeConsent === true));
    expect(open.map(({ id }) => id).sort()).toEqual(['appointment', 'contact', 'course_event', 'notice', 'request', 'restriction', 'task']);
    for (const { id } of open.filter((group) => !byActs.includes(group.id))) {
      const { entry } = await office.client.cases.addEntry({ caseId: row.id, group: id, parent: null });
      for (const field of closed.filter(({ group }) => group === id)) {
        const codes = await tried(row.id, field, entry);
        expect([field.id, [...new Set(Object.values(codes))]]).toEqual([field.id, ['CONSENT_MISSING']]);
      }
    }
    expect(everythingWritten(row.id)).not.toContain(canary);
  });

  it('what fills the gaps fills no closed field', async () => {
    const { row } = await office.client.cases.create();
    const { answers } = await office.client.cases.fillGaps({ caseId: row.id, section: null });
    const filled = Object.values(answers).flatMap((fields) => Object.entries(fields).filter(([, { heads }]) => heads.some(({ authorName }) => authorName !== '')).map(([id]) => id));
    expect(filled.filter((id) => closed.some((field) => field.id === id))).toEqual([]);
  });

  it('the lock says what to do', () => {
    expect(errorTexts.CONSENT_MISSING.advice).toContain('unter 1.1');
    expect(errorTexts.HEALTH_CONSENT_MISSING.advice).toContain('unter 1.1');
  });
});

describe('after a withdrawal', { timeout: 300_000 }, () => {
  it('every closed field of every entry that is there is refused again', async () => {
    const { row } = await answerAll(office, await amira(office), [{ field: 'consent.health_data', value: 'granted' }]);
    const caseId = row.id;
    const entries = new Map<string, EntryId>();
    const addIn = async (group: string, parent: EntryId | null): Promise<void> => {
      if (group === 'disclosure') {
        entries.set(group, (await office.client.cases.enter({ caseId, group, parent, answers: { 'disclosure.basis': 'anonymous_consultation', 'disclosure.recipient_name': 'Fachberatung' }, texts: { 'disclosure.content': 'Fehlzeiten' } })).entry);
      } else if (!entries.has(group)) entries.set(group, (await office.client.cases.addEntry({ caseId, group, parent })).entry);
      for (const child of catalogue.groupsIn(group)) if (!entries.has(child.id)) await addIn(child.id, entries.get(group) ?? null);
    };
    // What a law allows to tell may still be written down afterwards (after-withdrawal.test.ts); a consultation without a name may not.
    for (const { id } of catalogue.groupsIn(null)) if (!byActs.includes(id)) await addIn(id, null);
    entries.set('request', (await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: IsoDay.parse('2026-03-02'), identity: 'known' })).entry);
    await office.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: '2026-03-02' });
    const before = everythingWritten(caseId);
    for (const field of closed) {
      const codes = await tried(caseId, field, field.group === undefined ? null : (entries.get(field.group) ?? null));
      // A new entry of a group that only acts write is refused before anybody asks for a consent.
      const expected = Object.keys(codes).map((name) => [name, name === 'enter' && byActs.includes(field.group ?? '') ? 'ANSWER_INVALID' : 'CONSENT_MISSING']);
      expect([field.id, codes]).toEqual([field.id, Object.fromEntries(expected)]);
    }
    expect(everythingWritten(caseId)).toBe(before);
  });
});

describe('without the consent to health data', { timeout: 300_000 }, () => {
  it('every field of health is refused by every procedure, with its own code', async () => {
    const { row } = await amira(office);
    const health = typable.filter(({ needs }) => needs === 'health_consent');
    expect(health.length).toBeGreaterThan(3);
    const before = everythingWritten(row.id);
    for (const field of health) {
      const codes = await tried(row.id, field, null);
      expect([field.id, [...new Set(Object.values(codes))]]).toEqual([field.id, [field.group === undefined ? 'HEALTH_CONSENT_MISSING' : 'ENTRY_UNKNOWN']]);
    }
    expect(everythingWritten(row.id)).toBe(before);
  });
});
