import { ORPCError } from '@orpc/server';
import type { Store } from '../../db/contract/store.ts';
import { shapeOf } from '../../shared/monitoring/build-tables.ts';
import { dimensionsRead } from '../../shared/monitoring/cut.ts';
import { formatPeriod } from '../../shared/monitoring/period.ts';
import { total, type CaseYearFact, type MonitoringPlan, type Table } from '../../shared/monitoring/types.ts';
import type { OwnCount } from '../../shared/rpc/monitoring.views.ts';
import { inCases, stillOpen } from '../base.ts';
import { refreshedFacts } from '../cases/refresh.ts';
import { isFrozen, lastDelivered } from './frozen.ts';
import { ownTalks } from './own-talks.ts';
import { currentPlan, planOf } from './plans.ts';

/** Counts each cell by itself, row by row: slow and plain on purpose, a second opinion beside the tabulation of the Meldung. */
function countPlainly(plan: MonitoringPlan, rows: readonly CaseYearFact[]): readonly Table[] {
  return plan.tables.map((table) => {
    const { population } = table;
    // One who had her file erased counts in the totals alone.
    const says = rows.filter(({ codes }) => dimensionsRead(table).every((dimension) => codes[dimension] !== undefined));
    const counted = says.filter(({ codes }) => population === null || population.in.includes(codes[population.dimension] ?? ''));
    const value = (cell: readonly string[]): number =>
      counted.filter((row) => cell.every((code, at) => code === total || row.codes[table.dimensions[at] ?? ''] === code)).length;
    return { id: table.id, cells: shapeOf(plan, table).map((codes) => ({ codes, value: value(codes) })) };
  });
}

/** Of a frozen year: the exact total and the tables as they were delivered. */
function deliveredCount(store: Store, year: number): OwnCount {
  const row = lastDelivered(store, formatPeriod({ year, half: null }));
  if (row === undefined) throw new ORPCError('CORRECTIONS_CLOSED');
  const tables = JSON.parse(row.tables) as readonly Table[];
  const exact = planOf(row).plan.tables.find(({ protection, population }) => protection === 'exact' && population === null);
  return { persons: tables.find(({ id }) => id === exact?.id)?.cells[0]?.value ?? 0, tables, frozen: true, talks: null };
}

/** The true figures of a year, unprotected: for this JMD's own eyes, they are never sent. */
export const ownCount = inCases.monitoring.ownCount.handler(async ({ input, context }) => {
  if (isFrozen(context.store, input.year)) return deliveredCount(context.store, input.year);
  await refreshedFacts(context);
  stillOpen(context);

  const rows = context.cases.read((tx) => [...tx.facts.caseYears(input.year)]);
  return { persons: rows.length, tables: countPlainly(currentPlan.plan, rows), frozen: false, talks: await ownTalks(context, input.year) };
});
