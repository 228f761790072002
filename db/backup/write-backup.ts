/**
 * Writes one dated backup: a copy of each door without anything derived, opened again and counted before it counts as one.
 *
 * It grows in a folder of its own and is renamed at the end, so that a backup is whole or not there. Runs in the worker, or (before a
 * migration) where nothing else runs yet.
 */
import fs from 'node:fs';
import path from 'node:path';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { DoorName } from '../contract/actor.ts';
import type { BackupKind } from '../contract/backup.ts';
import { guarded, StoreError } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { openCopy, openDatabase, type Sqlite } from '../open-database.ts';
import { syncFile, syncFolder } from '../sync.ts';
import { backupFormat, backupPaths, writeBackupFile, type BackupFile, type DatabaseCopy } from './backup-file.ts';
import { backupName, unfinishedPrefix } from './backup-name.ts';
import { stripDerived } from './derived-tables.ts';
import { contentsOf, pagesHold, type Contents } from './inspect-copy.ts';
import { sha256OfFile } from './sha256-file.ts';

export interface BackupOrder {
  readonly dir: string;
  readonly deskKey: Uint8Array;
  readonly casesKey: Uint8Array | null;
  readonly kind: BackupKind;
  readonly at: string;
}

/** Connections that are open already; else each door is opened for the copy. */
export type OpenDoors = Readonly<Partial<Record<DoorName, Sqlite>>>;

/** How often a door is copied again when somebody saves meanwhile, before the looser comparison has to do. */
const exactTries = 3;

/** The backup's name. Throws BACKUP_FAILED when what was written is not what was there; DISK_FULL, DATABASE_DAMAGED … as they come. */
export function writeBackup(order: BackupOrder, open: OpenDoors = {}): string {
  return guarded(() => {
    const backups = folderPaths(order.dir).backups;
    fs.mkdirSync(backups, { recursive: true, mode: 0o700 });
    removeUnfinished(backups);
    const folder = path.join(backups, `${unfinishedPrefix}${randomId().slice(0, 8)}`);
    fs.mkdirSync(folder, { mode: 0o700 });
    try {
      writeBackupFile(folder, copyDoors(order, folder, open));
      syncFolder(folder);
      const name = backupName(order.kind, order.at, (taken) => fs.existsSync(path.join(backups, taken)));
      fs.renameSync(folder, path.join(backups, name));
      syncFolder(backups);
      return name;
    } catch (error) {
      fs.rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  });
}

/** What an interrupted backup left: nothing in it was ever listed. */
export function removeUnfinished(backups: string): void {
  if (!fs.existsSync(backups)) return;
  for (const name of fs.readdirSync(backups).filter((entry) => entry.startsWith(unfinishedPrefix))) {
    fs.rmSync(path.join(backups, name), { recursive: true, force: true });
  }
}

function copyDoors(order: BackupOrder, folder: string, open: OpenDoors): BackupFile {
  const { dir, kind, at, deskKey, casesKey } = order;
  const [live, copies] = [folderPaths(dir), backupPaths(folder)];
  const device = withDatabase(open.desk, live.desk, deskKey, (db) => db.prepare<[], string>('SELECT id FROM this_device').pluck().get() ?? '');
  const copy = (door: DoorName, key: Uint8Array): DatabaseCopy =>
    withDatabase(open[door], live[door], key, (source) => copyDoor({ source, door, device, key, file: copies[door] }));
  return {
    format: backupFormat,
    kind,
    at,
    verifiedAt: at,
    desk: copy('desk', deskKey),
    cases: casesKey === null ? null : copy('cases', casesKey),
  };
}

function withDatabase<T>(open: Sqlite | undefined, file: string, key: Uint8Array, use: (db: Sqlite) => T): T {
  if (open !== undefined) return use(open);
  const db = openDatabase(file, key, { create: false });
  try {
    return use(db);
  } finally {
    db.close();
  }
}

interface DoorCopy {
  readonly source: Sqlite;
  readonly door: DoorName;
  readonly device: string;
  readonly key: Uint8Array;
  readonly file: string;
}

function copyDoor({ source, door, device, key, file }: DoorCopy): DatabaseCopy {
  for (let turn = 1; ; turn += 1) {
    const before = contentsOf(source, door, device);
    fs.rmSync(file, { force: true });
    source.prepare('VACUUM INTO ?').run(file);
    const after = contentsOf(source, door, device);
    const asCopied = strippedCopy(file, key, door, device);
    const quiet = before.commits === after.commits;
    if (!quiet && turn < exactTries) continue;
    if (quiet ? !same(asCopied, after) : !between(before, asCopied, after)) throw new StoreError('BACKUP_FAILED');
    syncFile(file);
    return { ...asCopied, bytes: fs.statSync(file).size, sha256: sha256OfFile(file) };
  }
}

/** What the copy holds, read by a connection that opened it anew. */
function strippedCopy(file: string, key: Uint8Array, door: DoorName, device: string): Contents {
  const writing = openCopy(file, key, { readonly: false });
  try {
    stripDerived(writing, door);
  } finally {
    writing.close();
  }
  const reading = openCopy(file, key, { readonly: true });
  try {
    if (!pagesHold(reading)) throw new StoreError('BACKUP_FAILED');
    return contentsOf(reading, door, device);
  } finally {
    reading.close();
  }
}

function same(copy: Contents, source: Contents): boolean {
  return JSON.stringify(copy) === JSON.stringify(source);
}

/** Somebody saved meanwhile: the copy is of a moment in between. */
function between(before: Contents, copy: Contents, after: Contents): boolean {
  const grown = (table: string): boolean => (copy.counts[table] ?? 0) >= (before.counts[table] ?? 0);
  return (
    copy.schema === after.schema &&
    copy.commits >= before.commits &&
    copy.commits <= after.commits &&
    copy.head.sequence >= before.head.sequence &&
    ['intents', 'attachments', 'audit'].every(grown)
  );
}
