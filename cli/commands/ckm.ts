/**
 * `lotse ckm`: tabulates and perturbs any file of coded rows with the very code that builds a Monitoring-Meldung, so that anyone can
 * check it against another implementation of the cell key method. Files as in test/vectors/ckm.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { lookUp } from '../../shared/monitoring/cell-key.ts';
import { formatUnits, parseUnits, unitsPerWhole } from '../../shared/monitoring/decimal.ts';
import { parsePtable } from '../../shared/monitoring/ptable.ts';
import { cellCodes, cellsOfFullCross, maxCells, startTabulation } from '../../shared/monitoring/tabulate.ts';
import { total } from '../../shared/monitoring/types.ts';

export interface CkmInput {
  /** CSV text: i, j, v, p, p_int_lb, p_int_ub. */
  readonly ptable: string;
  /** CSV text: one row per case, record key in the column `rkey`. */
  readonly micro: string;
  /** Columns that span the table. */
  readonly by: readonly string[];
  /** 0/1 column: only rows with 1 count, and only their keys add up. null counts every row. */
  readonly count: string | null;
}

/** Keys of `by` with their category, or `Total`; then `count`, `ckey` (8 decimals), `noise`, `published`. */
export type CkmCell = Readonly<Record<string, string | number>>;

export interface CkmError {
  readonly type: 'CkmInputInvalid';
  /** What is wrong and where; never a value of a row. */
  readonly reason: string;
}

const keyColumn = 'rkey';
const outputColumns = ['count', 'ckey', 'noise', 'published'];

interface Csv {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

function readCsv(text: string, what: string): Result<Csv, CkmError> {
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
    transformHeader: (name) => name.trim(),
  });
  const [broken] = parsed.errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (broken !== undefined)
    return fail({ type: 'CkmInputInvalid', reason: `${what}, Zeile ${(broken.row ?? 0) + 1}: ${broken.code}` });
  return ok({ columns: parsed.meta.fields ?? [], rows: parsed.data });
}

/** Every cell of the full cross including zeros and totals, `Total` first, categories in the order of their text. */
export function runCkm({ ptable: ptableText, micro: microText, by, count }: CkmInput): Result<readonly CkmCell[], CkmError> {
  const refuse = (reason: string) => fail({ type: 'CkmInputInvalid' as const, reason });
  const ptableCsv = readCsv(ptableText, 'ptable');
  if (!ptableCsv.ok) return ptableCsv;
  const ptable = parsePtable('file', ptableCsv.value.rows);
  if (!ptable.ok) return refuse(`ptable${ptable.error.row === null ? '' : `, Zeile ${ptable.error.row}`}: ${ptable.error.reason}`);
  const micro = readCsv(microText, 'micro');
  if (!micro.ok) return micro;

  const missing = [...by, keyColumn, ...(count === null ? [] : [count])].find((name) => !micro.value.columns.includes(name));
  if (missing !== undefined) return refuse(`micro: die Spalte ${missing} fehlt`);
  if (by.length === 0 || new Set(by).size < by.length) return refuse('--by: mindestens eine Spalte, jede nur einmal');
  if (by.some((name) => outputColumns.includes(name))) return refuse(`--by: nicht ${outputColumns.join(', ')}, so heißen die Ergebnisse`);

  const categories = by.map((name) => [...new Set(micro.value.rows.map((row) => row[name] ?? ''))].sort());
  if (categories.some((codes) => codes.includes(total))) return refuse(`${total} heißt die Summe, so darf kein Wert heißen`);
  if (cellsOfFullCross(categories) > maxCells) return refuse(`die Tabelle hätte mehr als ${maxCells} Felder`);

  const tabulator = startTabulation(categories);
  for (const [at, row] of micro.value.rows.entries()) {
    const key = parseUnits(row[keyColumn] ?? '');
    if (key === null || key > unitsPerWhole) return refuse(`micro, Zeile ${at + 1}: ${keyColumn} ist keine Zahl von 0 bis 1`);
    const counted = count === null ? '1' : (row[count] ?? '').trim();
    if (counted !== '0' && counted !== '1') return refuse(`micro, Zeile ${at + 1}: ${count} ist weder 0 noch 1`);
    if (counted === '1')
      tabulator.add(
        by.map((name) => row[name] ?? ''),
        key,
      );
  }

  const { dimensions, counts, keys } = tabulator.finish();
  const cells: CkmCell[] = [];
  for (const codes of cellCodes(dimensions)) {
    const at = cells.length;
    const cases = counts[at] ?? 0;
    const key = keys[at] ?? 0;
    const noise = lookUp(ptable.value, cases, key);
    const named = Object.fromEntries(by.map((name, d) => [name, codes[d] ?? '']));
    cells.push({ ...named, count: cases, ckey: formatUnits(key), noise, published: cases + noise });
  }
  return ok(cells);
}

/** Thrown for files that cannot be used; the command line answers with exit code 2 and the message. */
export class CkmInputError extends Error {
  readonly code = 'CKM_INPUT_INVALID';
}

/** Reads both files; one object per cell. Throws {@link CkmInputError} for a file that is missing or wrong. */
export async function ckmCommand(args: {
  readonly ptable: string;
  readonly micro: string;
  readonly by: readonly string[];
  readonly count: string | null;
}): Promise<readonly CkmCell[]> {
  const [ptable, micro] = await Promise.all([readText(args.ptable), readText(args.micro)]);
  const cells = runCkm({ ptable, micro, by: args.by, count: args.count });
  if (!cells.ok) throw new CkmInputError(cells.error.reason);
  return cells.value;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new CkmInputError(`${basename(file)}: ${code}`, { cause: error });
  }
}
