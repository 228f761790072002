/**
 * Looks through the files of an open office, in the worker, by connections of its own (R33).
 *
 * `quick`: the pages, as after each unlock. `full`: everything that can be told without the catalogue.
 */
import { deriveSubkey, wipe } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { DoorName } from '../contract/actor.ts';
import type { StoreErrorCode } from '../contract/errors.ts';
import { pagesHold } from '../backup/inspect-copy.ts';
import { verifyChain } from '../backup/verify-chain.ts';
import { storeCodeOf } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { hasTable } from '../has-table.ts';
import { recordStates } from '../histories/record-states.ts';
import { openDatabase, type Sqlite } from '../open-database.ts';
import { checkRecord } from './check-record.ts';
import { searchHolds, searchTables } from './check-search.ts';

export interface Finding {
  readonly what: 'pages' | 'log' | 'keys' | 'histories' | 'derived' | 'search';
  readonly problem: StoreErrorCode | null;
  /** Problems, or, where there are none, what was looked at. */
  readonly count: number;
}

export interface CheckOrder {
  readonly dir: string;
  readonly deskKey: Uint8Array;
  readonly casesKey: Uint8Array | null;
  readonly depth: 'quick' | 'full';
}

export function checkFiles({ dir, deskKey, casesKey, depth }: CheckOrder): readonly Finding[] {
  const doors: [DoorName, Uint8Array][] = [['desk', deskKey]];
  if (casesKey !== null) doors.push(['cases', casesKey]);
  const open: Sqlite[] = [];
  const tally = newTally();
  try {
    let desk: Sqlite | null = null;
    for (const [door, key] of doors) {
      const paths = folderPaths(dir);
      const keyringKey = deriveSubkey(key, 'keyring');
      const db = openOr(tally, paths[door], key, open);
      const keyring = openOr(tally, paths[`${door}Keys`], keyringKey, open);
      wipe(keyringKey);
      desk ??= db;
      for (const file of [db, keyring]) {
        if (file !== null) tally.note('pages', 1, bool(() => pagesHold(file, depth === 'quick' ? 'quick_check' : 'integrity_check')) ? 0 : 1);
      }
      if (depth === 'full' && db !== null && keyring !== null && desk !== null) lookThrough({ door, db, keyring, desk, tally });
    }
    return tally.findings(depth === 'quick' ? ['pages'] : ['pages', 'log', 'keys', 'histories', 'derived', 'search']);
  } finally {
    for (const db of open.reverse()) db.close();
  }
}

interface Tally {
  note(what: Finding['what'], looked: number, wrong: number): void;
  findings(what: readonly Finding['what'][]): readonly Finding[];
}

function newTally(): Tally {
  const counts = new Map<Finding['what'], { looked: number; wrong: number }>();
  return {
    note: (what, looked, wrong) => {
      const now = counts.get(what) ?? { looked: 0, wrong: 0 };
      counts.set(what, { looked: now.looked + looked, wrong: now.wrong + wrong });
    },
    findings: (all) =>
      all.map((what) => {
        const { looked, wrong } = counts.get(what) ?? { looked: 0, wrong: 0 };
        return wrong > 0 ? { what, problem: 'DATABASE_DAMAGED', count: wrong } : { what, problem: null, count: looked };
      }),
  };
}

function openOr(tally: Tally, file: string, key: Uint8Array, open: Sqlite[]): Sqlite | null {
  try {
    const db = openDatabase(file, key, { create: false });
    open.push(db);
    return db;
  } catch (error) {
    if (storeCodeOf(error) === null) throw error;
    tally.note('pages', 1, 1);
    return null;
  }
}

/** Damage is an answer here, not a failure. */
function bool(look: () => boolean): boolean {
  try {
    return look();
  } catch (error) {
    if (storeCodeOf(error) !== 'DATABASE_DAMAGED') throw error;
    return false;
  }
}

interface Look {
  readonly door: DoorName;
  readonly db: Sqlite;
  readonly keyring: Sqlite;
  readonly desk: Sqlite;
  readonly tally: Tally;
}

function lookThrough({ door, db, keyring, desk, tally }: Look): void {
  const device = desk.prepare<[], string>('SELECT id FROM this_device').pluck().get() ?? '';
  const entries = db.prepare<[], number>('SELECT count(*) FROM audit').pluck().get() ?? 0;
  tally.note('log', entries, bool(() => verifyChain(db, door, device)) ? 0 : 1);
  const findKey = keyring.prepare<[string], Buffer>('SELECT key FROM file_keys WHERE record = ?').pluck();
  const publicKey = desk.prepare<[string], Buffer>('SELECT public_key FROM devices WHERE id = ?').pluck();
  let states: ReturnType<typeof recordStates> | null = null;
  const hasStates = bool(() => {
    states = hasTable(db, 'record_states') ? recordStates(db) : null;
    return states !== null;
  });
  if (!hasStates) tally.note('derived', 1, 1);
  let records: readonly RecordId[] = [];
  if (!bool(() => { records = db.prepare<[], RecordId>('SELECT DISTINCT record FROM intents ORDER BY record').pluck().all(); return true; })) {
    tally.note('histories', 1, 1);
  }
  for (const record of records) {
    const key = findKey.get(record);
    tally.note('keys', 1, key === undefined ? 1 : 0);
    if (key === undefined) continue;
    const { history, state } = checkRecord({ door, db, record, key, findPublicKey: (device) => publicKey.get(device), states });
    tally.note('histories', 1, history ? 0 : 1);
    if (state !== null) tally.note('derived', 1, state ? 0 : 1);
  }
  if (door !== 'cases') return;
  for (const table of searchTables) tally.note('search', 1, bool(() => searchHolds(db, table)) ? 0 : 1);
}
