/** Puts one door together: the backup's copy, minus what is forgotten, plus what can still be read out of the former file. */
import fs from 'node:fs';
import type { DeviceId, RecordId } from '../../shared/domain/ids.ts';
import type { Head } from '../audit/chain-head.ts';
import { commitCounter, countOf } from '../commit-counter.ts';
import type { DoorName } from '../contract/actor.ts';
import { forgetHistory } from '../erase/forget-rows.ts';
import type { IsErased } from '../erase/tombstones.ts';
import { openCopy, openDatabase, type Sqlite } from '../open-database.ts';
import { salvage, type Salvaged } from './salvage.ts';
import { restoreFacts, type ReasonOf } from './restore-facts.ts';
import { salvageDeskTables } from './salvage-desk.ts';
import { tolerate } from './tolerant-read.ts';

export interface DoorParts {
  readonly name: DoorName;
  /** The restored database, migrated. */
  readonly db: Sqlite;
  readonly keyring: Sqlite;
  /** The former database; null when it does not open. */
  readonly former: Sqlite | null;
  readonly head: Head | null;
  /** Commits of the database as its own head or the other door's counted them; 0 when nobody did. */
  readonly commits: number;
  readonly device: DeviceId;
  readonly isErased: IsErased;
  readonly reasonOf: ReasonOf;
  readonly findPublicKey: (device: DeviceId) => Uint8Array | undefined;
}

export interface RestoredDoor {
  readonly salvaged: number;
  /** null: the counter outside the databases is gone, too, and the other door saw nothing that is not here. */
  readonly missing: number | null;
  readonly erased: readonly RecordId[];
}

/** Behind a loss the next numbers keep this distance: nobody knows which of the lost ones another PC has seen. */
const gapBehindLoss = 100_000;

export function restoreDoor(parts: DoorParts): RestoredDoor {
  const { name, db, keyring, former, head, device } = parts;
  const find = keyring.prepare<[string], Buffer>('SELECT key FROM file_keys WHERE record = ?').pluck();
  const findKey = (record: RecordId): Uint8Array | undefined => find.get(record);
  const atBackup = { commits: countOf(db), sequence: lastOf(db, device), audit: lastAudit(db, device) };
  const { erased, keyless } = forget(db, parts.isErased, findKey);

  const commitsThen = former === null ? 0 : commitsOf(former);
  const isYounger = former !== null && commitsThen >= atBackup.commits;
  const found: Salvaged = former === null ? { intents: 0, whole: false, highest: new Map() } : salvage({ ...parts, door: name, former, restored: db, findKey });
  let whole = found.whole;
  if (former !== null && isYounger) {
    db.transaction(() => {
      if (name === 'desk') whole = salvageDeskTables(former, db) && whole;
      // A former tombstone may concern entries that were salvaged with their record.
      forget(db, parts.isErased, findKey);
    }).immediate();
  }
  if (name === 'cases') db.transaction(() => { restoreFacts(db, keyring, isYounger ? former : null, parts.reasonOf); }).immediate();
  const lost = (): number => {
    if (head === null) return 0;
    const sinceBackup = Math.max(0, head.commits - Math.max(atBackup.commits, whole ? commitsThen : 0));
    if (former === null || whole) return sinceBackup;
    // Partly readable: what the running numbers say is not there.
    const seen = found.highest.get(device) ?? atBackup.sequence;
    const numbers = db.prepare<[string, number], number>('SELECT count(*) FROM intents WHERE device = ? AND sequence > ?').pluck();
    const intents = Math.max(0, seen - atBackup.sequence - (numbers.get(device, atBackup.sequence) ?? 0));
    const entries = Math.max(0, head.sequence - lastAudit(db, device));
    return Math.min(sinceBackup, Math.max(intents, entries));
  };
  // Committed after everything that the files and the door's own head know of: a door that was put back together with its heads.
  const witnessed = Math.max(0, parts.commits - Math.max(atBackup.commits, commitsThen, head?.commits ?? 0));
  const missing = head === null && witnessed === 0 ? null : lost() + witnessed + keyless;
  raiseFloors(db, found.highest, device, missing !== 0);
  commitCounter(db).raiseTo(Math.max(parts.commits, commitsThen));
  return { salvaged: found.intents, missing, erased };
}

/** Takes out what must not come back; a record without a file key cannot be read by anybody any more. */
function forget(db: Sqlite, isErased: IsErased, findKey: (record: RecordId) => Uint8Array | undefined) {
  const records = db.prepare<[], RecordId>('SELECT record FROM intents UNION SELECT record FROM attachments UNION SELECT record FROM audit WHERE record IS NOT NULL').pluck().all();
  const erased = records.filter(isErased);
  const keyless = records.filter((record) => !isErased(record) && findKey(record) === undefined);
  for (const record of [...erased, ...keyless]) forgetHistory(db, record);
  return { erased, keyless: keyless.length };
}

function raiseFloors(db: Sqlite, highest: ReadonlyMap<DeviceId, number>, device: DeviceId, loss: boolean): void {
  const raise = db.prepare(
    'INSERT INTO sequence_floors (device, sequence) VALUES (?, ?) ON CONFLICT (device) DO UPDATE SET sequence = max(sequence, excluded.sequence)',
  );
  for (const [other, sequence] of highest) raise.run(other, sequence);
  if (loss) raise.run(device, Math.max(lastOf(db, device), highest.get(device) ?? 0) + gapBehindLoss);
}

function lastOf(db: Sqlite, device: DeviceId): number {
  return db.prepare<[string], number | null>('SELECT max(sequence) FROM intents WHERE device = ?').pluck().get(device) ?? 0;
}

function lastAudit(db: Sqlite, device: DeviceId): number {
  return db.prepare<[string], number | null>('SELECT max(sequence) FROM audit WHERE device = ?').pluck().get(device) ?? 0;
}

function commitsOf(former: Sqlite): number {
  let commits = 0;
  tolerate(() => {
    commits = countOf(former);
    return true;
  });
  return commits;
}

/** null for a file that is missing, empty, or does not open at all. */
export function openFormer(file: string, key: Uint8Array): Sqlite | null {
  let db: Sqlite | null = null;
  if (fs.existsSync(file)) tolerate(() => (db = openCopy(file, key, { readonly: true })) !== null);
  return db;
}

/** A database that is made anew in the place of the former one. */
export function openRestored(file: string, key: Uint8Array): Sqlite {
  return openDatabase(file, key, { create: false });
}
