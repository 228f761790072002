/** Kurzberatungen without a file: entered in one go, every answer may stay open, none counted twice. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { derivedDigest } from '../../db/check/derived-digest.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { rebuildStates } from '../../db/check/rebuild-derived.ts';
import { insideOf } from '../../db/open-store.ts';
import { sweep } from '../../office/forgetting/sweep.ts';
import { randomId, sha256Hex } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { ActId, EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { tallyCatalogue } from '../../shared/tally/tally-catalogue.ts';
import { amira, codeOf, readyOffice, type TestOffice } from './support/office.ts';

const newAct = () => ActId.parse(randomId());
const from = IsoDay.parse('2026-01-01');
const to = IsoDay.parse('2026-12-31');

let office: TestOffice;
beforeAll(async () => { office = await readyOffice(); });
afterAll(async () => { await office.remove(); });

function counted(year: number): readonly string[] {
  const { cases } = insideOf(openContext(office.core.context).store).databases;
  return cases?.prepare<[number], string>('SELECT codes FROM monitoring_tallies WHERE year = ? ORDER BY codes').pluck().all(year) ?? [];
}

async function enterOne(answers: Parameters<TestOffice['client']['tally']['enter']>[0]['rows'][number] = {}) {
  const [row] = await office.client.tally.enter({ rows: [answers] });
  if (row === undefined) throw new Error('nothing was entered');
  return row;
}

describe('an open hour', () => {
  it('is entered in one go, and every answer may stay open', async () => {
    const rows = await office.client.tally.enter({ rows: [{ 'tally.gender': 'w', 'tally.minutes': 15, 'tally.topics': ['housing'] }, {}] });
    expect(rows.map(({ answers, moved, retired, authorName }) => ({ answers, moved, retired, authorName }))).toEqual([
      {
        answers: { 'tally.day': '2026-03-02', 'tally.gender': 'w', 'tally.minutes': 15, 'tally.topics': ['housing'] },
        moved: false,
        retired: false,
        authorName: 'Petra Amsel',
      },
      { answers: { 'tally.day': '2026-03-02' }, moved: false, retired: false, authorName: 'Petra Amsel' },
    ]);
    expect(await office.client.tally.list({ from, to })).toEqual(expect.arrayContaining([...rows]));
  });

  it('is listed as it was typed', async () => {
    const minutes = [35, 5, 20, 10, 30, 15, 25, 40, 45];
    const [first] = await office.client.tally.enter({ rows: minutes.map((one) => ({ 'tally.minutes': one })) });
    const listed = (await office.client.tally.list({ from, to })).filter(({ session }) => session === first?.session);
    expect(listed.map(({ answers }) => answers['tally.minutes'])).toEqual(minutes);
  });

  it('is written once however often it is sent', async () => {
    const wish = { act: newAct(), rows: [{ 'tally.gender': 'm' }, { 'tally.gender': 'd' }] };
    const first = await office.client.tally.enter(wish);
    const all = await office.client.tally.list({ from, to });
    expect(await office.client.tally.enter(wish)).toEqual(first);
    expect(await office.client.tally.list({ from, to })).toEqual(all);
  });

  it.each([
    ['a name', { 'person.first_name': 'Samira' }, 'FIELD_UNKNOWN'],
    ['a note', { 'tally.note': 'kommt aus Herat' }, 'FIELD_UNKNOWN'],
    ['free text in a code', { 'tally.gender': 'Samira' }, 'ANSWER_INVALID'],
    ['a day that is still to come', { 'tally.day': '2026-03-03' }, 'ANSWER_INVALID'],
    ['that it was moved', { 'tally.moved': true }, 'ANSWER_INVALID'],
  ])('takes no %s, and then none of its rows', async (_what, answers, code) => {
    const before = await office.client.tally.list({ from, to });
    expect(await codeOf(office.client.tally.enter({ rows: [{ 'tally.gender': 'w' }, answers] }))).toBe(code);
    expect(await office.client.tally.list({ from, to })).toEqual(before);
  });

  test('has no field a name or a sentence could go into', () => {
    expect(tallyCatalogue.fields.filter(({ type }) => type === 'text' || type === 'longtext')).toEqual([]);
    expect(tallyCatalogue.fields.filter(({ required }) => required !== undefined).map(({ id }) => id)).toEqual(['tally.day']);
  });
});

describe('a Kurzberatung', () => {
  it('is put right', async () => {
    const { session, entry } = await enterOne({ 'tally.gender': 'w', 'tally.minutes': 10 });
    const changed = await office.client.tally.change({ session, entry, answers: { 'tally.gender': null, 'tally.minutes': 20 } });
    expect(changed.answers).toEqual({ 'tally.day': '2026-03-02', 'tally.minutes': 20 });
    expect(await codeOf(office.client.tally.change({ session, entry, answers: { 'tally.day': null } }))).toBe('ANSWER_INVALID');
  });

  it('that was taken away counts no more, and counts again when it is taken back', async () => {
    const { session, entry } = await enterOne({ 'tally.minutes': 45 });
    const before = await office.client.tally.summary({ year: 2026 });
    expect((await office.client.tally.retire({ session, entry, retired: true })).retired).toBe(true);
    expect(await office.client.tally.summary({ year: 2026 })).toEqual({ ...before, count: before.count - 1, minutes: before.minutes - 45 });
    expect(counted(2026)).toHaveLength(before.count - 1);
    await office.client.tally.retire({ session, entry, retired: false });
    expect(await office.client.tally.summary({ year: 2026 })).toEqual(before);
    expect(counted(2026)).toHaveLength(before.count);
  });

  it('becomes a contact of a file with its minutes, once, and counts there only', async () => {
    const { row } = await amira(office);
    const { session, entry } = await enterOne({ 'tally.minutes': 20, 'tally.topics': ['housing'], 'tally.channel': 'in_person', 'tally.interpreter': true });
    const before = await office.client.tally.summary({ year: 2026 });
    const wish = { act: newAct(), session, entry, caseId: row.id };
    const view = await office.client.tally.moveToCase(wish);
    const [contact] = view.entries.filter(({ group }) => group === 'contact');
    const said = Object.entries(view.answers[contact?.id ?? ''] ?? {}).map(([field, { heads }]) => [field, heads[0]?.value]);
    expect(Object.fromEntries(said)).toEqual({
      'contact.date': '2026-03-02',
      'contact.recipient': 'young_person',
      'contact.form': 'conversation',
      'contact.duration_min': 20,
      'contact.topics': ['housing'],
      'contact.channel': 'in_person',
      'contact.language': 'interpreter',
    });
    expect(await office.client.tally.summary({ year: 2026 })).toEqual({ ...before, count: before.count - 1, minutes: before.minutes - 20, moved: before.moved + 1 });
    expect(counted(2026)).toHaveLength(before.count - 1);

    expect(await office.client.tally.moveToCase(wish)).toEqual(view);
    expect(await codeOf(office.client.tally.moveToCase({ session, entry, caseId: row.id }))).toBe('ENTRY_UNKNOWN');
    expect(await codeOf(office.client.tally.retire({ session, entry, retired: false }))).toBe('ENTRY_UNKNOWN');
    expect(await codeOf(office.client.tally.change({ session, entry, answers: { 'tally.gender': 'w' } }))).toBe('ENTRY_UNKNOWN');
  });

  it('tells a file the gender it does not know yet, and nothing else of whom it was', async () => {
    const { row } = await office.client.cases.create();
    const move = async (answers: Parameters<typeof enterOne>[0]) => {
      const { session, entry } = await enterOne(answers);
      const view = await office.client.tally.moveToCase({ session, entry, caseId: row.id });
      return Object.fromEntries(Object.entries(view.answers[''] ?? {}).map(([field, { heads }]) => [field, heads.map(({ value }) => value)]));
    };
    const before = Object.keys(await move({ 'tally.gender': { special: 'not_asked' }, 'tally.age_group': '15_18' }));
    expect(before).not.toContain('case.gender');
    const after = await move({ 'tally.gender': 'w', 'tally.age_group': '15_18' });
    expect([after['case.gender'], Object.keys(after).filter((field) => !before.includes(field))]).toEqual([['w'], ['case.gender']]);
    expect((await move({ 'tally.gender': 'm' }))['case.gender']).toEqual(['w']);
  });

  describe('taken into the wrong file', () => {
    async function moved() {
      const file = await amira(office);
      const { session, entry } = await enterOne({ 'tally.minutes': 20 });
      const view = await office.client.tally.moveToCase({ session, entry, caseId: file.row.id });
      const contact = view.entries.find(({ group }) => group === 'contact')?.id;
      if (contact === undefined) throw new Error('no contact came of it');
      const takeContact = (retired: boolean) => office.client.cases.retireEntry({ caseId: file.row.id, entry: contact, retired });
      return { ref: { session, entry }, caseId: file.row.id, takeContact };
    }
    const summary = () => office.client.tally.summary({ year: 2026 });
    /** Where a Kurzberatung names this file: rows, states, histories. */
    const anywhere = (caseId: RecordId): readonly string[] => {
      const { store } = openContext(office.core.context);
      const db = insideOf(store).databases.cases;
      const inHistories = store.cases?.read((tx) => tx.histories.ids('tally').flatMap((id) => tx.histories.read(id))) ?? [];
      const rows = db?.prepare<[], string>('SELECT answers FROM tallies UNION ALL SELECT state FROM record_states').pluck().all() ?? [];
      return [...inHistories.map((one) => JSON.stringify(one)), ...rows].filter((text) => text.includes(sha256Hex(caseId)));
    };

    it('comes back when its contact is taken away, counts again, and goes into the right one', async () => {
      const { ref, takeContact } = await moved();
      const after = await summary();
      await takeContact(true);
      expect(await summary()).toEqual({ ...after, moved: after.moved - 1 });
      const back = await office.client.tally.retire({ ...ref, retired: false });
      expect([back.moved, back.retired, back.answers]).toEqual([false, false, { 'tally.day': '2026-03-02', 'tally.minutes': 20 }]);
      const now = await summary();
      expect(now).toEqual({ ...after, count: after.count + 1, minutes: after.minutes + 20, moved: after.moved - 1 });
      expect(counted(2026)).toHaveLength(now.count);
      expect(counted(2026).join(' ')).not.toContain('moved');
      const right = await amira(office);
      await office.client.tally.moveToCase({ ...ref, caseId: right.row.id });
      expect([await summary(), counted(2026).length]).toEqual([after, after.count]);
    });

    it('counts once also when somebody takes the contact back', async () => {
      const { ref, takeContact } = await moved();
      const after = await summary();
      await takeContact(true);
      await office.client.tally.retire({ ...ref, retired: false });
      await takeContact(false);
      expect(await summary()).toEqual(after);
      expect(counted(2026)).toHaveLength(after.count);
      expect((await office.client.monitoring.ownCount({ year: 2026 })).talks?.shortCounselling.count).toBe(after.count);
    });

    it.each(['retention', 'wish'] as const)('goes whole with the file that is forgotten (%s): a person is counted once, and nothing says who she was', async (reason) => {
      const { ref, caseId } = await moved();
      const after = await summary();
      await eraseRecords(openContext(office.core.context), [caseId], reason);
      expect(await summary()).toEqual({ ...after, moved: after.moved - 1 });
      expect(counted(2026)).toHaveLength(after.count);
      expect(await codeOf(office.client.tally.retire({ ...ref, retired: true }))).toBe('ENTRY_UNKNOWN');
      expect(anywhere(caseId)).toEqual([]);
    });

    it('stays, and is a Kurzberatung like any other, when it came back before the file was forgotten', async () => {
      const { ref, caseId, takeContact } = await moved();
      await takeContact(true);
      await office.client.tally.retire({ ...ref, retired: false });
      const after = await summary();
      await eraseRecords(openContext(office.core.context), [caseId], 'retention');
      expect(await summary()).toEqual(after);
      expect(anywhere(caseId)).toEqual([]);
    });

    it('that moved on into another file goes on with that one, and says nothing of the first', async () => {
      const { ref, caseId, takeContact } = await moved();
      await takeContact(true);
      await office.client.tally.retire({ ...ref, retired: false });
      const right = await amira(office);
      await office.client.tally.moveToCase({ ...ref, caseId: right.row.id });
      const after = await summary();
      await eraseRecords(openContext(office.core.context), [caseId], 'retention');
      expect(await summary()).toEqual(after);
      expect([anywhere(caseId), anywhere(right.row.id).length > 0]).toEqual([[], true]);
    });

    it('goes the next morning when a restore or another PC brought it back', async () => {
      const { ref, caseId } = await moved();
      const open = openContext(office.core.context);
      const back = open.store.cases?.read((tx) => tx.histories.read(ref.session)) ?? [];
      await eraseRecords(open, [caseId], 'retention');
      open.store.cases?.write((tx) => tx.histories.merge(back));
      expect(anywhere(caseId)).not.toEqual([]);
      await sweep(office.core.context);
      expect(anywhere(caseId)).toEqual([]);
      expect((await office.client.tally.list({ from, to })).filter(({ entry }) => entry === ref.entry)).toEqual([]);
    });

    it('comes back when the file was made in error, and says nothing of it', async () => {
      const { ref, caseId } = await moved();
      const after = await summary();
      await eraseRecords(openContext(office.core.context), [caseId], 'mistake');
      expect((await office.client.tally.retire({ ...ref, retired: false })).moved).toBe(false);
      expect((await summary()).count).toBe(after.count + 1);
      const session = openContext(office.core.context).store.cases?.read((tx) => tx.histories.find(ref.session));
      expect(JSON.stringify(session)).not.toContain(caseId);
    });
  });

  it('that nobody entered is unknown', async () => {
    const { session } = await enterOne();
    expect(await codeOf(office.client.tally.retire({ session, entry: EntryId.parse(randomId()), retired: true }))).toBe('ENTRY_UNKNOWN');
  });
});

test('what is counted says no day and no id, and everything can be made anew from the histories', async () => {
  await enterOne({ 'tally.gender': 'w', 'tally.age_group': '15_18' });
  expect(counted(2026).join(' ')).toContain('{"tally.age_group":"15_18","tally.gender":"w"}');
  expect(counted(2026).join(' ')).not.toMatch(/2026-|tally\.day/);
  const { store } = casesContext(openContext(office.core.context));
  const before = { digest: derivedDigest(store).desk, rows: await office.client.tally.list({ from, to }), counted: counted(2026) };
  rebuildStates(store);
  expect({ digest: derivedDigest(store).desk, rows: await office.client.tally.list({ from, to }), counted: counted(2026) }).toEqual(before);
});
