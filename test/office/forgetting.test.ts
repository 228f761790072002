import { afterEach, describe, expect, test } from 'vitest';
import { openContext } from '../../office/base.ts';
import { markStale } from '../../office/cases/stale.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { readSetting } from '../../office/session/settings.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { insideOf } from '../../db/open-store.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { placesOf, scanFolder } from '../support/decrypting-scan.ts';
import { amira, answerAll, codeOf, consent, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(async () => { await office.remove(); });

const word = 'Brombeerwaldläuferin';

/** Amira's file with her words in it, and somebody else's. */
async function twoCases() {
  const view = await amira(office);
  const hers = await answerAll(office, view, [
    { field: 'person.last_name', value: word },
    { field: 'person.last_name', value: 'Haddad' },
  ]);
  const other = await answerAll(office, await office.client.cases.create(), [...consent, { field: 'person.last_name', value: 'Nachbarschaftsheim' }]);
  return { hers: RecordId.parse(hers.row.id), other: RecordId.parse(other.row.id) };
}

function keysOf({ core }: TestOffice) {
  const { deskKey, casesKey } = insideOf(openContext(core.context).store).keys;
  return { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}

describe('the head forgets a young person', () => {
  test('and nothing of her is in the data folder, while the other file opens as before', async () => {
    office = await readyOffice();
    const { hers, other } = await twoCases();
    const keys = keysOf(office);
    const context = openContext(office.core.context);
    context.store.desk.write((tx) => { markStale(tx, context.office, [hers, other]); });
    expect(placesOf(scanFolder(office.dir, keys, [word]), word).length).toBeGreaterThan(0);

    const lines = await eraseRecords(context, [hers], 'wish');

    expect(lines.map(({ number, reason }) => [number, reason])).toEqual([[1, 'wish']]);
    expect(lines[0]?.doneAt).not.toBeNull();
    const scan = scanFolder(office.dir, keys, [word, hers]);
    expect(scan.finds).toEqual([]);
    expect(scan.pages).toBeGreaterThan(0);
    expect(context.store.desk.read((tx) => readSetting(tx, 'stale'))).toEqual({ records: [other] });
    expect(await codeOf(office.client.cases.open({ caseId: hers }))).toBe('CASE_NOT_FOUND');
    expect((await office.client.cases.open({ caseId: other })).row.id).toBe(other);
    expect((await office.client.audit.verify()).doors.map((door) => door.brokenAt)).toEqual([null, null]);
    expect(listErasures(context.store)).toEqual(lines);
  });

  test('nobody else may', async () => {
    office = await readyOffice();
    const { hers } = await twoCases();
    const context = openContext(office.core.context);
    const asCaseworker = { ...context, store: { ...context.store, role: 'caseworker' as const } };
    expect(await codeOf(eraseRecords(asCaseworker, [hers], 'wish'))).toBe('ROLE_NOT_ALLOWED');
    expect((await office.client.cases.open({ caseId: hers })).row.id).toBe(hers);
    expect(listErasures(context.store)).toEqual([]);
  });
});
