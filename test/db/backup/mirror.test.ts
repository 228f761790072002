import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { leavePlace, mirrorBackups, mirrorFolder, renewKeysThere } from '../../../db/backup/mirror.ts';
import { runRestore } from '../../../db/backup/restore-job.ts';
import type { Store } from '../../../db/contract/store.ts';
import { erase, listErasures } from '../../../db/erase/erase.ts';
import { folderPaths } from '../../../db/folder.ts';
import type { SlotKeys } from '../../../db/slots/slot.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { actorOf, casesOf, copyKeys, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

const at = '2026-03-02T09:15:00Z';

interface Mirrored {
  readonly store: Store;
  readonly keys: SlotKeys;
  readonly record: RecordId;
  readonly place: string;
  /** This office's folder there. */
  readonly there: string;
  readonly backup: string;
  /** Takes everything there, as after each backup. */
  readonly mirror: (time: string) => Promise<void>;
  readonly owed: () => boolean;
}

async function mirrored(): Promise<Mirrored> {
  const [dir, place, keys] = [newFolder(), newFolder(), newKeys()];
  const store = createStore(dir, keys);
  fs.writeFileSync(folderPaths(dir).office, `${JSON.stringify({ format: 1, training: true, salt: 'ab'.repeat(16) })}\n`);
  const record = newRecord();
  casesOf(store).write((tx) => { tx.histories.create(record, 'case', actorOf(store)); });
  const { name } = await createBackup(store, 'daily', at);
  let lastAt: string | null = null;
  const mirror = async (time: string): Promise<void> => {
    await mirrorBackups(store, { folder: place, lastAt }, time);
    lastAt = time;
    store.desk.write((tx) => { tx.settings.write('backup_target', { folder: place, lastAt }); });
  };
  await mirror(at);
  return { store, keys, record, place, there: mirrorFolder(dir, place), backup: name, mirror, owed: () => listErasures(store)[0]?.doneAt === null };
}

/** The drive that is plugged in goes, another one (or nothing) comes in its place. */
function changeDrive({ there }: Mirrored, next: string | null): string {
  const away = newFolder();
  fs.cpSync(there, away, { recursive: true });
  fs.rmSync(there, { recursive: true });
  if (next !== null) fs.cpSync(next, there, { recursive: true });
  return away;
}

describe('a second place', () => {
  test('owes what it holds, however often another drive at its folder lets go', async () => {
    const office = await mirrored();
    const away = changeDrive(office, null);
    erase(office.store, [office.record], 'wish', actorOf(office.store));
    await office.mirror('2026-03-03T09:00:00Z');
    await office.mirror('2026-03-04T09:00:00Z');
    expect(office.owed()).toBe(true);
    changeDrive(office, away);
    await renewKeysThere(office.store, { folder: office.place, lastAt: at }, '2026-03-05T09:00:00Z');
    expect(office.owed()).toBe(false);
  });

  test('of two drives in turn owes until both have let go', async () => {
    const office = await mirrored();
    const first = changeDrive(office, null);
    await office.mirror('2026-03-03T09:00:00Z');
    erase(office.store, [office.record], 'wish', actorOf(office.store));
    await office.mirror('2026-03-04T09:00:00Z');
    expect(office.owed()).toBe(true);
    changeDrive(office, first);
    await office.mirror('2026-03-05T09:00:00Z');
    expect(office.owed()).toBe(false);
  });

  test('that is given up keeps no copy of the keys', async () => {
    const { store, place, there, backup, mirror } = await mirrored();
    await mirror('2026-03-03T09:00:00Z');
    expect(leavePlace(store.dir, place)).toBe(true);
    expect(fs.readdirSync(there).filter((name) => name !== 'place.json')).toEqual([backup]);
    expect(leavePlace(store.dir, path.join(place, 'away'))).toBe(false);
  });

  test('alone brings the office back on another PC: nothing else of it is there', async () => {
    const { store, record, there, backup, keys } = await mirrored();
    const [elsewhere, copy] = [newFolder(), copyKeys(keys)];
    store.close();
    fs.rmSync(store.dir, { recursive: true });
    if (copy.casesKey === null) throw new Error('a head opens both doors');
    runRestore({ dir: elsewhere, from: there, name: backup, at: '2026-03-03T09:00:00Z', keys: { ...copy, casesKey: copy.casesKey } });
    const again = reopenStore(elsewhere, keys);
    expect(casesOf(again).read((tx) => tx.histories.read(record).map(({ intent }) => intent.body.type))).toEqual(['createRecord']);
    expect(casesOf(again).read((tx) => tx.audit.verify().brokenAt)).toBeNull();
  });

  test.each([
    ['one byte is another', (file: string) => { const bytes = fs.readFileSync(file); bytes[5_000] = (bytes[5_000] ?? 0) ^ 1; fs.writeFileSync(file, bytes); }],
    ['a file is cut off', (file: string) => { fs.truncateSync(file, 4_096); }],
    ['a file is gone', (file: string) => { fs.rmSync(file); }],
  ])('gets a backup again of which %s', async (_, spoil) => {
    const { store, there, backup, mirror } = await mirrored();
    const file = path.join(there, backup, 'cases.db');
    spoil(file);
    await mirror('2026-03-03T09:00:00Z');
    expect(fs.readFileSync(file).equals(fs.readFileSync(path.join(folderPaths(store.dir).backups, backup, 'cases.db')))).toBe(true);
    expect(fs.readdirSync(there).filter((name) => name.startsWith('writing-'))).toEqual([]);
  });
});
