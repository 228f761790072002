/**
 * The steps of a restore, in the worker.
 *
 * [Note: interrupted] First the marker, then the files that are here are moved aside (renamed, never copied or opened for writing), then
 * the new ones are built in a folder of their own and renamed into place, heads last; the marker goes when the store has been opened once.
 * Interrupted anywhere, the folder says RESTORE_UNFINISHED, and the next restore begins from the files set aside first.
 */
import fs from 'node:fs';
import path from 'node:path';
import { deriveSubkey, wipe } from '../../shared/crypto/sodium.ts';
import type { DeviceId } from '../../shared/domain/ids.ts';
import { readHead, type Head } from '../audit/chain-head.ts';
import { countedIn } from '../audit/witness.ts';
import type { DoorName } from '../contract/actor.ts';
import type { RestoreReport } from '../contract/backup.ts';
import { guarded, StoreError } from '../errors.ts';
import { readReasons, readTombstones } from '../erase/tombstones.ts';
import { noteFreezing } from '../erase/freezing.ts';
import { folderPaths } from '../folder.ts';
import { migrate } from '../migrate.ts';
import { casesMigrations, deskMigrations } from '../migrations/all.ts';
import type { Sqlite } from '../open-database.ts';
import { openStore } from '../open-store.ts';
import type { SlotKeys } from '../slots/slot.ts';
import { syncFile, syncFolder } from '../sync.ts';
import { backupPaths, describeBackup, infoOf } from './backup-file.ts';
import { datedBackups } from './list-backups.ts';
import { openFormer, openRestored, restoreDoor, type RestoredDoor } from './restore-door.ts';
import { restoreKeyring } from './restore-keyring.ts';
import { newSetAside, readMarker, removeMarker, writeMarker } from './restore-marker.ts';
import { restoreSlots } from './restore-slots.ts';
import { addTombstones } from './salvage-desk.ts';
import { verifyCopies } from './verify-copies.ts';

export interface RestoreOrder {
  readonly dir: string;
  /** Folder `backups`, here or of the second place. */
  readonly from: string;
  readonly name: string;
  readonly at: string;
  readonly keys: SlotKeys & { readonly casesKey: Uint8Array };
}

export const restoreSteps = ['marked', 'set aside', 'built', 'in place', 'opened', 'done'] as const;
export type RestoreStep = (typeof restoreSteps)[number];

const buildFolder = 'writing-restore';
const databases = ['desk-keys.db', 'cases-keys.db', 'desk.db', 'cases.db'] as const;
/** Everything a restore replaces, the databases' own companions included. */
const replaced = [
  ...databases.flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`]),
  ...['desk-head', 'cases-head'].flatMap((name) => [`${name}-0`, `${name}-1`]),
];

/** Throws BACKUP_MISSING, BACKUP_DAMAGED, DATABASE_NEWER, DISK_FULL before anything is touched. */
export function runRestore(order: RestoreOrder, onStep: (step: RestoreStep) => void = () => undefined): RestoreReport {
  return guarded(() => {
    const { dir, from, name, at, keys } = order;
    const backup = path.join(from, name);
    const described = describeBackup(from, name);
    if (described === null) throw new StoreError('BACKUP_MISSING');
    const { cases } = verifyCopies(backup, keys, null);
    if (cases === null) throw new StoreError('BACKUP_MISSING');
    assertSpace(dir, described.bytes);

    const setAside = moveAside(dir, at, onStep);
    onStep('set aside');
    const built = build(order, backup, setAside);
    onStep('built');
    putInPlace(dir);
    onStep('in place');
    const missing = built.desk.missing === null || built.cases.missing === null ? null : { desk: built.desk.missing, cases: built.cases.missing };
    const report: RestoreReport = {
      backup: infoOf(described),
      salvaged: built.desk.salvaged + built.cases.salvaged,
      missing,
      erasedAgain: new Set([...built.desk.erased, ...built.cases.erased]).size,
      setAside: path.basename(setAside),
    };
    openOnce(order, report);
    onStep('opened');
    removeMarker(dir);
    onStep('done');
    return report;
  });
}

/** The new files, what SQLite writes while they are put together, and some air. */
function assertSpace(dir: string, bytes: number): void {
  const { bavail, bsize } = fs.statfsSync(dir);
  if (bavail * bsize < 3 * bytes) throw new StoreError('DISK_FULL');
}

/** Moves what is here below `set-aside/`; returns that folder. */
function moveAside(dir: string, at: string, onStep: (step: RestoreStep) => void): string {
  const begun = readMarker(dir);
  const marker = begun ?? { setAside: newSetAside(dir, at), phase: 'aside' };
  const folder = path.join(folderPaths(dir).setAside, marker.setAside);
  // What an interrupted restore had put in place: nobody has worked with it, but nothing is thrown away.
  const target = begun?.phase === 'build' ? path.join(folder, `interrupted-${String(fs.readdirSync(folder).length)}`) : folder;
  if (begun === null) writeMarker(dir, marker);
  onStep('marked');
  fs.mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const name of replaced) {
    const file = path.join(dir, name);
    if (fs.existsSync(file)) fs.renameSync(file, path.join(target, name));
  }
  syncFolder(target);
  syncFolder(dir);
  writeMarker(dir, { ...marker, phase: 'build' });
  fs.rmSync(path.join(dir, buildFolder), { recursive: true, force: true });
  return folder;
}

interface Built {
  readonly desk: RestoredDoor;
  readonly cases: RestoredDoor;
}

function build({ dir, from, keys }: RestoreOrder, backup: string, setAside: string): Built {
  const target = path.join(dir, buildFolder);
  fs.mkdirSync(target, { mode: 0o700 });
  const [old, made, copies] = [folderPaths(setAside), folderPaths(target), backupPaths(backup)];
  restoreSlots(dir, from, setAside);
  const closers: Sqlite[] = [];
  const open = <T extends Sqlite | null>(db: T): T => {
    if (db !== null) closers.push(db);
    return db;
  };
  try {
    // Copies stand alone and were just compared with their hashes.
    fs.copyFileSync(copies.desk, made.desk);
    fs.copyFileSync(copies.cases, made.cases);
    const desk = open(openRestored(made.desk, keys.deskKey));
    migrate(desk, deskMigrations);
    const cases = open(openRestored(made.cases, keys.casesKey));
    migrate(cases, casesMigrations);
    const formerDesk = open(openFormer(old.desk, keys.deskKey));
    if (formerDesk !== null) addTombstones(formerDesk, desk);
    const device = desk.prepare<[], DeviceId>('SELECT id FROM this_device').pluck().get();
    if (device === undefined) throw new StoreError('BACKUP_DAMAGED');
    // Of both places: whichever was away last does not know who was erased meanwhile.
    for (const backups of new Set([from, folderPaths(dir).backups])) addTombstonesOf(backups, backup, keys.deskKey, desk);
    const isErased = readTombstones(desk);
    const reasonOf = readReasons(desk);
    const publicKeys = desk.prepare<[string], Buffer>('SELECT public_key FROM devices WHERE id = ?').pluck();
    const heads = { desk: headOf(old.deskHead, keys.deskKey), cases: headOf(old.casesHead, keys.casesKey) };
    const restore = (name: DoorName, db: Sqlite, doorKey: Uint8Array, former: Sqlite | null): RestoredDoor => {
      const head = heads[name];
      const [commits, keyCommits] = countedIn(heads, name);
      const file = made[`${name}Keys`];
      restoreKeyring(file, { door: name, doorKey, former: old[`${name}Keys`], backups: from, keyCommits }, isErased);
      const keyringKey = deriveSubkey(doorKey, 'keyring');
      const keyring = open(openRestored(file, keyringKey));
      wipe(keyringKey);
      return restoreDoor({ name, db, keyring, former, head, commits, device, isErased, reasonOf, findPublicKey: (id) => publicKeys.get(id) });
    };
    return {
      desk: restore('desk', desk, keys.deskKey, formerDesk),
      cases: restore('cases', cases, keys.casesKey, open(openFormer(old.cases, keys.casesKey))),
    };
  } finally {
    for (const db of closers.reverse()) db.close();
  }
}

/** Tombstones of the backups made after this one: also where the former desk cannot be read, what was erased stays erased. */
function addTombstonesOf(from: string, backup: string, deskKey: Uint8Array, desk: Sqlite): void {
  for (const { name } of datedBackups(from)) {
    if (name === path.basename(backup)) continue;
    const other = openFormer(backupPaths(path.join(from, name)).desk, deskKey);
    if (other === null) continue;
    try {
      addTombstones(other, desk);
    } finally {
      other.close();
    }
  }
}

function headOf(file: string, doorKey: Uint8Array): Head | null {
  const key = deriveSubkey(doorKey, 'head');
  try {
    return readHead(file, key);
  } finally {
    wipe(key);
  }
}

function putInPlace(dir: string): void {
  const target = path.join(dir, buildFolder);
  for (const name of databases) {
    syncFile(path.join(target, name));
    fs.renameSync(path.join(target, name), path.join(dir, name));
  }
  syncFolder(dir);
  fs.rmSync(target, { recursive: true, force: true });
}

/** Folds every history anew, writes the heads, and says in the log what happened. */
function openOnce({ dir, keys, at }: RestoreOrder, report: RestoreReport): void {
  const own = { ...keys, deskKey: keys.deskKey.slice(), casesKey: keys.casesKey.slice(), signingSeed: keys.signingSeed?.slice() ?? null };
  // The lock of this folder is held by whoever ordered the restore.
  const store = openStore(dir, own, { release: () => undefined }, false, { adopt: true, clock: () => new Date(at) });
  try {
    const cases = store.cases?.write((tx) => {
      tx.histories.rebuildStates();
      return tx.histories.ids('case');
    });
    const frozen = store.cases?.read((tx) => tx.frozenYears()) ?? new Set<number>();
    store.desk.write((tx) => {
      tx.histories.rebuildStates();
      // Rows, dates and words of the cases are gone: all are named stale, so that the next unlock makes them anew (office/cases/stale.ts).
      tx.settings.write('stale', { records: [...(cases ?? [])] });
      // Histories of the backup may bring count keys of years that are frozen: the next unlock takes them out (office/forgetting/freeze.ts).
      noteFreezing(tx, [...frozen]);
      const details = {
        backup: report.backup.name,
        salvaged: report.salvaged,
        missingDesk: report.missing?.desk ?? null,
        missingCases: report.missing?.cases ?? null,
        erasedAgain: report.erasedAgain,
      };
      tx.audit.write({ action: 'backup.restore', record: null, details }, { user: store.user, device: store.device, at });
    });
  } finally {
    store.close();
  }
}
