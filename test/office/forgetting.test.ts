import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openContext } from '../../office/base.ts';
import { markStale } from '../../office/cases/stale.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { readSetting } from '../../office/session/settings.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { insideOf } from '../../db/open-store.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { placesOf, scanFolder } from '../support/decrypting-scan.ts';
import { guardInBackground } from '../../office/safety/guard.ts';
import { amira, answerAll, codeOf, consent, password, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
const made: string[] = [];
afterEach(async () => {
  await office.remove();
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

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

  test('tables that were built with her in them cannot be sent any more, and those built anew are without her', async () => {
    office = await readyOffice();
    const { hers } = await twoCases();
    const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
    await eraseRecords(openContext(office.core.context), [hers], 'wish');
    expect(await codeOf(office.client.monitoring.approve({ deliveryId: delivery.id }))).toBe('DELIVERY_NOT_FOUND');
    expect(await codeOf(office.client.monitoring.preview({ deliveryId: delivery.id }))).toBe('DELIVERY_NOT_FOUND');
    expect((await office.client.monitoring.build({ year: 2026, half: null })).delivery.id).not.toBe(delivery.id);
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

describe('the second place for backups', () => {
  /** Another drive in `holder`, with a backup of both files on it. */
  async function withSecondPlace() {
    office = await readyOffice();
    const records = await twoCases();
    const holder = mkdtempSync(join(tmpdir(), 'lotse-second-'));
    made.push(holder);
    const place = join(holder, 'drive');
    cpSync(mkdtempSync(join(holder, 'new-')), place, { recursive: true });
    await office.client.safety.setTarget({ folder: place });
    await office.client.safety.backupNow();
    return { ...records, place, keys: keysOf(office) };
  }
  const notices = async (): Promise<readonly string[]> => {
    const status = await office.client.session.status();
    return status.phase === 'open' ? status.notices.map(({ code }) => code) : ['not open'];
  };
  const doneAt = () => listErasures(openContext(office.core.context).store).map((line) => line.doneAt);
  const openFinding = async () => (await office.client.safety.check()).check?.findings.find(({ what }) => what === 'files');

  test('lets go at once when it can be reached: nothing of her is left in either folder', async () => {
    const { hers, place, keys } = await withSecondPlace();
    for (const dir of [office.dir, place]) expect(placesOf(scanFolder(dir, keys, [word]), word).length).toBeGreaterThan(0);

    const lines = await eraseRecords(openContext(office.core.context), [hers], 'wish');

    expect(lines.map(({ doneAt: end }) => end)).toEqual(['2026-03-02T09:00:00Z']);
    for (const dir of [office.dir, place]) {
      const scan = scanFolder(dir, keys, [word]);
      expect([scan.finds, scan.unread]).toEqual([[], []]);
      expect(scan.opened).toBeGreaterThan(0);
    }
    expect(await notices()).toEqual([]);
  }, 120_000);

  test('that is away owes it, which is said, and lets go at the next unlock that finds it again', async () => {
    const { hers, place, keys } = await withSecondPlace();
    renameSync(place, `${place}-away`);

    const lines = await eraseRecords(openContext(office.core.context), [hers], 'wish');

    expect(lines.map(({ doneAt: end }) => end)).toEqual([null]);
    expect(scanFolder(office.dir, keys, [word, hers]).finds.filter(({ canary, place: where }) => canary === word || !where.startsWith('backups/2026'))).toEqual([]);
    expect(await notices()).toEqual(['TARGET_UNUSABLE']);
    expect(await openFinding()).toEqual({ what: 'files', problem: 'ERASURE_OPEN', count: 1 });
    expect(await office.client.clock.protocol({ limit: 5 })).toMatchObject([{ doneAt: null, backupsGoneOn: null, secondPlaceOwed: true }]);
    // Once its backups there should have been gone, it is no calm notice any more.
    const [now, later] = [office.clock.now, new Date('2026-03-31T09:00:00Z')];
    office.clock.now = later;
    expect(await notices()).toContain('SECOND_PLACE_OVERDUE');
    office.clock.now = now;
    expect(await notices()).toEqual(['TARGET_UNUSABLE']);

    office = await office.restart();
    await office.client.session.unlock({ login: null, password });
    expect(await notices()).toEqual(['TARGET_UNUSABLE']);
    await guardInBackground(office.core.context);
    expect(doneAt()).toEqual([null]);
    expect(placesOf(scanFolder(`${place}-away`, keys, [word]), word).length).toBeGreaterThan(0);

    renameSync(`${place}-away`, place);
    office.clock.now = new Date('2026-03-02T15:00:00Z');
    await guardInBackground(office.core.context);
    expect(doneAt()).toEqual(['2026-03-02T15:00:00Z']);
    for (const dir of [office.dir, place]) expect(scanFolder(dir, keys, [word]).finds).toEqual([]);
    expect(await notices()).toEqual([]);
    expect(await openFinding()).toEqual({ what: 'files', problem: null, count: 1 });
    const { store } = openContext(office.core.context);
    expect(store.desk.read((tx) => tx.audit.read({ record: null, limit: 50 }).filter(({ action }) => action === 'record.erased').length)).toBe(1);
  }, 120_000);

  test('another drive in its place has nothing to let go, so the erasure stays owed', async () => {
    const { hers, place, keys } = await withSecondPlace();
    renameSync(place, `${place}-away`);
    cpSync(mkdtempSync(`${place}-new-`), place, { recursive: true });
    expect((await eraseRecords(openContext(office.core.context), [hers], 'wish')).map(({ doneAt: end }) => end)).toEqual([null]);
    for (const _ of [1, 2]) {
      await office.client.safety.backupNow();
      expect(doneAt()).toEqual([null]);
    }
    expect(placesOf(scanFolder(`${place}-away`, keys, [word]), word).length).toBeGreaterThan(0);
  }, 120_000);

  test('that is given up for another is written down as such, and owes nothing any more', async () => {
    const { hers, place } = await withSecondPlace();
    renameSync(place, `${place}-away`);
    await eraseRecords(openContext(office.core.context), [hers], 'wish');
    await office.client.safety.setTarget({ folder: null });
    expect(doneAt()).toEqual(['2026-03-02T09:00:00Z']);
    expect(await notices()).toEqual([]);
    const { store } = openContext(office.core.context);
    const said = store.desk.read((tx) => tx.audit.read({ record: null, limit: 50 }).find(({ action }) => action === 'record.erased')?.details);
    expect(said).toEqual({ number: 1, reason: 'wish', secondPlace: 'given up' });
  }, 120_000);

  test('does not get old keys from a backup on its way while somebody is forgotten', async () => {
    const { hers, place, keys } = await withSecondPlace();
    const mirroring = office.client.safety.backupNow();
    const lines = await eraseRecords(openContext(office.core.context), [hers], 'wish');
    await mirroring;
    expect(lines[0]?.doneAt).not.toBeNull();
    for (const dir of [office.dir, place]) expect(scanFolder(dir, keys, [word]).finds).toEqual([]);
  }, 120_000);
});
