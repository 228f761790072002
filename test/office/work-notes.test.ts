import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { sweep } from '../../office/forgetting/sweep.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { ActId, RecordId } from '../../shared/domain/ids.ts';
import { placesOf, scanFolder } from '../support/decrypting-scan.ts';
import { amira, answerAll, codeOf, password, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await readyOffice();
});
afterEach(async () => office.remove());

const canary = 'Seidenraupenzuchtanlage';
const newAct = () => ActId.parse(randomId());
const as = (login: string) => office.client.session.unlock({ login, password });
const notes = async (caseId: RecordId) => (await office.client.workNotes.list({ caseId })).map(({ text }) => text);
const noteIds = () => casesContext(openContext(office.core.context)).cases.read((tx) => tx.histories.ids('note'));
const erased = () => listErasures(openContext(office.core.context).store).map(({ reason }) => reason);
function keysNow() {
  const { deskKey, casesKey } = insideOf(openContext(office.core.context).store).keys;
  return { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}
const write = (caseId: RecordId, text = canary) => office.client.workNotes.write({ caseId, text });

describe('a work note', () => {
  test('is written, changed and removed by its author; it keeps the day it deletes itself', async () => {
    const { row } = await amira(office);
    const [note] = await write(row.id, '  Nachfragen: Was meinte sie mit „bald“?  ');
    expect(note).toMatchObject({ text: 'Nachfragen: Was meinte sie mit „bald“?', writtenOn: '2026-03-02', deleteOn: '2026-04-01' });
    if (note === undefined) throw new Error('no note');

    office.clock.day = IsoDay.parse('2026-03-20');
    office.clock.now = new Date('2026-03-20T09:00:00Z');
    const changed = await office.client.workNotes.change({ caseId: row.id, note: note.id, text: 'Erledigt.' });
    expect(changed).toEqual([{ ...note, text: 'Erledigt.' }]);
    expect((await write(row.id, 'Zweite')).map(({ text }) => text)).toEqual(['Zweite', 'Erledigt.']);
    expect((await office.client.workNotes.remove({ caseId: row.id, note: note.id })).map(({ text }) => text)).toEqual(['Zweite']);
    expect(await codeOf(office.client.workNotes.change({ caseId: row.id, note: note.id, text: 'Noch einmal' }))).toBe('NOTE_NOT_FOUND');
    expect(await office.client.workNotes.remove({ caseId: row.id, note: note.id })).toHaveLength(1);
  });

  test('is done once, however often a lost answer is asked for again', async () => {
    const { row } = await amira(office);
    const wish = { caseId: row.id, act: newAct(), text: 'Einmal' };
    const first = await office.client.workNotes.write(wish);
    expect(await office.client.workNotes.write(wish)).toEqual(first);
    const [note] = first;
    if (note === undefined) throw new Error('no note');
    const change = { caseId: row.id, act: newAct(), note: note.id, text: 'Anders' };
    expect(await office.client.workNotes.change(change)).toEqual(await office.client.workNotes.change(change));
    await office.client.workNotes.remove({ caseId: row.id, note: note.id });
    // The first call comes once more when the note has gone: it stays gone.
    expect(await office.client.workNotes.write(wish)).toEqual([]);
  });

  test('takes no words before she has agreed or after she took it back; what is there can go', async () => {
    const { row } = await office.client.cases.create();
    expect(await codeOf(write(row.id))).toBe('CONSENT_MISSING');
    expect(await codeOf(write(RecordId.parse('0'.repeat(32))))).toBe('CASE_NOT_FOUND');
    const view = await amira(office);
    const [note] = await write(view.row.id);
    await answerAll(office, view, [{ field: 'consent.data_processing_status', value: 'withdrawn' }]);
    if (note === undefined) throw new Error('no note');
    expect(await codeOf(office.client.workNotes.change({ caseId: view.row.id, note: note.id, text: 'x' }))).toBe('CONSENT_MISSING');
    expect(await office.client.workNotes.remove({ caseId: view.row.id, note: note.id })).toEqual([]);
  });

  test('is in no view, search, history, export, print or log of the case, and in no Meldung', async () => {
    const view = await amira(office);
    await write(view.row.id);
    const { client } = office;
    const open = await client.cases.open({ caseId: view.row.id });
    const context = casesContext(openContext(office.core.context));
    const everything = JSON.stringify([
      open,
      await (await client.cases.export({ caseId: view.row.id })).text(),
      await client.search.everywhere({ text: canary }),
      (await client.cases.list({ mine: false, text: canary, sort: 'name', descending: false, offset: 0, limit: 10 })).rows,
      await client.start.overview(),
      context.cases.read((tx) => tx.audit.read({ record: view.row.id, limit: 100 })),
      context.cases.read((tx) => tx.histories.read(view.row.id)),
      await client.monitoring.preview({ deliveryId: (await client.monitoring.build({ year: 2026, half: null })).delivery.id }),
      office.documents.printed,
      office.log,
    ]);
    expect(everything).not.toContain(canary);
    expect(await client.search.everywhere({ text: canary })).toEqual([]);
  });
});

describe('nobody but its author', () => {
  test('sees, changes or removes it: not the colleague, not the deputy, not the head', async () => {
    for (const [login, displayName] of [['selin', 'Selin Yıldız'], ['jonas', 'Jonas Brandt']] as const)
      await office.client.access.add({ login, displayName, role: 'caseworker', password });
    await as('selin');
    const { row } = await amira(office);
    const [note] = await write(row.id);
    if (note === undefined) throw new Error('no note');
    for (const other of ['jonas', 'petra']) {
      await as(other);
      expect(await notes(row.id)).toEqual([]);
      expect(await codeOf(office.client.workNotes.change({ caseId: row.id, note: note.id, text: 'fremd' }))).toBe('NOTE_NOT_FOUND');
      expect(await codeOf(office.client.workNotes.remove({ caseId: row.id, note: note.id }))).toBe('NOTE_NOT_FOUND');
      await write(row.id, `von ${other}`);
      expect(await notes(row.id)).toEqual([`von ${other}`]);
    }
    await as('selin');
    expect(await notes(row.id)).toEqual([canary]);
  }, 120_000);

  test('it is destroyed when she leaves, and nobody else loses one', async () => {
    const list = await office.client.access.add({ login: 'selin', displayName: 'Selin Yıldız', role: 'caseworker', password });
    const selin = list.find(({ login }) => login === 'selin');
    await as('selin');
    const { row } = await amira(office);
    await write(row.id);
    await as('petra');
    await write(row.id, 'bleibt hier stehen');
    const keys = keysNow();
    expect(placesOf(scanFolder(office.dir, keys, [canary]), canary).length).toBeGreaterThan(0);
    if (selin === undefined) throw new Error('not added');
    await office.client.access.remove({ user: selin.id });

    expect(scanFolder(office.dir, keys, [canary]).finds).toEqual([]);
    expect(await notes(row.id)).toEqual(['bleibt hier stehen']);
    expect((await office.client.audit.verify()).doors.map((door) => door.brokenAt)).toEqual([null, null]);
  }, 120_000);
});

describe('a work note deletes itself', () => {
  test('30 days after it was written: no byte is left, the case is as it was', async () => {
    const view = await amira(office);
    await write(view.row.id);
    const keys = keysNow();
    office.clock.day = IsoDay.parse('2026-03-31');
    await sweep(office.core.context);
    expect(await notes(view.row.id)).toEqual([canary]);

    office.clock.day = IsoDay.parse('2026-04-01');
    expect(await notes(view.row.id)).toEqual([]);
    await sweep(office.core.context);
    const scan = scanFolder(office.dir, keys, [canary]);
    expect([scan.finds, scan.unread]).toEqual([[], []]);
    expect(noteIds()).toEqual([]);
    expect(erased()).toEqual(['retention']);
    expect((await office.client.cases.open({ caseId: view.row.id })).row.name).toBe('Haddad, Amira');
    await sweep(office.core.context);
    expect(erased()).toHaveLength(1);
  });

  test('when the support has ended', async () => {
    const view = await amira(office);
    await answerAll(office, view, [{ field: 'case.support_form', value: 'counselling' }]);
    await write(view.row.id);
    await office.client.cases.end({ caseId: view.row.id, day: IsoDay.parse('2026-03-02'), reason: 'goals_reached' });
    expect(await notes(view.row.id)).toEqual([]);
    await sweep(office.core.context);
    expect(noteIds()).toEqual([]);
  });

  test('with the young person', async () => {
    const [hers, other] = [await amira(office), await amira(office)];
    await write(hers.row.id);
    await write(other.row.id, 'Nachtfalterbeobachtung');
    const keys = keysNow();
    await eraseRecords(openContext(office.core.context), [hers.row.id], 'wish');
    expect(scanFolder(office.dir, keys, [canary]).finds).toEqual([]);
    expect(await notes(other.row.id)).toEqual(['Nachtfalterbeobachtung']);
  });

  test('also when it came back with a backup made before', async () => {
    const { row } = await amira(office);
    const [note] = await write(row.id);
    await write(row.id, 'Nachtfalterbeobachtung');
    const backup = (await office.client.safety.backupNow()).backups[0]?.name ?? '';
    if (note === undefined) throw new Error('no note');
    await office.client.workNotes.remove({ caseId: row.id, note: note.id });
    await office.client.safety.restore({ backup, secret: { login: null, password } });
    await office.client.session.unlock({ login: null, password });
    expect(await notes(row.id)).toEqual(['Nachtfalterbeobachtung']);
    expect(scanFolder(office.dir, keysNow(), [canary]).finds).toEqual([]);
  }, 120_000);

  test('of an office whose row cannot be made just now only by its day', async () => {
    const { row } = await amira(office);
    await write(row.id);
    const { cases } = casesContext(openContext(office.core.context));
    cases.write((tx) => { tx.projections.clear(); });
    await sweep(office.core.context);
    expect(noteIds()).toHaveLength(1);
  });
});
