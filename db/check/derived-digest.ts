/**
 * One hash over everything derived of a door, without row numbers: two stores with the same histories have the same digest, and so have a
 * store and itself rebuilt.
 */
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { insideOf } from '../open-store.ts';
import type { DoorName, Store } from '../contract.ts';
import type { Sqlite } from '../open-database.ts';

/** The state alone: what only the next fold needs (Yjs) has many spellings. */
const states = 'SELECT record, kind, state FROM record_states ORDER BY record';

/** Each answers all rows with the record they belong to, in an order of their own. */
const views: Readonly<Record<DoorName, Readonly<Record<string, string>>>> = {
  desk: { record_states: states },
  cases: {
    record_states: states,
    case_rows: 'SELECT * FROM case_rows ORDER BY id',
    dues: 'SELECT * FROM dues ORDER BY record, day, kind, entry, text',
    case_texts: 'SELECT r.id AS of, t.* FROM case_texts t LEFT JOIN case_rows r ON r.row = t.row ORDER BY r.id, t.words',
    case_names: 'SELECT r.id AS of, w.words FROM case_names w LEFT JOIN case_rows r ON r.row = w.rowid ORDER BY r.id, w.words',
    case_words: 'SELECT r.id AS of, w.words FROM case_words w LEFT JOIN case_rows r ON r.row = w.rowid ORDER BY r.id, w.words',
    facts: `SELECT l.record AS of, l.year, f.codes, f.key_named, f.key_sums
      FROM fact_links l LEFT JOIN monitoring_case_years f ON f.row_id = l.row_id ORDER BY l.record, l.year`,
  },
};

/** Lower-case hex. Throws DATABASE_DAMAGED where a derived table cannot be read. */
export function derivedDigest(store: Store): Readonly<Record<DoorName, string | null>> {
  const { desk, cases } = insideOf(store).databases;
  return {
    desk: store.desk.read(() => digestOf(desk, 'desk')),
    cases: cases === null ? null : (store.cases?.read(() => digestOf(cases, 'cases')) ?? null),
  };
}

/** Of one open database. */
export function digestOf(db: Sqlite, door: DoorName): string {
  const tables = Object.entries(views[door]).map(([name, sql]) => {
    const rows = db.prepare<[], Record<string, unknown>>(sql).all();
    return `${name}:${sha256Hex(rows.map(lineOf).join('\n'))}`;
  });
  return sha256Hex(tables.join('\n'));
}

/** Row numbers are nobody's business. */
function lineOf({ row: _row, state, ...rest }: Record<string, unknown>): string {
  return JSON.stringify(typeof state === 'string' ? { ...rest, state: canonicalJson(JSON.parse(state)) } : rest);
}
