/** The perturbation table: which noise a cell gets for its count and key (anonymisation.md §1.2). */
import { fail, ok, type Result } from '../domain/result.ts';
import { parseUnits, unitsPerWhole } from './decimal.ts';

/** From the previous upper bound (0 for the first) up to, not including, `upper`: this noise. */
export interface PtableStep {
  readonly noise: number;
  /** In units of 1e-8. */
  readonly upper: number;
}

export interface Ptable {
  readonly id: string;
  /** Largest |noise| (D). */
  readonly maxNoise: number;
  /** Published values 1 … js never occur. */
  readonly js: number;
  /** By true count: `classes[n]`, the last one for every larger count. Steps in file order. */
  readonly classes: readonly (readonly PtableStep[])[];
}

export interface PtableError {
  readonly type: 'PtableInvalid';
  readonly reason: string;
  /** 1-based line among the rows; null when the table as a whole is wrong. */
  readonly row: number | null;
}

/** Columns i (true count), j (published), v (noise), p, p_int_lb, p_int_ub; others are ignored. */
export type PtableCsvRow = Readonly<Record<string, string>>;

const integer = /^-?\d{1,4}$/;

/** Reads any table in the columns of the R package ptable. Steps that do not cover [0, 1) without gaps (beyond rounding) are refused. */
export function parsePtable(id: string, rows: readonly PtableCsvRow[]): Result<Ptable, PtableError> {
  const refuse = (reason: string, row: number | null) => fail({ type: 'PtableInvalid' as const, reason, row });
  const classes: PtableStep[][] = [];
  let js = Number.POSITIVE_INFINITY;
  let maxNoise = 0;
  for (const [index, row] of rows.entries()) {
    const [i, j, v] = [row['i'] ?? '', row['j'] ?? '', row['v'] ?? ''].map((text) => text.trim());
    if (!integer.test(i ?? '') || !integer.test(j ?? '') || !integer.test(v ?? ''))
      return refuse('i, j und v sind ganze Zahlen', index + 1);
    const [count, published, noise] = [Number(i), Number(j), Number(v)];
    const lower = parseUnits(row['p_int_lb'] ?? '');
    const upper = parseUnits(row['p_int_ub'] ?? '');
    if (lower === null || upper === null || upper > unitsPerWhole)
      return refuse('p_int_lb und p_int_ub sind Zahlen von 0 bis 1', index + 1);
    if (count !== classes.length - 1 && count !== classes.length)
      return refuse('die Klassen folgen einander von 0 an', index + 1);
    if (published !== count + noise || published < 0) return refuse('j ist i + v und nicht negativ', index + 1);
    const steps = classes[count] ?? [];
    const start = steps.at(-1)?.upper ?? 0;
    if (Math.abs(lower - start) > 1 || upper < start) return refuse('die Intervalle folgen einander von 0 an', index + 1);
    classes[count] = [...steps, { noise, upper }];
    if (upper === start) continue;
    maxNoise = Math.max(maxNoise, Math.abs(noise));
    if (published > 0) js = Math.min(js, published - 1);
  }
  if (classes.length < 2) return refuse('die Tabelle braucht die Klasse 0 und mindestens eine weitere', null);
  if (classes.some((steps) => steps.at(-1)?.upper !== unitsPerWhole)) return refuse('jede Klasse endet bei 1', null);
  if (classes[0]?.some((step) => step.noise !== 0)) return refuse('null bleibt null', null);
  return ok({ id, maxNoise, js: Number.isFinite(js) ? js : 0, classes });
}
