/** What a server can tell about tables without any secret: shape, forbidden values, sums that cannot be. */
import { shapeOf } from './build-tables.ts';
import { total, type MonitoringPlan, type Table, type TablePlan } from './types.ts';

export interface TableProblem {
  readonly code: 'TABLE_SHAPE_WRONG' | 'VALUE_FORBIDDEN' | 'TABLE_IMPLAUSIBLE';
  /** Id of the first table that is wrong. */
  readonly table: string;
}

/** What the check must know of the perturbation table: a `Ptable` has both. */
export interface PtableFacts {
  readonly maxNoise: number;
  readonly js: number;
}

/** null when nothing speaks against the tables; shape is judged before values, values before sums. */
export function checkTables(plan: MonitoringPlan, tables: readonly Table[], ptable: PtableFacts): TableProblem | null {
  const wrongShape = firstWrongShape(plan, tables);
  if (wrongShape !== null) return { code: 'TABLE_SHAPE_WRONG', table: wrongShape };
  const pairs = plan.tables.map((table, at) => ({ table, cells: tables[at]?.cells ?? [] }));
  for (const { table, cells } of pairs) {
    const forbidden = (value: number) => value > 0 && value <= ptable.js;
    if (table.protection === 'cell_key' && cells.some(({ value }) => forbidden(value)))
      return { code: 'VALUE_FORBIDDEN', table: table.id };
  }
  for (const { table, cells } of pairs) {
    const noise = table.protection === 'exact' ? 0 : ptable.maxNoise;
    if (!addsUp(cells, table.dimensions.length, noise) || !fitsOtherTables(plan, tables, table, ptable.maxNoise)) {
      return { code: 'TABLE_IMPLAUSIBLE', table: table.id };
    }
  }
  return null;
}

/** Every table of the plan with every cell, and nothing else. */
export function hasShapeOf(plan: MonitoringPlan, tables: readonly Table[]): boolean {
  return firstWrongShape(plan, tables) === null;
}

function firstWrongShape(plan: MonitoringPlan, tables: readonly Table[]): string | null {
  for (const [at, table] of plan.tables.entries()) {
    const found = tables[at];
    const shape = shapeOf(plan, table);
    const fits =
      found?.id === table.id &&
      found.cells.length === shape.length &&
      found.cells.every(({ codes, value }, cell) => {
        const wanted = shape[cell] ?? [];
        return (
          codes.length === wanted.length &&
          codes.every((code, d) => code === wanted[d]) &&
          Number.isSafeInteger(value) &&
          value >= 0
        );
      });
    if (!fits) return table.id;
  }
  return tables[plan.tables.length]?.id ?? null;
}

/** Every margin against the cells it sums, in each dimension: at most one noise per cell and one for the margin. */
function addsUp(cells: Table['cells'], dimensions: number, noise: number): boolean {
  for (let d = 0; d < dimensions; d += 1) {
    const lines = Map.groupBy(cells, ({ codes }) => codes.filter((_, other) => other !== d).join(' '));
    for (const line of lines.values()) {
      const inner = line.filter(({ codes }) => codes[d] !== total);
      const margin = line.find(({ codes }) => codes[d] === total)?.value ?? 0;
      const sum = inner.reduce((so, { value }) => so + value, 0);
      if (Math.abs(sum - margin) > (inner.length + 1) * noise) return false;
    }
  }
  return true;
}

/**
 * Fewer than everyone may stand in a finer table: whoever had her file erased counts in the exact totals alone (cut.ts). At most half of them are
 * taken for that; more is a mistake.
 */
function isTooFew(own: number, everyone: number, noise: number): boolean {
  return everyone - own > noise + Math.floor(everyone / 2);
}

/** The protected total against whoever it must be: everyone (A1), or those another table counts by the population's dimension. */
function fitsOtherTables(plan: MonitoringPlan, tables: readonly Table[], table: TablePlan, maxNoise: number): boolean {
  if (table.protection === 'exact') return true;
  const cells = tables.find(({ id }) => id === table.id)?.cells ?? [];
  const own = cells[0]?.value ?? 0;
  const largest = Math.max(...cells.map(({ value }) => value));
  for (const other of plan.tables) {
    const [dimension, second] = other.dimensions;
    if (other.id === table.id || second !== undefined || dimension === undefined) continue;
    const noise = other.protection === 'exact' ? 0 : maxNoise;
    const values = tables.find(({ id }) => id === other.id)?.cells ?? [];
    const valueOf = (code: string) => values.find(({ codes }) => codes[0] === code)?.value ?? 0;
    if (other.population === null) {
      const everyone = valueOf(total);
      if (largest > everyone + noise + maxNoise) return false;
      if (noise === 0 && everyone === 0 && largest > 0) return false;
      if (table.population === null && (own - everyone > noise + maxNoise || isTooFew(own, everyone, noise + maxNoise))) return false;
    }
    if (table.population?.dimension !== dimension) continue;
    const wanted = table.population.in;
    const sum = wanted.reduce((so, code) => so + valueOf(code), 0);
    const allowed = wanted.length * noise + maxNoise;
    if (own - sum > allowed || isTooFew(own, sum, allowed)) return false;
    // Zeros stay zero: where exactly nobody is, nothing can be published.
    if (noise === 0 && sum === 0 && largest > 0) return false;
  }
  return true;
}
