/** From the facts of a year to what a delivery says. Reads `monitoring_*` tables through the reader and nothing else. */
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { buildTables } from '../../shared/monitoring/build-tables.ts';
import { unknown } from '../../shared/monitoring/dimensions/dimension.ts';
import type { YearPeriod } from '../../shared/monitoring/period.ts';
import type { FactReader } from '../../shared/monitoring/types.ts';
import type { UsablePlan } from './plans.ts';

export interface PeriodTables {
  /** Canonical JSON of the tables: the preview, and later the signed content. */
  readonly tables: string;
  /** Counted answers nobody has given: "n Angaben unbekannt". */
  readonly unknownAnswers: number;
}

function countUnknown(reader: FactReader, dimensions: readonly string[], year: number): number {
  let count = 0;
  for (const { codes } of reader.caseYears(year)) {
    for (const dimension of dimensions) if (codes[dimension] === unknown.code) count += 1;
  }
  return count;
}

export function tablesOfPeriod(reader: FactReader, { plan, ptable }: UsablePlan, period: YearPeriod): PeriodTables {
  const counted = [...new Set(plan.tables.flatMap(({ dimensions }) => dimensions))];
  return {
    tables: canonicalJson(buildTables(reader, plan, ptable, period)),
    unknownAnswers: countUnknown(reader, counted, period.year),
  };
}
