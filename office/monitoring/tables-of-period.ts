/** From the facts of a year to what a delivery says. Reads `monitoring_*` tables through the reader and nothing else. */
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { buildTables } from '../../shared/monitoring/build-tables.ts';
import { addKey, lookUp } from '../../shared/monitoring/cell-key.ts';
import { unknown } from '../../shared/monitoring/dimensions/dimension.ts';
import type { YearPeriod } from '../../shared/monitoring/period.ts';
import type { Ptable } from '../../shared/monitoring/ptable.ts';
import type { FactReader } from '../../shared/monitoring/types.ts';
import type { UsablePlan } from './plans.ts';

export interface PeriodTables {
  /** Canonical JSON of the tables: the preview, and later the signed content. */
  readonly tables: string;
  /** Counted answers nobody has given, protected: "etwa n Angaben unbekannt". */
  readonly unknownAnswers: number;
}

/**
 * Protected like any finer count: it is a sum of cells of the tables, so published exactly it would undo part of their protection. Its key is the sum of
 * the keys of the rows, once for every unknown answer.
 */
function countUnknown(reader: FactReader, ptable: Ptable, dimensions: readonly string[], year: number): number {
  let count = 0;
  let key = 0;
  for (const { codes, keyNamed } of reader.caseYears(year)) {
    for (const dimension of dimensions) {
      if (codes[dimension] !== unknown.code) continue;
      count += 1;
      key = addKey(key, keyNamed);
    }
  }
  return count + lookUp(ptable, count, key);
}

export function tablesOfPeriod(reader: FactReader, { plan, ptable }: UsablePlan, period: YearPeriod): PeriodTables {
  const counted = [...new Set(plan.tables.flatMap(({ dimensions }) => dimensions))];
  return {
    tables: canonicalJson(buildTables(reader, plan, ptable, period)),
    unknownAnswers: countUnknown(reader, ptable, counted, period.year),
  };
}
