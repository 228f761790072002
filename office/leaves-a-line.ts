/**
 * The mark of every access: whoever works with a file, for whatever, leaves at least one line in its log with the right in which she did it.
 *
 * Acts write lines of their own with more in them. This is the one place that looks whether there was one, so that no procedure can be forgotten:
 * an act that turned out to be done before still showed the file.
 */
import type { RecordId } from '../shared/domain/ids.ts';
import type { CasesTx, Door } from '../db/contract/store.ts';
import { logReading } from './audit/log-reading.ts';
import { rightToFile } from './cases/who-asks.ts';
import type { OpenContext } from './context.ts';
import { filesIn } from './files-in.ts';

/** The number of the newest line, if it says in which right. */
function newestMark(cases: Door<CasesTx>, record: RecordId): number | null {
  return cases.read((tx) => tx.audit.read({ record, limit: 1 })).find(({ details }) => details?.['right'] !== undefined)?.sequence ?? null;
}

/** Runs the procedure; what it leaves unsaid is said afterwards. A refused one showed nothing. */
export async function leavesALine<T>(context: OpenContext, input: unknown, path: readonly string[], procedure: () => Promise<T>): Promise<T> {
  const { store, session, office } = context;
  const { cases } = store;
  const named = cases === null ? [] : filesIn(input);
  if (cases === null || named.length === 0) return procedure();
  const before = new Map(named.map((record) => [record, newestMark(cases, record)]));
  const result = await procedure();
  if (session.open !== office) return result;
  for (const record of named) {
    const mark = newestMark(cases, record);
    if (mark !== null && mark !== before.get(record)) continue;
    const state = cases.read((tx) => tx.histories.find(record));
    if (state?.kind !== 'case') continue;
    const right = rightToFile(context, state);
    if (right !== null) logReading({ ...context, cases }, { action: path.join('.'), record, details: { right } });
  }
  return result;
}
