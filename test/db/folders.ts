/** Temporary data folders and stores on them, without a derivation: tests of slots make their own. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Actor, Role } from '../../db/contract/actor.ts';
import type { CasesTx, Door, Store } from '../../db/contract/store.ts';
import { folderPaths } from '../../db/folder.ts';
import { lockFolder } from '../../db/lock.ts';
import { openDatabase } from '../../db/open-database.ts';
import { openStore } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { cryptoReady, deriveSubkey, randomBytes, randomId } from '../../shared/crypto/sodium.ts';
import { RecordId, UserId } from '../../shared/domain/ids.ts';

await cryptoReady();

const made: string[] = [];
const opened: Store[] = [];
afterAll(() => {
  for (const store of opened) store.close();
  for (const dir of made) fs.rmSync(dir, { recursive: true, force: true });
});

export function newFolder(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-db-'));
  made.push(dir);
  return dir;
}

export function copyFolder(dir: string): string {
  const copy = newFolder();
  fs.cpSync(dir, copy, { recursive: true });
  fs.rmSync(path.join(copy, 'lock'), { force: true });
  return copy;
}

/** Keys as a slot would give them. */
export function newKeys(role: Role = 'head'): SlotKeys {
  const casesKey = role === 'admin_office' ? null : randomBytes(32);
  return { user: UserId.parse(randomId()), role, training: true, deskKey: randomBytes(32), casesKey, signingSeed: null };
}

/** A copy, because a store wipes its keys when it closes. */
export function copyKeys(keys: SlotKeys): SlotKeys {
  return { ...keys, deskKey: keys.deskKey.slice(), casesKey: keys.casesKey?.slice() ?? null };
}

export function createStore(dir = newFolder(), keys = newKeys()): Store {
  return keep(openStore(dir, copyKeys(keys), lockFolder(dir), true));
}

export function reopenStore(dir: string, keys: SlotKeys): Store {
  return keep(openStore(dir, copyKeys(keys), lockFolder(dir), false));
}

function keep(store: Store): Store {
  opened.push(store);
  if (store.missing !== null) return store;
  try {
    store.desk.write((tx) => {
      tx.devices.add({ id: store.device, publicKey: store.devicePublicKey, addedAt: '2026-01-07T08:00:00Z' });
    });
  } catch (problem) {
    // On a damaged page: whoever asked for the store has none to close.
    store.close();
    throw problem;
  }
  return store;
}

export function casesOf(store: Store): Door<CasesTx> {
  if (store.cases === null) throw new Error('no cases door');
  return store.cases;
}

export function actorOf(store: Store, at = '2026-03-02T09:15:00Z'): Actor {
  return { user: store.user, device: store.device, at };
}

export function newRecord(): RecordId {
  return RecordId.parse(randomId());
}

/** What forgetting begins with: the file key of one record of the cases is gone. */
export function destroyFileKey(dir: string, keys: SlotKeys, record: RecordId): void {
  const db = openDatabase(folderPaths(dir).casesKeys, deriveSubkey(keys.casesKey ?? new Uint8Array(), 'keyring'), {
    create: false,
  });
  db.prepare('DELETE FROM file_keys WHERE record = ?').run(record);
  db.close();
}

/** Names and contents of all files of a folder, to see whether anything changed. */
export function contentsOf(dir: string): Readonly<Record<string, string>> {
  const files = fs.readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(dir, file), fs.readFileSync(file, 'base64')];
    }),
  );
}

/**
 * Files of `before` that are gone or different in `after`, and new ones. Not counted: what looking leaves behind (the empty `owner`, a
 * shared memory file, an empty WAL).
 */
export function changedFiles(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  const isNothing = (name: string, content = ''): boolean =>
    name.endsWith('-shm') || (content === '' && (name === 'owner' || name.endsWith('-wal')));
  return Object.keys({ ...before, ...after }).filter(
    (name) => before[name] !== after[name] && !(isNothing(name, before[name]) && isNothing(name, after[name])),
  );
}

/** The code of the StoreError that `act` throws; 'nothing' when it does not throw. */
export function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return 'nothing';
}
