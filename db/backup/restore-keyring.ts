/**
 * The file keys of a restored door.
 *
 * A keyring that can be read to its end is the truth: what is not in it was destroyed. Only where it is damaged, gone, older than what was
 * counted or marked do the copies count, together with what can still be read of it. A key whose record has a tombstone never comes back. Of the rows that
 * belong to nobody ([Note: kept facts]) the latest whole list counts, and a year that was frozen once stays frozen.
 *
 * [Note: raised] An older keyring that was accepted, or one made out of copies, counts on from a number it never reached by itself. It is
 * marked in its header (`application_id`), and is never again taken for the whole truth.
 */
import fs from 'node:fs';
import { deriveSubkey, wipe } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { addFrozenYear, keptFacts, readFrozenYears, replaceKeptFacts, type KeptFactRow } from '../cases/kept-facts.ts';
import { commitCounter, countOf } from '../commit-counter.ts';
import type { DoorName } from '../contract/actor.ts';
import { StoreError } from '../errors.ts';
import type { IsErased } from '../erase/tombstones.ts';
import { hasTable } from '../has-table.ts';
import { migrate } from '../migrate.ts';
import { keyringMigrations } from '../migrations/all.ts';
import { openCopy, openDatabase, type Sqlite } from '../open-database.ts';
import { keyCopyPaths, readKeyCopies } from './key-copies.ts';
import { readKeyed, tolerate } from './tolerant-read.ts';

export interface KeyringSources {
  readonly door: DoorName;
  readonly doorKey: Uint8Array;
  /** The former keyring; may be damaged or missing. */
  readonly former: string;
  /** Folder `backups`, here or of the second place. */
  readonly backups: string;
  /** What the head counted of the keyring's commits; 0 when nobody knows. */
  readonly keyCommits: number;
}

/** Into the keyring of an open store that is older than what was counted: every key of the copies that it lacks. */
export function addKeysOfCopies(ring: Sqlite, { door, doorKey, backups }: Pick<KeyringSources, 'door' | 'doorKey' | 'backups'>, isErased: IsErased): void {
  const key = deriveSubkey(doorKey, 'keyring');
  const found: Keys[] = [];
  try {
    found.push(...readKeyCopies(backups).map(({ folder }) => readKeyring(keyCopyPaths(folder)[door], key)).filter((keys) => keys !== null));
    ring.transaction(() => { addKeys(ring, found, isErased); }).immediate();
  } finally {
    wipe(key);
    wipeFound(found);
  }
}

/** Counts on from `count`; see [Note: raised]. */
export function raiseKeyring(ring: Sqlite, count: number): void {
  const counter = commitCounter(ring);
  if (counter.read() >= count) return;
  ring.transaction(() => {
    ring.pragma(`application_id = ${String(raised)}`);
    counter.raiseTo(count);
  }).immediate();
}

const raised = 1;

interface Keys {
  readonly byRecord: Map<RecordId, Uint8Array>;
  /** Read to the end. */
  readonly whole: boolean;
  readonly commits: number;
  /** See [Note: raised]. */
  readonly raised: boolean;
  /** null where they cannot be read to the end, or nobody kept any yet. */
  readonly facts: readonly KeptFactRow[] | null;
  readonly frozen: ReadonlySet<number>;
}

/** Writes a new keyring to `file`. Throws BACKUP_DAMAGED when there is none to make it of. */
export function restoreKeyring(file: string, sources: KeyringSources, isErased: IsErased): void {
  const key = deriveSubkey(sources.doorKey, 'keyring');
  try {
    const former = readKeyring(sources.former, key);
    const trusted = former !== null && former.whole && !former.raised && former.commits >= sources.keyCommits;
    const copies = trusted ? [] : readKeyCopies(sources.backups).map(({ folder }) => readKeyring(keyCopyPaths(folder)[sources.door], key));
    const found = [former, ...copies].filter((keys) => keys !== null);
    if (found.length === 0) throw new StoreError('BACKUP_DAMAGED');
    const db = openDatabase(file, key, { create: true });
    try {
      migrate(db, keyringMigrations);
      db.transaction(() => {
        addKeys(db, found, isErased);
        keepForgotten(db, found);
        if (!trusted) db.pragma(`application_id = ${String(raised)}`);
        commitCounter(db).raiseTo(Math.max(sources.keyCommits, ...found.map(({ commits }) => commits)));
      }).immediate();
    } finally {
      db.close();
      wipeFound(found);
    }
  } finally {
    wipe(key);
  }
}

function addKeys(ring: Sqlite, found: readonly Keys[], isErased: IsErased): void {
  const add = ring.prepare('INSERT INTO file_keys (record, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const { byRecord } of found) for (const [record, fileKey] of byRecord) if (!isErased(record)) add.run(record, fileKey);
}

/** One that was raised may be older than the copies, whatever it counts. */
function keepForgotten(ring: Sqlite, found: readonly Keys[]): void {
  const byAge = found.toSorted((a, b) => Number(a.raised) - Number(b.raised) || b.commits - a.commits);
  const frozen = new Set(found.flatMap((keys) => [...keys.frozen]));
  const facts = byAge.find((keys) => keys.facts !== null)?.facts ?? [];
  replaceKeptFacts(ring, facts.filter(({ year }) => !frozen.has(year)));
  for (const year of frozen) addFrozenYear(ring, year);
}

function wipeFound(found: readonly Keys[]): void {
  for (const { byRecord } of found) for (const fileKey of byRecord.values()) wipe(fileKey);
}

/** null when nothing of it can be read. */
function readKeyring(file: string, key: Uint8Array): Keys | null {
  if (!fs.existsSync(file)) return null;
  const byRecord = new Map<RecordId, Uint8Array>();
  let db: Sqlite | null = null;
  let commits = 0;
  let isRaised = false;
  let whole = false;
  let facts: readonly KeptFactRow[] | null = null;
  let frozen: ReadonlySet<number> = new Set();
  try {
    tolerate(() => (db = openCopy(file, key, { readonly: true })) !== null);
    const opened = db as Sqlite | null;
    if (opened === null) return null;
    whole = readKeyed<{ record: RecordId; key: Buffer }>(opened, 'file_keys', 'record, key', 'record', (row) => {
      byRecord.set(row.record, new Uint8Array(row.key));
    });
    whole = tolerate(() => {
      commits = countOf(opened);
      isRaised = opened.pragma('application_id', { simple: true }) !== 0;
      return true;
    }) && whole;
    tolerate(() => {
      if (!hasTable(opened, 'kept_facts')) return true;
      frozen = readFrozenYears(opened);
      facts = keptFacts(opened);
      return true;
    });
    return { byRecord, whole, commits, raised: isRaised, facts, frozen };
  } finally {
    (db as Sqlite | null)?.close();
  }
}
