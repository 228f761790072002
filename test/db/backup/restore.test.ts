import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBackup } from '../../../db/backup/create-backup.ts';
import { restoreSteps, runRestore } from '../../../db/backup/restore-job.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import type { RestoreReport } from '../../../db/contract/backup.ts';
import type { MissingActs, Store } from '../../../db/contract/store.ts';
import { erase } from '../../../db/erase/erase.ts';
import { folderPaths } from '../../../db/folder.ts';
import { createOffice, inspectFolder, unlock } from '../../../db/store.ts';
import type { SlotKeys } from '../../../db/slots/slot.ts';
import { AttachmentId, type RecordId } from '../../../shared/domain/ids.ts';
import { randomId } from '../../../shared/crypto/sodium.ts';
import { makeTextEditOn } from '../../../shared/history/text.ts';
import { actorOf, casesOf, copyKeys, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

const at = '2026-03-02T09:15:00Z';
const later = '2026-03-03T10:00:00Z';

function newCase(store: Store): RecordId {
  const record = newRecord();
  casesOf(store).write((tx) => {
    tx.histories.create(record, 'case', actorOf(store));
    tx.audit.write({ action: 'case.create', record, details: {} }, actorOf(store));
  });
  return record;
}

function write(store: Store, record: RecordId, value: string): void {
  casesOf(store).write((tx) => {
    tx.histories.append(record, 'case', [{ type: 'answer', entry: null, field: 'case.anything', value, base: [] }], actorOf(store));
    tx.audit.write({ action: 'case.answer', record, details: {} }, actorOf(store));
  });
}

function saysIn(store: Store, record: RecordId): readonly unknown[] {
  return casesOf(store).read((tx) => tx.histories.read(record)).map(({ intent }) => ('value' in intent.body ? intent.body.value : intent.body.type));
}

interface Office {
  readonly dir: string;
  readonly keys: SlotKeys;
  readonly store: Store;
  readonly record: RecordId;
  readonly backup: string;
}

/** One case with an answer in the backup and one that came later; office.json as a set-up leaves it. */
async function office(): Promise<Office> {
  const keys = newKeys();
  const dir = newFolder();
  const store = createStore(dir, keys);
  fs.writeFileSync(folderPaths(dir).office, `${JSON.stringify({ format: 1, training: true, salt: 'ab'.repeat(16) })}\n`);
  const record = newCase(store);
  write(store, record, 'gesichert');
  const { name } = await createBackup(store, 'daily', at);
  write(store, record, 'danach');
  return { dir, keys, store, record, backup: name };
}

function order({ dir, keys, backup }: Office) {
  const copy = copyKeys(keys);
  if (copy.casesKey === null) throw new Error('a head opens both doors');
  return { dir, from: folderPaths(dir).backups, name: backup, at: later, keys: { ...copy, casesKey: copy.casesKey } };
}

function restore(office: Office): RestoreReport {
  office.store.close();
  return runRestore(order(office));
}

/** What opening the folder says is missing. */
function reopenAndClose({ dir, keys }: Office): MissingActs | null {
  const store = reopenStore(dir, keys);
  const { missing } = store;
  store.close();
  return missing;
}

/** Overwrites pages from `from` on, as a dying disk does. */
function damage(file: string, from: number, bytes: number): void {
  const handle = fs.openSync(file, 'r+');
  fs.writeSync(handle, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
  fs.closeSync(handle);
}

describe('a restore', () => {
  test('brings back what was written after the backup when the former files are sound', async () => {
    const before = await office();
    const report = restore(before);
    expect(report).toMatchObject({ salvaged: 1, missing: { desk: 0, cases: 0 }, erasedAgain: 0 });
    const store = reopenStore(before.dir, before.keys);
    expect(store.missing).toBeNull();
    expect(store.device).toBe(before.store.device);
    expect(saysIn(store, before.record)).toEqual(['createRecord', 'gesichert', 'danach']);
    expect(casesOf(store).read((tx) => tx.audit.verify())).toMatchObject({ brokenAt: null, entries: 3 });
    expect(store.desk.read((tx) => tx.audit.read({ record: null, limit: 1 }))).toMatchObject([{ action: 'backup.restore' }]);
    expect(fs.existsSync(path.join(before.dir, 'set-aside', report.setAside, 'cases.db'))).toBe(true);
  });

  test('says by the counter what is in neither when the former files are gone', async () => {
    const before = await office();
    before.store.close();
    for (const name of ['cases.db', 'cases.db-wal', 'cases.db-shm']) fs.rmSync(path.join(before.dir, name), { force: true });
    expect(restore(before)).toMatchObject({ salvaged: 0, missing: { desk: 0, cases: 1 } });
    const store = reopenStore(before.dir, before.keys);
    expect(saysIn(store, before.record)).toEqual(['createRecord', 'gesichert']);
  });

  test('counts what is missing of a door that was put back together with its own heads: the other door has seen more', async () => {
    const before = await office();
    before.store.close();
    const ofCases = fs.readdirSync(before.dir).filter((name) => name.startsWith('cases'));
    const hourAgo = newFolder();
    for (const name of ofCases) fs.cpSync(path.join(before.dir, name), path.join(hourAgo, name));
    const today = reopenStore(before.dir, before.keys);
    for (let number = 0; number < 3; number += 1) write(today, before.record, `heute ${String(number)}`);
    today.close();
    for (const name of ofCases) fs.cpSync(path.join(hourAgo, name), path.join(before.dir, name));
    expect(reopenAndClose(before)).toEqual({ desk: 0, cases: 3 });
    expect(restore(before)).toMatchObject({ salvaged: 1, missing: { desk: 0, cases: 3 } });
    const store = reopenStore(before.dir, before.keys);
    expect(saysIn(store, before.record)).toEqual(['createRecord', 'gesichert', 'danach']);
    // None of the three numbers that are lost is given again.
    write(store, before.record, 'neu');
    expect(casesOf(store).read((tx) => tx.histories.read(before.record)).at(-1)?.intent.sequence).toBeGreaterThan(1_000);
  });

  test('believes no keyring that was put back with its heads: the keys of what the backup holds come from the copies', async () => {
    const before = await office();
    before.store.close();
    const ofCases = fs.readdirSync(before.dir).filter((name) => name.startsWith('cases'));
    const hourAgo = newFolder();
    for (const name of ofCases) fs.cpSync(path.join(before.dir, name), path.join(hourAgo, name));
    const today = reopenStore(before.dir, before.keys);
    const fresh = newCase(today);
    const { name: backup } = await createBackup(today, 'manual', later);
    today.close();
    for (const name of ofCases) fs.cpSync(path.join(hourAgo, name), path.join(before.dir, name));
    expect(restore({ ...before, backup })).toMatchObject({ missing: { desk: 0, cases: 0 } });
    expect(saysIn(reopenStore(before.dir, before.keys), fresh)).toEqual(['createRecord']);
  });

  test.each(['desk', 'cases'] as const)('says so too where %s has lost its heads as well: what the other door has seen is missing at least', async (door) => {
    const before = await office();
    const names = [`${door}.db`, `${door}-keys.db`, `${door}-head-0`, `${door}-head-1`];
    for (let number = 0; number < 3; number += 1) {
      write(before.store, before.record, `heute ${String(number)}`);
      before.store.desk.write((tx) => { tx.settings.write('note', number); });
    }
    before.store.close();
    for (const name of names) for (const more of ['', '-wal', '-shm']) fs.rmSync(path.join(before.dir, `${name}${more}`), { force: true });
    expect(restore(before).missing?.[door]).toBeGreaterThanOrEqual(3);
  });

  test('done a second time with the same backup doubles nothing: no record, no act, no sentence', async () => {
    const before = await office();
    const sentence = 'Sie möchte Köchin werden.';
    casesOf(before.store).write((tx) => {
      const update = makeTextEditOn(undefined, sentence) ?? '';
      tx.histories.append(before.record, 'case', [{ type: 'editText', entry: null, field: 'plan.note', update, base: [] }], actorOf(before.store));
    });
    const attachment = AttachmentId.parse(randomId());
    casesOf(before.store).write((tx) => { tx.histories.keepBytes(before.record, attachment, new Uint8Array([1, 2, 3])); });
    const look = (): unknown => {
      const store = reopenStore(before.dir, before.keys);
      const seen = casesOf(store).read((tx) => ({
        records: tx.histories.ids('case'),
        acts: tx.histories.read(before.record).map(({ intent }) => intent.id),
        text: tx.histories.find(before.record)?.texts['']?.['plan.note']?.text,
        bytes: tx.histories.readBytes(before.record, attachment)?.length,
        log: tx.audit.verify().entries,
      }));
      store.close();
      return seen;
    };
    restore(before);
    const once = look();
    expect(once).toMatchObject({ records: [before.record], text: sentence, bytes: 3 });
    expect(runRestore(order(before)).missing).toEqual({ desk: 0, cases: 0 });
    expect(look()).toEqual(once);
  });

  test('gives no number twice behind a loss', async () => {
    const before = await office();
    before.store.close();
    fs.rmSync(path.join(before.dir, 'cases.db'));
    restore(before);
    const store = reopenStore(before.dir, before.keys);
    write(store, before.record, 'neu');
    const numbers = casesOf(store).read((tx) => tx.histories.read(before.record)).map(({ intent }) => intent.sequence);
    expect(numbers.slice(0, 2)).toEqual([1, 2]);
    expect(numbers[2]).toBeGreaterThan(1_000);
  });

  test.each([
    ['a zero-length file', (file: string) => { fs.writeFileSync(file, ''); }],
    ['a damaged header', (file: string) => { damage(file, 0, 4_096); }],
    ['text where a database was', (file: string) => { fs.writeFileSync(file, 'kein Schrank mehr'.repeat(1_000)); }],
  ])('works with %s', async (_, spoil) => {
    const before = await office();
    before.store.close();
    spoil(folderPaths(before.dir).desk);
    spoil(folderPaths(before.dir).cases);
    expect(restore(before)).toMatchObject({ salvaged: 0, missing: { cases: 1 } });
    const store = reopenStore(before.dir, before.keys);
    expect(saysIn(store, before.record)).toEqual(['createRecord', 'gesichert']);
  });

  test('salvages around a damaged page', async () => {
    const before = await office();
    const { store, dir } = before;
    for (let number = 0; number < 200; number += 1) write(store, before.record, `${'Nr. '.repeat(100)}${String(number)}`);
    store.close();
    const { cases } = folderPaths(dir);
    damage(cases, Math.floor(fs.statSync(cases).size / 2 / 4_096) * 4_096, 4_096);
    const { salvaged, missing } = restore(before);
    expect(salvaged).toBeGreaterThan(150);
    const again = reopenStore(dir, before.keys);
    const said = saysIn(again, before.record);
    expect(said).toHaveLength(2 + salvaged);
    expect((missing?.cases ?? 0) >= 201 - salvaged).toBe(true);
  });

  test('works with nothing but the folder of backups', async () => {
    const before = await office();
    before.store.close();
    const dir = newFolder();
    fs.cpSync(folderPaths(before.dir).backups, folderPaths(dir).backups, { recursive: true });
    expect(restore({ ...before, dir })).toMatchObject({ salvaged: 0, missing: null });
    const store = reopenStore(dir, before.keys);
    expect(saysIn(store, before.record)).toEqual(['createRecord', 'gesichert']);
    expect(store.device).toBe(before.store.device);
  });

  test('does not bring back who was erased since', async () => {
    const before = await office();
    const stays = newCase(before.store);
    erase(before.store, [before.record], 'wish', actorOf(before.store));
    const report = restore(before);
    expect(report.erasedAgain).toBe(1);
    const store = reopenStore(before.dir, before.keys);
    expect(saysIn(store, before.record)).toEqual([]);
    expect(casesOf(store).read((tx) => tx.histories.ids('case'))).toEqual([stays]);
    expect(casesOf(store).read((tx) => tx.audit.verify()).brokenAt).toBeNull();
  });

  test('believes no intent that is not signed by a PC of this office', async () => {
    const before = await office();
    const stranger = createStore();
    const theirs = newCase(stranger);
    const [signed] = casesOf(stranger).read((tx) => tx.histories.read(theirs));
    if (signed === undefined) throw new Error('nothing was written');
    const { insideOf } = await import('../../../db/open-store.ts');
    const { sealBytes } = await import('../../../shared/crypto/sodium.ts');
    const { canonicalBytes } = await import('../../../shared/envelopes/canonical-json.ts');
    const { databases, keyrings } = insideOf(before.store);
    const key = keyrings.cases?.find(before.record);
    if (key === undefined) throw new Error('no file key');
    const { id, device, sequence } = signed.intent;
    const sealed = sealBytes(key, canonicalBytes({ ...signed, intent: { ...signed.intent, record: before.record } }), `intent/cases/${before.record}/${id}`);
    databases.cases?.prepare('INSERT INTO intents (id, record, device, sequence, sealed) VALUES (?, ?, ?, ?, ?)').run(id, before.record, device, sequence, sealed);
    expect(restore(before).salvaged).toBe(1);
    expect(saysIn(reopenStore(before.dir, before.keys), before.record)).toEqual(['createRecord', 'gesichert', 'danach']);
  });

  test('keeps attachments that came after the backup', async () => {
    const before = await office();
    const attachment = AttachmentId.parse(randomId());
    casesOf(before.store).write((tx) => { tx.histories.keepBytes(before.record, attachment, new Uint8Array([1, 2, 3])); });
    restore(before);
    const store = reopenStore(before.dir, before.keys);
    expect(casesOf(store).read((tx) => tx.histories.readBytes(before.record, attachment))).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('takes the keys from the copy when the keyring is damaged', async () => {
    const before = await office();
    before.store.close();
    fs.writeFileSync(folderPaths(before.dir).casesKeys, '');
    restore(before);
    expect(saysIn(reopenStore(before.dir, before.keys), before.record)).toEqual(['createRecord', 'gesichert', 'danach']);
  });

  test.each(restoreSteps.slice(0, -1))('broken off after "%s" says so, deletes nothing, and works the second time', async (step) => {
    const before = await office();
    before.store.close();
    expect(() =>
      runRestore(order(before), (now) => {
        if (now === step) throw new Error('the power is gone');
      }),
    ).toThrow('the power is gone');
    expect(inspectFolder(before.dir)).toEqual({ state: 'damaged', code: 'RESTORE_UNFINISHED' });
    const report = runRestore(order(before));
    expect(report).toMatchObject({ salvaged: 1, missing: { desk: 0, cases: 0 } });
    expect(saysIn(reopenStore(before.dir, before.keys), before.record)).toEqual(['createRecord', 'gesichert', 'danach']);
  });

  test('refuses a damaged backup before anything is touched', async () => {
    const before = await office();
    before.store.close();
    damage(path.join(folderPaths(before.dir).backups, before.backup, 'cases.db'), 8_192, 16);
    expect(() => runRestore(order(before))).toThrow('BACKUP_DAMAGED');
    expect(fs.existsSync(folderPaths(before.dir).setAside)).toBe(false);
    expect(saysIn(reopenStore(before.dir, before.keys), before.record)).toEqual(['createRecord', 'gesichert', 'danach']);
  });
});

describe('a restore with a password', () => {
  test('opens with the slot of the copy when the folder is empty, and the same password unlocks afterwards', async () => {
    const dir = newFolder();
    const password = 'Kranichzug am Morgen';
    const { store, recoveryCode } = await createOffice({ dir, login: 'petra', displayName: 'Petra Amsel', password, training: true, at });
    const record = newCase(store);
    const { name } = await createBackup(store, 'manual', at);
    store.close();
    const fresh = newFolder();
    fs.cpSync(folderPaths(dir).backups, folderPaths(fresh).backups, { recursive: true });
    await expect(restoreBackup(fresh, name, { login: null, password: 'falsch geraten' }, later)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    await expect(restoreBackup(fresh, name, { code: recoveryCode }, later)).resolves.toMatchObject({ missing: null });
    const again = await unlock(fresh, null, password);
    expect(saysIn(again, record)).toEqual(['createRecord']);
    again.close();
  });
});
