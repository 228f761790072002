/**
 * What stays of a coded row when its file is forgotten (DESIGN §6, „At anonymisation the row is cut“).
 *
 * - `cut`: the codes the tables of the year use, and the keys of its noise: every table stays as it was, byte for byte.
 * - `total`: on her wish; what the exact office totals need and nothing else, no key. She counts in them and in no finer table.
 * - `gone`: the file was made in error; nobody is counted.
 */
import { defaultPlan } from './plan.ts';
import type { CaseYearFact, MonitoringPlan, TablePlan } from './types.ts';

export type Remainder = 'cut' | 'total' | 'gone';

/** The dimensions a table looks at, those of its population among them. */
export function dimensionsRead({ dimensions, population }: TablePlan): readonly string[] {
  return population === null ? dimensions : [...new Set([...dimensions, population.dimension])];
}

/** null: nothing stays. */
export function cutFact(fact: CaseYearFact, remainder: Remainder, plan: MonitoringPlan = defaultPlan): CaseYearFact | null {
  if (remainder === 'gone') return null;
  const tables = remainder === 'cut' ? plan.tables : plan.tables.filter(({ protection }) => protection === 'exact');
  const read = new Set(tables.flatMap(dimensionsRead));
  const codes = Object.fromEntries(Object.entries(fact.codes).filter(([dimension]) => read.has(dimension)));
  return remainder === 'cut' ? { ...fact, codes } : { codes, keyNamed: 0, keySums: 0 };
}
