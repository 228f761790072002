/** The whole pipeline of `lotse ckm` against every worked table of the reference, cell by cell. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ckmCommand, CkmInputError, runCkm, type CkmCell } from '../../../cli/commands/ckm.ts';
import { vectorNames, vectorRows, vectorText, type Row } from './vectors.ts';

const micro = vectorText('worked/micro_n200.csv');
const microRows = vectorRows('worked/micro_n200.csv');

/** The origin tables of the reference have regions above the countries; the pipeline gets them as a column of its own. */
const regions: Readonly<Record<string, readonly string[]>> = regionsFromReference();

function regionsFromReference(): Record<string, string[]> {
  const countries = new Set(microRows.map((row) => row['origin'] ?? ''));
  const found: Record<string, string[]> = {};
  let region = '';
  for (const { origin = '', sex, vname } of vectorRows('worked/n200__origin_sex__D5_V3_js2.csv')) {
    if (sex !== 'Total' || vname !== 'total' || origin === 'Total') continue;
    if (countries.has(origin)) found[region]?.push(origin);
    else found[(region = origin)] = [];
  }
  return found;
}

function cellsOf(
  by: readonly string[],
  ptable: string,
  count: string | null,
  rows: readonly Row[] = microRows,
): Map<string, CkmCell> {
  const text = rows === microRows ? micro : Papa.unparse([...rows]);
  const cells = runCkm({ ptable: vectorText(`ptables/${ptable}.csv`), micro: text, by, count });
  if (!cells.ok) throw new Error(cells.error.reason);
  return new Map(cells.value.map((cell) => [by.map((name) => cell[name]).join('|'), cell]));
}

const tables = vectorNames('worked').flatMap((file) => {
  const [, columns, ptable] = file.replace('.csv', '').split('__');
  return file.startsWith('n200__') && columns !== undefined && ptable !== undefined
    ? [{ file, by: columns.split('_'), ptable }]
    : [];
});

describe('lotse ckm', () => {
  it('knows all worked tables', () => {
    expect(tables).toHaveLength(15);
    expect(Object.keys(regions).length).toBeGreaterThan(1);
  });

  it.each(tables)('reproduces $file', ({ file, by, ptable }) => {
    const countries = new Set(Object.values(regions).flat());
    const regionRows = microRows.map((row) => ({
      ...row,
      origin: Object.entries(regions).find(([, members]) => members.includes(row['origin'] ?? ''))?.[0] ?? '',
    }));
    let compared = 0;
    const expected = vectorRows(`worked/${file}`);
    for (const variable of new Set(expected.map((row) => row['vname'] ?? ''))) {
      const count = variable === 'total' ? null : variable;
      const cells = cellsOf(by, ptable, count);
      const regional = by.includes('origin') ? cellsOf(by, ptable, count, regionRows) : new Map<string, CkmCell>();
      for (const row of expected.filter(({ vname }) => vname === variable)) {
        const id = by.map((name) => row[name]).join('|');
        const origin = row['origin'] ?? 'Total';
        const cell = origin === 'Total' || countries.has(origin) ? cells.get(id) : regional.get(id);
        expect([id, cell?.['count'], cell?.['ckey'], cell?.['noise'], cell?.['published']]).toEqual([
          id,
          Number(row['count']),
          row['ckey'],
          Number(row['pert']),
          Number(row['perturbed']),
        ]);
        compared += 1;
      }
      if (!by.includes('origin')) expect(cells.size).toBe(expected.filter(({ vname }) => vname === variable).length);
    }
    expect(compared).toBe(expected.length);
  });

  it('reproduces the boundary cases, each as a table of its own', () => {
    const rows = vectorRows('worked/boundary__D5_V3_js2.csv').flatMap(({ cell = '', count, ckey = '' }) =>
      // The first case of the cell carries the whole key, the others none.
      Array.from({ length: Number(count) }, (_, at) => ({ cell, rkey: at === 0 ? ckey : '0.00000000' })),
    );
    const cells = cellsOf(['cell'], 'D5_V3_js2', null, rows);
    for (const row of vectorRows('worked/boundary__D5_V3_js2.csv').filter(({ count }) => count !== '0')) {
      expect(cells.get(row['cell'] ?? '')).toEqual({
        cell: row['cell'],
        count: Number(row['count']),
        ckey: row['ckey'],
        noise: Number(row['pert']),
        published: Number(row['perturbed']),
      });
    }
  });

  it('lists every category of the file, also one without a counted case, with an empty cell key', () => {
    const text = 'sex,age,cm,rkey\nw,12,1,0.25000000\nm,13,0,0.50000000\n';
    const cells = runCkm({ ptable: vectorText('ptables/D5_V3_js2.csv'), micro: text, by: ['sex', 'age'], count: 'cm' });
    expect(cells.ok && cells.value.map(({ sex, age, count, ckey, noise }) => [sex, age, count, ckey, noise])).toEqual([
      ['Total', 'Total', 1, '0.25000000', -1],
      ['Total', '12', 1, '0.25000000', -1],
      ['Total', '13', 0, '0.00000000', 0],
      ['m', 'Total', 0, '0.00000000', 0],
      ['m', '12', 0, '0.00000000', 0],
      ['m', '13', 0, '0.00000000', 0],
      ['w', 'Total', 1, '0.25000000', -1],
      ['w', '12', 1, '0.25000000', -1],
      ['w', '13', 0, '0.00000000', 0],
    ]);
  });

  it('tabulates 100,000 rows in four dimensions', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `${at % 3},${at % 5},${at % 7},${at % 11},0.${String((at * 7919) % 1e8).padStart(8, '0')}`,
    );
    const cells = runCkm({
      ptable: vectorText('ptables/D5_V3_js2.csv'),
      micro: `a,b,c,d,rkey\n${rows.join('\n')}\n`,
      by: ['a', 'b', 'c', 'd'],
      count: null,
    });
    expect(cells.ok && [cells.value.length, cells.value[0]?.['count']]).toEqual([4 * 6 * 8 * 12, 100_000]);
  });

  const ptable = vectorText('ptables/D5_V3_js2.csv');
  it.each([
    ['a column that is not there', { micro, by: ['sex', 'shoe'], count: null }, 'Spalte shoe fehlt'],
    ['no column at all', { micro, by: [], count: null }, 'mindestens eine'],
    ['the same column twice', { micro, by: ['sex', 'sex'], count: null }, 'nur einmal'],
    ['a key that is no number', { micro: 'sex,rkey\nw,abc\n', by: ['sex'], count: null }, 'Zeile 1: rkey'],
    ['a count that is neither 0 nor 1', { micro: 'sex,cm,rkey\nw,2,0.5\n', by: ['sex'], count: 'cm' }, 'weder 0 noch 1'],
    ['a category named like the margin', { micro: 'sex,rkey\nTotal,0.5\n', by: ['sex'], count: null }, 'heißt die Summe'],
    ['a row with too few fields', { micro: 'sex,age,rkey\nw,0.5\n', by: ['sex'], count: null }, 'Zeile 1'],
  ])('refuses %s', (_, input, reason) => {
    const cells = runCkm({ ptable, ...input });
    expect(cells.ok ? '' : cells.error.reason).toContain(reason);
  });

  it('reads files, with or without byte order mark and with semicolons', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lotse-ckm-'));
    try {
      await writeFile(join(dir, 'p.csv'), ptable);
      await writeFile(join(dir, 'm.csv'), '\ufeffsex;rkey\r\nw;0.50000000\r\nm;0.60000000\r\n');
      const cells = await ckmCommand({ ptable: join(dir, 'p.csv'), micro: join(dir, 'm.csv'), by: ['sex'], count: null });
      expect(cells[0]).toEqual({ sex: 'Total', count: 2, ckey: '0.10000000', noise: -2, published: 0 });
      await expect(
        ckmCommand({ ptable: join(dir, 'none.csv'), micro: join(dir, 'm.csv'), by: ['sex'], count: null }),
      ).rejects.toThrow(CkmInputError);
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
