/**
 * SQLite without Lotse: the same numbers of bytes, read and written by the statements one would write by hand.
 *
 * Also on plain SQLite and under the other ciphers of the library, so that the choice of the cipher can be looked at again. The key is random and
 * goes with the file.
 */
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CaseRowView } from '../../shared/rpc/lists.views.ts';
import { durations } from './measure.ts';

export const ciphers = ['chacha20', 'plain', 'sqlcipher', 'aegis'] as const;
export type Cipher = (typeof ciphers)[number];

export interface BareSizes {
  /** Bytes of what is kept of one case, both records, as JSON. */
  readonly state: number;
}

/** What a sealed intent with its signature takes, and an entry of the log. */
const intentBytes = 620;
const auditBytes = 560;

export interface BareDatabase {
  readonly cipher: Cipher;
  list(): void;
  search(prefix: string): void;
  open(turn: number): void;
  save(turn: number): void;
  close(): void;
}

function opened(file: string, cipher: Cipher): Database.Database {
  const db = new Database(file);
  if (cipher !== 'plain') {
    db.pragma(`cipher = '${cipher}'`);
    db.key(Buffer.concat([Buffer.from('raw:'), randomBytes(32)]));
  }
  for (const pragma of ['journal_mode = wal', 'synchronous = 2', 'temp_store = 2', 'secure_delete = 1', 'mmap_size = 0', 'cache_size = -65536']) db.pragma(pragma);
  return db;
}

/** Filler that looks like text and does not compress to nothing. */
function filler(length: number): string {
  return randomBytes(Math.ceil(length / 2)).toString('hex').slice(0, length);
}

export function bareDatabase(dir: string, cipher: Cipher, rows: readonly CaseRowView[], sizes: BareSizes): BareDatabase {
  const db = opened(join(dir, `bare-${cipher}.db`), cipher);
  db.exec(`
    CREATE TABLE cases (row INTEGER PRIMARY KEY, id TEXT UNIQUE, number TEXT, name TEXT, born TEXT, form TEXT, status TEXT, changed TEXT, gaps INTEGER);
    CREATE INDEX cases_by_name ON cases (name, id);
    CREATE TABLE states (id TEXT PRIMARY KEY, state TEXT) WITHOUT ROWID;
    CREATE TABLE intents (position INTEGER PRIMARY KEY, record TEXT, sealed BLOB);
    CREATE TABLE audit (sequence INTEGER PRIMARY KEY, sealed BLOB);
    CREATE VIRTUAL TABLE names USING fts5(words, prefix = '1 2 3');`);
  const add = db.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addState = db.prepare('INSERT INTO states VALUES (?, ?)');
  const addWords = db.prepare('INSERT INTO names (rowid, words) VALUES (?, ?)');
  db.transaction(() => {
    for (const [at, row] of rows.entries()) {
      add.run(at, row.id, row.number, row.name, row.born, row.supportForm, row.status, row.changedAt, row.gaps);
      addState.run(row.id, filler(sizes.state));
      addWords.run(at, `${row.name} ${row.number}`);
    }
  })();
  const count = db.prepare('SELECT count(*) FROM cases').pluck();
  const page = db.prepare('SELECT * FROM cases ORDER BY name, id LIMIT 50');
  const match = db.prepare<[string]>('SELECT c.* FROM names n JOIN cases c ON c.row = n.rowid WHERE names MATCH ? LIMIT 30');
  const read = db.prepare<[string], { state: string }>('SELECT state FROM states WHERE id = ?');
  const addIntent = db.prepare('INSERT INTO intents (record, sealed) VALUES (?, ?)');
  const addAudit = db.prepare('INSERT INTO audit (sealed) VALUES (?)');
  const write = db.prepare('UPDATE states SET state = ? WHERE id = ?');
  const touch = db.prepare('UPDATE cases SET changed = ? WHERE id = ?');
  const idAt = (turn: number): string => rows[Math.abs(turn * 7_919) % rows.length]?.id ?? '';
  const sealed = randomBytes(intentBytes);
  const entry = randomBytes(auditBytes);
  const state = filler(sizes.state);
  const saveOne = db.transaction((id: string) => {
    read.get(id);
    addIntent.run(id, sealed);
    write.run(state, id);
    touch.run(new Date().toISOString(), id);
    addAudit.run(entry);
  });
  return {
    cipher,
    list: () => {
      count.get();
      page.all();
    },
    search: (prefix) => void match.all(`"${prefix}"*`),
    open: (turn) => {
      read.get(idAt(turn));
      addAudit.run(entry);
    },
    save: (turn) => { saveOne(idAt(turn)); },
    close: () => void db.close(),
  };
}

export interface CipherTimes {
  readonly cipher: Cipher;
  readonly list: readonly number[];
  readonly search: readonly number[];
  readonly open: readonly number[];
  readonly save: readonly number[];
}

export async function timeBare(database: BareDatabase, times: number, prefix: string): Promise<CipherTimes> {
  return {
    cipher: database.cipher,
    list: await durations(times, () => { database.list(); }),
    search: await durations(times, () => { database.search(prefix); }),
    open: await durations(times, (turn) => { database.open(turn); }),
    save: await durations(times, (turn) => { database.save(turn); }),
  };
}
