/**
 * A hash over what is derived, without row numbers: two stores with the same histories have the same digest, and so have a store and
 * itself rebuilt.
 */
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { insideOf } from '../open-store.ts';
import type { DoorName } from '../contract/actor.ts';
import type { Store } from '../contract/store.ts';
import type { Sqlite } from '../open-database.ts';

interface View {
  readonly select: string;
  /** Column with the record a row belongs to. */
  readonly record: string;
  readonly order: string;
}

/** The state alone: what only the next fold needs (Yjs) has many spellings. */
const states: View = { select: 'SELECT record, kind, state FROM record_states', record: 'record', order: 'record' };

const views: Readonly<Record<DoorName, Readonly<Record<string, View>>>> = {
  desk: {
    record_states: states,
    cards: { select: 'SELECT * FROM cards', record: 'record', order: 'record' },
    card_names: { select: 'SELECT c.record AS of, w.words FROM card_names w LEFT JOIN cards c ON c.row = w.rowid', record: 'c.record', order: 'c.record, w.words' },
    appointments: { select: 'SELECT * FROM appointments', record: 'record', order: 'record, entry' },
  },
  cases: {
    record_states: states,
    case_rows: { select: 'SELECT * FROM case_rows', record: 'id', order: 'id' },
    dues: { select: 'SELECT * FROM dues', record: 'record', order: 'record, day, kind, entry, text' },
    clock_rows: { select: 'SELECT * FROM clock_rows', record: 'record', order: 'record' },
    case_texts: { select: 'SELECT r.id AS of, t.* FROM case_texts t LEFT JOIN case_rows r ON r.row = t.row', record: 'r.id', order: 'r.id, t.words' },
    case_names: { select: 'SELECT r.id AS of, w.words FROM case_names w LEFT JOIN case_rows r ON r.row = w.rowid', record: 'r.id', order: 'r.id, w.words' },
    case_words: { select: 'SELECT r.id AS of, w.words FROM case_words w LEFT JOIN case_rows r ON r.row = w.rowid', record: 'r.id', order: 'r.id, w.words' },
    alike_people: {
      select: 'SELECT r.id AS of, a.born, a.person FROM alike_people a LEFT JOIN case_rows r ON r.row = a.row',
      record: 'r.id',
      order: 'r.id, a.person',
    },
    alike_keys: { select: 'SELECT r.id AS of, k.key FROM alike_keys k LEFT JOIN case_rows r ON r.row = k.row', record: 'r.id', order: 'r.id, k.key' },
    facts: {
      select: `SELECT l.record AS of, l.year, f.codes, f.key_named, f.key_sums
        FROM fact_links l LEFT JOIN monitoring_case_years f ON f.row_id = l.row_id`,
      record: 'l.record',
      order: 'l.record, l.year',
    },
    tallies: {
      select: `SELECT t.record AS of, t.entry, t.day, t.author, t.retired, t.moved, t.answers, m.year, m.codes
        FROM tallies t LEFT JOIN monitoring_tallies m ON m.row_id = t.fact`,
      record: 't.record',
      order: 't.record, t.entry',
    },
    uncounted: { select: 'SELECT m.* FROM (SELECT year, codes FROM monitoring_tallies WHERE row_id NOT IN (SELECT fact FROM tallies WHERE fact IS NOT NULL)) m', record: "''", order: 'm.year, m.codes' },
  },
};

/** Of both doors, lower-case hex; null of a door that is not open. Throws DATABASE_DAMAGED where a derived table cannot be read. */
export function derivedDigest(store: Store): Readonly<Record<DoorName, string | null>> {
  const { desk, cases } = insideOf(store).databases;
  return {
    desk: store.desk.read(() => digestOf(desk, 'desk')),
    cases: cases === null ? null : (store.cases?.read(() => digestOf(cases, 'cases')) ?? null),
  };
}

/** Of what is derived of one case behind the cases door; a function, so that it is asked of thousands. Throws DATABASE_DAMAGED. */
export function caseDigest(store: Store): (record: RecordId) => string {
  const { cases } = insideOf(store).databases;
  const door = store.cases;
  if (cases === null || door === null) throw new Error('the cases are not open');
  const statements = Object.values(views.cases).map(({ select, record, order }) =>
    cases.prepare<[string], Row>(`${select} WHERE ${record} = ? ORDER BY ${order}`),
  );
  return (record) => door.read(() => sha256Hex(statements.map((statement) => linesOf(statement.all(record))).join('\n')));
}

type Row = Readonly<Record<string, unknown>>;

function digestOf(db: Sqlite, door: DoorName): string {
  const tables = Object.entries(views[door]).map(([name, { select, order }]) => {
    const rows = db.prepare<[], Row>(`${select} ORDER BY ${order}`).all();
    return `${name}:${sha256Hex(linesOf(rows))}`;
  });
  return sha256Hex(tables.join('\n'));
}

function linesOf(rows: readonly Row[]): string {
  return rows.map(lineOf).join('\n');
}

/** Row numbers are nobody's business. */
function lineOf({ row: _row, state, ...rest }: Row): string {
  return JSON.stringify(typeof state === 'string' ? { ...rest, state: canonicalJson(JSON.parse(state)) } : rest);
}
