/** Reads the reference vectors in test/vectors/ckm (made with the R packages ptable and cellKey). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { parsePtable, type Ptable } from '../../../shared/monitoring/ptable.ts';

const folder = join(import.meta.dirname, '../../vectors/ckm');

export type Row = Readonly<Record<string, string>>;

export function vectorText(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export function vectorRows(path: string): readonly Row[] {
  return Papa.parse<Row>(vectorText(path), { header: true, skipEmptyLines: true }).data;
}

export function vectorNames(sub: 'ptables' | 'worked'): readonly string[] {
  return readdirSync(join(folder, sub)).sort();
}

export function vectorPtable(id: string): Ptable {
  const parsed = parsePtable(id, vectorRows(`ptables/${id}.csv`));
  if (!parsed.ok) throw new Error(parsed.error.reason);
  return parsed.value;
}
