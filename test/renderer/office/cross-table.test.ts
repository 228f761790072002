import { describe, expect, it } from 'vitest';
import { readableTable } from '../../../renderer/office/monitoring/cross-table.ts';
import type { MonitoringPlan, Table, TablePlan } from '../../../shared/monitoring/types.ts';

const table = (id: string, dimensions: readonly string[], protection: TablePlan['protection']): TablePlan => ({
  id,
  title: `Tabelle ${id}`,
  area: 'target_group',
  unit: 'persons',
  dimensions,
  population: null,
  protection,
  release: 'named',
});

const plan: MonitoringPlan = {
  id: 'test',
  version: 1,
  catalogue: '2026.1',
  ptable: 'none',
  corrections: { untilMonthDay: '02-15' },
  dimensions: [
    { id: 'form', label: 'Form', codes: [{ code: 'c', label: 'Beratung' }, { code: 'm', label: 'CM' }] },
    { id: 'sex', label: 'Geschlecht', codes: [{ code: 'f', label: 'weiblich' }, { code: 'x', label: 'divers' }] },
  ],
  tables: [table('A1', ['form'], 'exact'), table('A2', ['form', 'sex'], 'cell_key')],
};

const one: Table = {
  id: 'A1',
  cells: [
    { codes: ['Total'], value: 30 },
    { codes: ['c'], value: 20 },
    { codes: ['m'], value: 10 },
  ],
};

const codes = ['Total', 'c', 'm'].flatMap((form) => ['Total', 'f', 'x'].map((sex) => [form, sex]));
const two: Table = { id: 'A2', cells: codes.map((pair, at) => ({ codes: pair, value: at })) };

describe('a table of the Meldung', () => {
  it('with one dimension is a column of numbers, the total first', () => {
    expect(readableTable(plan, one)).toMatchObject({
      exact: true,
      rowHead: 'Form',
      columnHead: null,
      columns: ['Personen'],
      rows: [
        { label: 'Insgesamt', total: true, values: [30] },
        { label: 'Beratung', total: false, values: [20] },
        { label: 'CM', total: false, values: [10] },
      ],
    });
  });

  it('with two dimensions is a cross table with both margins', () => {
    const read = readableTable(plan, two);

    expect(read).toMatchObject({ exact: false, rowHead: 'Form', columnHead: 'Geschlecht', columns: ['Insgesamt', 'weiblich', 'divers'] });
    expect(read.rows.map(({ values }) => values)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
  });

  it('shows every cell that is sent, each once', () => {
    expect(readableTable(plan, two).rows.flatMap(({ values }) => values).sort((a, b) => a - b)).toEqual(two.cells.map(({ value }) => value));
  });

  it('refuses a table with a missing cell instead of showing a gap as zero', () => {
    expect(() => readableTable(plan, { ...two, cells: two.cells.slice(1) })).toThrow('lacks the cell');
  });
});
