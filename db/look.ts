/**
 * What stands in the files of a data folder before anything may be written: schemas, counters, heads.
 *
 * All connections are read-only and stay open until they are closed here. While one of them is, no other connection of the same file
 * is the last to close, and so SQLite neither empties nor removes a WAL: what fails to open, and what is only read, stays byte for byte.
 */
import { deriveSubkey, wipe } from '../shared/crypto/sodium.ts';
import { readHead, type Head } from './audit/chain-head.ts';
import { chainStart } from './audit/entry.ts';
import { countOf } from './commit-counter.ts';
import type { DoorName } from './contract/actor.ts';
import { StoreError } from './errors.ts';
import { folderPaths } from './folder.ts';
import { schemaOf } from './migrate.ts';
import { casesMigrations, deskMigrations, keyringMigrations } from './migrations/all.ts';
import { missingActs } from './missing-acts.ts';
import { openDatabase, type Sqlite } from './open-database.ts';
import type { SlotKeys } from './slots/slot.ts';

export interface DoorLook {
  readonly head: Head | null;
  /** null: all that was acknowledged is there. */
  readonly missing: number | null;
}

export interface Look {
  readonly desk: DoorLook;
  /** null behind a slot that opens the desk only. */
  readonly cases: DoorLook | null;
  /** Some schema is older than today's. */
  readonly outdated: boolean;
  close(): void;
}

/** Throws DATABASE_MISSING, DATABASE_DAMAGED, DATABASE_NEWER, DISK_ERROR; nothing has changed then. */
export function lookInto(dir: string, keys: SlotKeys): Look {
  const paths = folderPaths(dir);
  const opened: Sqlite[] = [];
  let outdated = false;
  const close = (): void => { for (const db of opened.splice(0)) db.close(); };
  const open = (file: string, key: Uint8Array, migrations: readonly unknown[]): Sqlite => {
    const db = openDatabase(file, key, { create: false, readOnly: true });
    opened.push(db);
    const schema = schemaOf(db);
    if (schema > migrations.length) throw new StoreError('DATABASE_NEWER');
    outdated ||= schema < migrations.length;
    return db;
  };
  const withSubkey = <T>(doorKey: Uint8Array, purpose: string, act: (key: Uint8Array) => T): T => {
    const key = deriveSubkey(doorKey, purpose);
    try {
      return act(key);
    } finally {
      wipe(key);
    }
  };
  const headOf = (door: DoorName, doorKey: Uint8Array): Head | null => withSubkey(doorKey, 'head', (key) => readHead(paths[`${door}Head`], key));
  const look = (db: Sqlite, keyring: Sqlite, device: string, head: Head | null, others: Head | null): DoorLook => {
    const hashAt = db.prepare<[string, number], string>('SELECT hash FROM audit WHERE device = ? AND sequence = ?').pluck();
    const last = db.prepare<[string], number>('SELECT max(sequence) FROM audit WHERE device = ?').pluck();
    const missing = missingActs(head, {
      commits: countOf(db),
      keyCommits: countOf(keyring),
      sequence: last.get(device) ?? 0,
      hashAtHead: head?.sequence === 0 ? chainStart : hashAt.get(device, head?.sequence ?? 0),
    }, others?.seen ?? null);
    return { head, missing };
  };
  try {
    const { deskKey, casesKey } = keys;
    const deskKeys = withSubkey(deskKey, 'keyring', (key) => open(paths.deskKeys, key, keyringMigrations));
    const desk = open(paths.desk, deskKey, deskMigrations);
    const cases = casesKey === null ? null : {
      key: casesKey,
      keyring: withSubkey(casesKey, 'keyring', (key) => open(paths.casesKeys, key, keyringMigrations)),
      db: open(paths.cases, casesKey, casesMigrations),
    };
    const device = desk.prepare<[], string>('SELECT id FROM this_device').pluck().get();
    if (device === undefined) throw new StoreError('DATABASE_DAMAGED');
    const deskHead = headOf('desk', deskKey);
    const casesHead = cases === null ? null : headOf('cases', cases.key);
    return {
      desk: look(desk, deskKeys, device, deskHead, casesHead),
      cases: cases === null ? null : look(cases.db, cases.keyring, device, casesHead, deskHead),
      outdated,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
