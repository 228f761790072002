import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createBackup } from '../../db/backup/create-backup.ts';
import { checkStore } from '../../db/check/check-store.ts';
import type { Store } from '../../db/contract/store.ts';
import { lockFolder, readLiveLock } from '../../db/lock.ts';
import { createStore, newFolder, newKeys, reopenStore } from './folders.ts';

const at = '2026-03-02T09:15:00Z';

/** This thread stands still meanwhile, and so does not hear that a thread has ended. */
function anotherProcessMeets(dir: string): string {
  return spawnSync(process.execPath, [fileURLToPath(new URL('./lock-once.ts', import.meta.url)), dir], { encoding: 'utf8' }).stdout;
}

describe('a folder whose office was closed during a backup or a check', () => {
  test.each([
    { job: 'backup', begin: (store: Store) => createBackup(store, 'daily', at), code: 'BACKUP_FAILED' },
    { job: 'check', begin: (store: Store) => checkStore(store, 'full'), code: 'LOCKED' },
  ])('belongs to no other process before the thread of the $job has ended', async ({ begin, code }) => {
    const store = createStore();
    const stopped = expect(begin(store)).rejects.toMatchObject({ code });
    store.close();
    expect(anotherProcessMeets(store.dir)).toBe('FOLDER_IN_USE');
    await stopped;
    expect(anotherProcessMeets(store.dir)).toBe('free');
  });

  test('looks locked from here, and opens here at once', async () => {
    const keys = newKeys();
    const store = createStore(newFolder(), keys);
    const stopped = expect(createBackup(store, 'daily', at)).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
    store.close();
    expect(readLiveLock(store.dir)).toBeNull();
    const again = reopenStore(store.dir, keys);
    await stopped;
    // What the first office let go is the second one's now.
    expect(anotherProcessMeets(store.dir)).toBe('FOLDER_IN_USE');
    again.close();
    expect(anotherProcessMeets(store.dir)).toBe('free');
  });

  test('belongs to no other process after a try here that did not open it, either', async () => {
    const store = createStore();
    const stopped = expect(createBackup(store, 'daily', at)).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
    store.close();
    lockFolder(store.dir).release();
    expect(anotherProcessMeets(store.dir)).toBe('FOLDER_IN_USE');
    await stopped;
    expect(anotherProcessMeets(store.dir)).toBe('free');
  });
});
