/** Disks that are full, that cannot be written, and that have to be waited for. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/contract/store.ts';
import { lockFolder } from '../../db/lock.ts';
import { openStore } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { randomId, toHex } from '../../shared/crypto/sodium.ts';
import { AttachmentId, type RecordId } from '../../shared/domain/ids.ts';
import { actorOf, casesOf, changedFiles, codeOf, contentsOf, copyKeys, createStore, newFolder, newKeys, newRecord, reopenStore } from './folders.ts';

const mounted: string[] = [];

/** A real file system of `size` in memory; null where that is not allowed. */
function smallDisk(size: string): string | null {
  const dir = newFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'lotse-test', dir]).status !== 0) return null;
  mounted.push(dir);
  return dir;
}

const probe = process.platform === 'linux' ? smallDisk('64k') : null;
const noDisks = probe === null;
if (noDisks) console.log('skipped: full and read-only disks, because only root on Linux may mount a small one');

afterEach(() => {
  for (const dir of mounted.splice(0)) spawnSync('umount', ['-l', dir]);
});

/** A record with an attachment of `bytes`; its id once it is acknowledged. */
function save(store: Store, bytes: number): RecordId {
  const record = newRecord();
  casesOf(store).write((tx) => {
    tx.histories.create(record, 'case', actorOf(store));
    tx.histories.keepBytes(record, AttachmentId.parse(randomId()), new Uint8Array(bytes));
    tx.audit.write({ action: 'case.created', record, details: {} }, actorOf(store));
  });
  return record;
}

function expectAll(dir: string, keys: SlotKeys, saved: readonly RecordId[]): void {
  const store = reopenStore(dir, keys);
  expect(store.missing).toBeNull();
  for (const record of saved) expect(casesOf(store).read((tx) => tx.histories.read(record).length)).toBe(1);
  expect(casesOf(store).read((tx) => tx.audit.verify())).toEqual({ door: 'cases', entries: saved.length, brokenAt: null });
  store.close();
}

describe.skipIf(noDisks)('a disk', () => {
  test('that is full takes nothing back, also over a restart, and takes more once there is room', () => {
    const dir = smallDisk('5m') ?? '';
    const keys = newKeys();
    const store = createStore(dir, keys);
    const ballast = path.join(dir, 'ballast');
    // As much as the WAL can grow to: what was saved has to fit into the database as well.
    fs.writeFileSync(ballast, new Uint8Array(2_500_000));
    const saved: RecordId[] = [];
    let code = 'nothing';
    while (code === 'nothing') code = codeOf(() => saved.push(save(store, 30_000)));
    expect([code, saved.length > 5]).toEqual(['DISK_FULL', true]);
    expect(saved.every((record) => casesOf(store).read((tx) => tx.histories.find(record)?.intents === 1))).toBe(true);
    store.close();
    // Full to the last byte: it opens or says why not, and loses nothing by trying.
    const opened = codeOf(() => { openStore(dir, copyKeys(keys), lockFolder(dir), false).close(); });
    expect(['nothing', 'DISK_FULL', 'DISK_ERROR']).toContain(opened);
    fs.rmSync(ballast);
    expectAll(dir, keys, saved);
    const again = reopenStore(dir, keys);
    saved.push(save(again, 100_000));
    again.close();
    expectAll(dir, keys, saved);
  }, 60_000);

  test('that can only be read is said, nothing changes, and it opens when it can be written again', () => {
    const dir = smallDisk('8m') ?? '';
    const keys = newKeys();
    const store = createStore(dir, keys);
    const saved = [save(store, 100), save(store, 100)];
    store.close();
    const before = contentsOf(dir);
    expect(spawnSync('mount', ['-o', 'remount,ro', dir]).status).toBe(0);
    expect(codeOf(() => reopenStore(dir, keys))).toBe('DISK_ERROR');
    expect(changedFiles(before, contentsOf(dir))).toEqual([]);
    expect(spawnSync('mount', ['-o', 'remount,rw', dir]).status).toBe(0);
    expectAll(dir, keys, saved);
  });
});

const traced = process.platform === 'linux' && spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
if (!traced) console.log('skipped: what reaches the disk before an act is acknowledged, because strace is missing or not allowed');

describe.skipIf(!traced)('before an act is acknowledged', () => {
  test('the disk has confirmed every WAL that was written for it', () => {
    const dir = newFolder();
    const keys = newKeys();
    const record = newRecord();
    const first = createStore(dir, keys);
    casesOf(first).write((tx) => tx.histories.create(record, 'case', actorOf(first)));
    first.close();
    const log = path.join(newFolder(), 'calls');
    const writer = new URL('./kill-writer.ts', import.meta.url).pathname;
    const secrets = [keys.deskKey, keys.casesKey ?? new Uint8Array()].map(toHex);
    const calls = 'trace=write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync';
    const run = spawnSync('strace', ['-f', '-y', '-s', '8', '-e', calls, '-o', log, process.execPath, writer, dir, keys.user, ...secrets, record, '1', '20']);
    expect(run.status).toBe(0);
    const unconfirmed = new Set<string>();
    const acknowledged: string[] = [];
    let confirmed = 0;
    for (const line of fs.readFileSync(log, 'utf8').split('\n')) {
      const [, call = '', file = ''] = /^\d+ +(\w+)\(\d+<([^>]*)>/.exec(line) ?? [];
      if (file.endsWith('-wal') && call.includes('write')) unconfirmed.add(path.basename(file));
      if (file.endsWith('-wal') && call.includes('sync')) {
        unconfirmed.delete(path.basename(file));
        confirmed += 1;
      }
      const said = /^\d+ +write\(1<.*>, "(\d+)\\n"/.exec(line)?.[1];
      if (said !== undefined) {
        acknowledged.push(said);
        expect([said, ...unconfirmed]).toEqual([said]);
      }
    }
    expect(acknowledged).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1)));
    expect(confirmed).toBeGreaterThanOrEqual(20);
  }, 120_000);
});
