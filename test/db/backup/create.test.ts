import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBackupFile, writeBackupFile } from '../../../db/backup/backup-file.ts';
import { backupBeforeMigration } from '../../../db/backup/before-migration.ts';
import { createBackup, verifyBackup } from '../../../db/backup/create-backup.ts';
import { derivedTables, partlyDerivedTables, trueTables } from '../../../db/backup/derived-tables.ts';
import { writeKeyCopy } from '../../../db/backup/key-copies.ts';
import { listBackups } from '../../../db/backup/list-backups.ts';
import { verifyCopies } from '../../../db/backup/verify-copies.ts';
import { writeBackup } from '../../../db/backup/write-backup.ts';
import type { Store } from '../../../db/contract/store.ts';
import { folderPaths } from '../../../db/folder.ts';
import { insideOf } from '../../../db/open-store.ts';
import { openCopy, type Sqlite } from '../../../db/open-database.ts';
import { sha256Hex } from '../../../shared/crypto/sodium.ts';
import { actorOf, casesOf, codeOf, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

const at = '2026-03-02T09:15:00Z';

function write(store: Store, value: string): void {
  const record = newRecord();
  casesOf(store).write((tx) => {
    tx.histories.create(record, 'case', actorOf(store));
    tx.histories.append(record, 'case', [{ type: 'answer', entry: null, field: 'case.anything', value, base: [] }], actorOf(store));
    tx.audit.write({ action: 'case.answer', record, details: {} }, actorOf(store));
  });
}

function tablesOf(db: Sqlite): readonly string[] {
  const names = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all();
  return names.filter((name) => !/_(data|idx|content|docsize|config)$/.test(name)).sort();
}

describe('a backup', () => {
  test('is a verified copy of both doors without anything derived', async () => {
    const keys = newKeys();
    const store = createStore(newFolder(), keys);
    write(store, 'Amira ist Sängerin.');
    const made = await createBackup(store, 'daily', at);
    expect(made).toMatchObject({ name: '2026-03-02T091500Z-daily', kind: 'daily', at, verifiedAt: at });
    expect(listBackups(store.dir)).toEqual([made]);
    const folder = path.join(folderPaths(store.dir).backups, made.name);
    const cases = openCopy(path.join(folder, 'cases.db'), keys.casesKey ?? new Uint8Array(), { readonly: true });
    const count = (table: string) => cases.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(count('intents')).toBe(2);
    for (const table of derivedTables.cases) expect([table, count(table)]).toEqual([table, 0]);
    cases.close();
    expect(fs.readdirSync(folder).sort()).toEqual(['backup.json', 'cases.db', 'desk.db']);
  });

  test('ends with the lock: no keys stay in its thread, and the next one removes what it left', async () => {
    const keys = newKeys();
    const store = createStore(newFolder(), keys);
    write(store, 'Amira ist Sängerin.');
    const made = createBackup(store, 'daily', at);
    store.close();
    await expect(made).rejects.toMatchObject({ code: 'BACKUP_FAILED', cause: { code: 'LOCKED' } });
    expect(listBackups(store.dir)).toEqual([]);
    const again = reopenStore(store.dir, keys);
    await createBackup(again, 'daily', at);
    expect(fs.readdirSync(folderPaths(store.dir).backups).sort()).toEqual(['2026-03-02T091500Z-daily', 'keys-0']);
  });

  test('leaves no trace when it does not succeed, and removes what an interrupted one left', async () => {
    const store = createStore();
    const { backups } = folderPaths(store.dir);
    const leftover = path.join(backups, 'writing-0badcafe');
    fs.mkdirSync(leftover, { recursive: true });
    fs.writeFileSync(path.join(leftover, 'desk.db'), 'half');
    expect(listBackups(store.dir)).toEqual([]);
    await createBackup(store, 'manual', at);
    await createBackup(store, 'manual', at);
    const whole = ['2026-03-02T091500Z-manual', '2026-03-02T091500Z-manual-2', 'keys-0', 'keys-1'];
    expect(fs.readdirSync(backups).sort()).toEqual(whole);
    const { desk } = folderPaths(store.dir);
    fs.renameSync(desk, `${desk}.away`);
    await expect(createBackup(store, 'manual', at)).rejects.toMatchObject({ code: 'BACKUP_FAILED', cause: { code: 'DATABASE_MISSING' } });
    expect(fs.readdirSync(backups).sort()).toEqual(whole);
    fs.renameSync(`${desk}.away`, desk);
  });

  test('of an office that is only read is not begun, and leaves no trace', async () => {
    const keys = newKeys();
    const dir = newFolder();
    const first = createStore(dir, keys);
    first.close();
    const old = fs.readFileSync(folderPaths(dir).casesKeys);
    const second = reopenStore(dir, keys);
    write(second, 'Amira ist Sängerin.');
    second.close();
    fs.writeFileSync(folderPaths(dir).casesKeys, old);
    const store = reopenStore(dir, keys);
    expect(store.missing).not.toBeNull();
    await expect(createBackup(store, 'manual', at)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    expect(fs.existsSync(folderPaths(dir).backups)).toBe(false);
  });

  test('leaves no half copy of the keys when one cannot be written', () => {
    const store = createStore(newFolder());
    const { backups, office } = folderPaths(store.dir);
    fs.mkdirSync(office);
    expect(codeOf(() => { writeKeyCopy({ dir: store.dir, ...insideOf(store) }, at); })).toBe('DISK_ERROR');
    expect(fs.readdirSync(backups)).toEqual([]);
  });

  test('is asked for by its name alone, not by a way out of the folder', async () => {
    const store = createStore(newFolder());
    const { name } = await createBackup(store, 'daily', at);
    await expect(verifyBackup(store, `../backups/${name}`, at)).rejects.toMatchObject({ code: 'BACKUP_MISSING' });
  });

  test('is not believed with one bit changed', async () => {
    const store = createStore();
    const { name } = await createBackup(store, 'manual', at);
    await expect(verifyBackup(store, name, '2026-03-03T00:00:00Z')).resolves.toMatchObject({ verifiedAt: '2026-03-03T00:00:00Z' });
    const file = path.join(folderPaths(store.dir).backups, name, 'cases.db');
    const bytes = fs.readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000);
    fs.writeFileSync(file, bytes);
    await expect(verifyBackup(store, name, at)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });

  test.each([
    ['an act is missing', 'DELETE FROM intents WHERE sequence = 2'],
    ['a link of the log is another', "UPDATE audit SET action = 'case.printed' WHERE sequence = 1"],
    ['the last link of the log is gone', 'DELETE FROM audit'],
    ['the counter of commits is another', 'UPDATE commits SET count = count + 1'],
    ['the schema is another', 'PRAGMA user_version = 1'],
  ])('is not believed either where its sum is right and %s', (_, sql) => {
    const { deskKey, casesKey, ...who } = newKeys();
    const store = createStore(newFolder(), { deskKey, casesKey, ...who });
    write(store, 'Amira ist Sängerin.');
    const folder = path.join(folderPaths(store.dir).backups, writeBackup({ dir: store.dir, deskKey, casesKey, kind: 'manual', at }));
    const verify = () => codeOf(() => verifyCopies(folder, { deskKey, casesKey }, null));
    expect(verify()).toBe('nothing');
    const file = path.join(folder, 'cases.db');
    const db = openCopy(file, casesKey ?? new Uint8Array(), { readonly: false });
    db.exec(sql);
    db.close();
    const said = readBackupFile(folder);
    if (said.cases === null) throw new Error('both doors are in it');
    writeBackupFile(folder, { ...said, cases: { ...said.cases, bytes: fs.statSync(file).size, sha256: sha256Hex(fs.readFileSync(file)) } });
    expect(verify()).toBe('BACKUP_DAMAGED');
  });

  test('before a migration is made of the open connections', () => {
    const keys = newKeys();
    const store = createStore(newFolder(), keys);
    const { desk, cases } = insideOf(store).databases;
    if (cases === null || keys.casesKey === null) throw new Error('a head opens both doors');
    const name = backupBeforeMigration({ dir: store.dir, desk: { db: desk, key: keys.deskKey }, cases: { db: cases, key: keys.casesKey }, at });
    expect(listBackups(store.dir)).toMatchObject([{ name, kind: 'migration', verifiedAt: at }]);
  });

  test('knows of every table whether it is derived', () => {
    const { desk, cases } = insideOf(createStore()).databases;
    if (cases === null) throw new Error('a head opens both doors');
    const known = (door: 'desk' | 'cases') => [...trueTables[door], ...derivedTables[door], ...partlyDerivedTables[door]].sort();
    expect(tablesOf(desk)).toEqual(known('desk'));
    expect(tablesOf(cases)).toEqual(known('cases'));
  });
});
