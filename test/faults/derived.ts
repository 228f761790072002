/** Everything that is derived from the histories, as one text that does not depend on row numbers or the order of writing. */
import { insideOf } from '../../db/open-store.ts';
import { recordStates } from '../../db/histories/record-states.ts';
import type { Sqlite } from '../../db/open-database.ts';
import { openContext } from '../../office/base.ts';
import { rebuildProjections } from '../../office/cases/stale.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { OpenedOffice } from './office-on-keys.ts';

const records = 'SELECT record FROM record_states ORDER BY record';
const ofCases = [
  'SELECT id, number, number_sort, name, name_sort, born, support_form, status, consent, caseworker, next_date, gaps, changed_at FROM case_rows ORDER BY id',
  'SELECT record, day, kind, entry, text FROM dues ORDER BY record, day, kind, entry, text',
  'SELECT r.id, t.words, t.digits FROM case_texts t LEFT JOIN case_rows r ON r.row = t.row ORDER BY r.id',
  'SELECT r.id, n.words FROM case_names n LEFT JOIN case_rows r ON r.row = n.rowid ORDER BY r.id',
  'SELECT r.id, w.words FROM case_words w LEFT JOIN case_rows r ON r.row = w.rowid ORDER BY r.id',
  'SELECT l.record, l.year, m.codes, m.key_named, m.key_sums FROM fact_links l LEFT JOIN monitoring_case_years m ON m.row_id = l.row_id ORDER BY l.record, l.year',
] as const;

/** JSON in a column counts by what it says, not by the order of its keys. */
function settled(row: unknown): unknown {
  const parse = (value: unknown): unknown => (typeof value === 'string' && /^[{[]/.test(value) ? (JSON.parse(value) as unknown) : value);
  return Object.fromEntries(Object.entries(row as object).map(([name, value]) => [name, parse(value)]));
}

function statesOf(db: Sqlite): readonly string[] {
  const states = recordStates(db);
  return db.prepare<[], string>(records).pluck().all().map((id) => canonicalJson(states.findFold(RecordId.parse(id))));
}

function derivedOf({ core }: OpenedOffice): string {
  const { desk, cases } = insideOf(openContext(core.context).store).databases;
  if (cases === null) throw new Error('the campaign needs both doors');
  const tables = ofCases.map((sql) => canonicalJson(cases.prepare(sql).all().map(settled)));
  return [...statesOf(desk), ...statesOf(cases), ...tables].join('\n');
}

/** Null when what is derived is what the histories say; else where the two part. Rebuilds everything. */
export function differenceToRebuilt(office: OpenedOffice): string | null {
  const before = derivedOf(office);
  const { store, office: open } = openContext(office.core.context);
  store.desk.write((tx) => { tx.histories.rebuildStates(); });
  store.cases?.write((tx) => { tx.histories.rebuildStates(); });
  rebuildProjections(office.core.context, open);
  const after = derivedOf(office);
  if (before === after) return null;
  const at = [...before].findIndex((character, index) => after[index] !== character);
  return `derived data differ from the rebuilt ones at ${String(at)}: ${before.slice(at - 60, at + 60)} / ${after.slice(at - 60, at + 60)}`;
}
