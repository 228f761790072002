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
  'SELECT r.id, a.born, a.person FROM alike_people a LEFT JOIN case_rows r ON r.row = a.row ORDER BY r.id, a.person',
  'SELECT r.id, k.key FROM alike_keys k LEFT JOIN case_rows r ON r.row = k.row ORDER BY r.id, k.key',
  'SELECT l.record, l.year, m.codes, m.key_named, m.key_sums FROM fact_links l LEFT JOIN monitoring_case_years m ON m.row_id = l.row_id ORDER BY l.record, l.year',
] as const;

/** JSON in a column counts by what it says, not by the order of its keys. */
function settled(row: unknown): unknown {
  const parse = (value: unknown): unknown => (typeof value === 'string' && /^[{[]/.test(value) ? (JSON.parse(value) as unknown) : value);
  return Object.fromEntries(Object.entries(row as object).map(([name, value]) => [name, parse(value)]));
}

/** Folded states by record; those an earlier Lotse kept in another shape are made anew when they are next used, and say nothing here. */
function statesOf(name: string, db: Sqlite): readonly (readonly [string, string])[] {
  const states = recordStates(db);
  return db.prepare<[], string>(records).pluck().all().flatMap((id) => {
    const fold = states.findFold(RecordId.parse(id));
    return fold === 'other_shape' ? [] : [[`${name} ${id}`, canonicalJson(fold)] as const];
  });
}

function derivedOf({ core }: OpenedOffice): ReadonlyMap<string, string> {
  const { desk, cases } = insideOf(openContext(core.context).store).databases;
  if (cases === null) throw new Error('the campaign needs both doors');
  const tables = ofCases.map((sql) => [sql, canonicalJson(cases.prepare(sql).all().map(settled))] as const);
  return new Map([...statesOf('desk', desk), ...statesOf('cases', cases), ...tables]);
}

/** Null when what is derived is what the histories say; else where the two part. Rebuilds everything. */
export function differenceToRebuilt(office: OpenedOffice): string | null {
  const { store, office: open } = openContext(office.core.context);
  // Words that were left for later are no difference.
  store.cases?.write((tx) => tx.projections.settleWords(Number.MAX_SAFE_INTEGER));
  const before = derivedOf(office);
  store.desk.write((tx) => { tx.histories.rebuildStates(); });
  store.cases?.write((tx) => { tx.histories.rebuildStates(); });
  rebuildProjections(office.core.context, open);
  const after = derivedOf(office);
  for (const [name, found] of before) {
    const made = after.get(name) ?? '';
    if (found === made) continue;
    const at = Math.max(0, [...found].findIndex((character, index) => made[index] !== character) - 60);
    return `${name} differs from what is made anew: ${found.slice(at, at + 160)} / ${made.slice(at, at + 160)}`;
  }
  return null;
}
