/** From facts to the tables that leave the office. */
import { lookUp } from './cell-key.ts';
import { dimensionsRead } from './cut.ts';
import type { YearPeriod } from './period.ts';
import type { Ptable } from './ptable.ts';
import { cellCodes, startTabulation } from './tabulate.ts';
import { total, type DimensionPlan, type FactReader, type MonitoringPlan, type Table, type TablePlan } from './types.ts';

/** The dimensions of a table, in its order. A plan that passed `checkPlan` has them all. */
export function dimensionsOf(plan: MonitoringPlan, table: TablePlan): readonly DimensionPlan[] {
  return table.dimensions.map((id) => {
    const found = plan.dimensions.find((dimension) => dimension.id === id);
    if (found === undefined) throw new RangeError(`table ${table.id}: no dimension ${id}`);
    return found;
  });
}

/** The codes of all cells of a table in the order they must have, margins (`Total`) first. */
export function shapeOf(plan: MonitoringPlan, table: TablePlan): readonly (readonly string[])[] {
  return [...cellCodes(dimensionsOf(plan, table).map(({ codes }) => [total, ...codes.map(({ code }) => code)]))];
}

/**
 * All tables of the plan in one pass over the facts: values only, no counts of protected cells and no keys.
 *
 * The same facts in any order give the same tables. A row that was shrunk to the total (cut.ts) counts where its codes are enough. Half-years
 * are refused before: `yearlyPeriod`.
 */
export function buildTables(reader: FactReader, plan: MonitoringPlan, ptable: Ptable, period: YearPeriod): readonly Table[] {
  if (ptable.id !== plan.ptable) throw new RangeError(`the plan asks for ${plan.ptable}, not ${ptable.id}`);
  const running = plan.tables.map((table) => ({
    table,
    reads: dimensionsRead(table),
    population: table.population && { dimension: table.population.dimension, in: new Set(table.population.in) },
    tabulator: startTabulation(dimensionsOf(plan, table).map(({ codes }) => codes.map(({ code }) => code))),
  }));
  for (const { codes, keyNamed } of reader.caseYears(period.year)) {
    for (const { table, reads, population, tabulator } of running) {
      if (reads.some((dimension) => codes[dimension] === undefined)) continue;
      if (population !== null && !population.in.has(codes[population.dimension] ?? '')) continue;
      tabulator.add(
        table.dimensions.map((id) => codes[id] ?? ''),
        keyNamed,
      );
    }
  }
  return running.map(({ table, tabulator }) => {
    const { dimensions, counts, keys } = tabulator.finish();
    const cells = [...cellCodes(dimensions)].map((codes, at) => {
      const count = counts[at] ?? 0;
      const noise = table.protection === 'exact' ? 0 : lookUp(ptable, count, keys[at] ?? 0);
      return { codes, value: count + noise };
    });
    return { id: table.id, cells };
  });
}
