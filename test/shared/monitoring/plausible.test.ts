import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../shared/monitoring/check-plan.ts';
import { shapeOf } from '../../../shared/monitoring/build-tables.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import { checkTables } from '../../../shared/monitoring/plausible.ts';
import { d5v3js2modified as ptable } from '../../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { MonitoringPlan, Table } from '../../../shared/monitoring/types.ts';

/** 60 in Beratung, 40 in CM, without any noise. */
const true100: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  A1: { Total: 100, counselling: 60, case_management: 40 },
  A2xA3: {
    'Total Total': 100,
    'Total 19_26': 90,
    'Total 15_18': 10,
    'w Total': 40,
    'w 19_26': 36,
    'w 15_18': 4,
    'm Total': 60,
    'm 19_26': 54,
    'm 15_18': 6,
  },
  A7: { Total: 100, under_2: 54, '2_to_5': 30, over_5: 10, born_here: 6 },
  B1: { Total: 40, running: 15, new: 15, ended: 7, new_and_ended: 3 },
  B6: { Total: 10, dual_training: 6, unknown: 4 },
};

type Change = Readonly<Record<string, Readonly<Record<string, number>>>>;

function tablesWith(change: Change = {}): Table[] {
  return defaultPlan.tables.map((table) => ({
    id: table.id,
    cells: shapeOf(defaultPlan, table).map((codes) => ({
      codes,
      value: change[table.id]?.[codes.join(' ')] ?? true100[table.id]?.[codes.join(' ')] ?? 0,
    })),
  }));
}

/** Of A2xA3. */
const half = { 'Total Total': 50, 'Total 19_26': 45, 'Total 15_18': 5, 'w Total': 20, 'w 19_26': 18, 'w 15_18': 0, 'm Total': 30, 'm 19_26': 27, 'm 15_18': 3 };

const check = (tables: readonly Table[]) => checkTables(defaultPlan, tables, ptable);
const zeroed = (id: string): Change => ({ [id]: Object.fromEntries(Object.keys(true100[id] ?? {}).map((key) => [key, 0])) });

describe('the server accepts', () => {
  it.each<[string, Change]>([
    ['tables without noise', {}],
    ['noise up to 5 in a margin', { A7: { Total: 105 } }],
    ['noise up to 5 in an inner cell', { A7: { under_2: 59, over_5: 5 } }],
    ['a positive cell that came out as zero', { B6: { unknown: 0 } }],
    [
      'finer tables without those who had their files erased: half of all, and the noise',
      { A2xA3: half, A7: { Total: 50, under_2: 27, '2_to_5': 15, over_5: 5, born_here: 3 }, B1: { Total: 20, running: 8, new: 8, ended: 4, new_and_ended: 0 }, B6: { Total: 4, dual_training: 4, unknown: 0 } },
    ],
    ['an empty office', { ...zeroed('A1'), ...zeroed('A2xA3'), ...zeroed('A7'), ...zeroed('B1'), ...zeroed('B6') }],
  ])('%s', (_, change) => {
    expect(check(tablesWith(change))).toBeNull();
  });
});

describe('the server refuses', () => {
  const shape = (change: (tables: Table[]) => readonly Table[]) => check(change(tablesWith()));

  it.each<[string, string, (tables: Table[]) => readonly Table[]]>([
    ['a missing table', 'B6', (tables) => tables.slice(0, 4)],
    ['one table too many', 'A1', (tables) => [...tables, ...tables.slice(0, 1)]],
    ['tables in another order', 'A1', (tables) => tables.toReversed()],
    ['a missing cell', 'A7', (tables) => tables.map((t) => (t.id === 'A7' ? { ...t, cells: t.cells.slice(1) } : t))],
    ['cells in another order', 'A7', (tables) => tables.map((t) => (t.id === 'A7' ? { ...t, cells: t.cells.toReversed() } : t))],
    [
      'a code too many',
      'A1',
      (tables) =>
        tables.map((t) => (t.id === 'A1' ? { ...t, cells: t.cells.map((c) => ({ ...c, codes: [...c.codes, 'Total'] })) } : t)),
    ],
    [
      'a value that is no count',
      'B1',
      (tables) => tables.map((t) => (t.id === 'B1' ? { ...t, cells: t.cells.map((c) => ({ ...c, value: c.value + 0.5 })) } : t)),
    ],
  ])('%s', (_, table, change) => {
    expect(shape(change)).toEqual({ code: 'TABLE_SHAPE_WRONG', table });
  });

  it.each<[string, 'VALUE_FORBIDDEN' | 'TABLE_IMPLAUSIBLE', string, Change]>([
    ['a one', 'VALUE_FORBIDDEN', 'B6', { B6: { unknown: 1 } }],
    ['a two', 'VALUE_FORBIDDEN', 'A2xA3', { A2xA3: { 'w 15_18': 2 } }],
    ['an exact table that does not add up', 'TABLE_IMPLAUSIBLE', 'A1', { A1: { counselling: 61 } }],
    [
      'a column whose parts are far from its margin',
      'TABLE_IMPLAUSIBLE',
      'A2xA3',
      { A2xA3: { 'w 19_26': 71, 'Total 19_26': 95 } },
    ],
    ['a protected total far from the exact one', 'TABLE_IMPLAUSIBLE', 'A7', { A7: { Total: 106 } }],
    ['a protected total below half of everyone', 'TABLE_IMPLAUSIBLE', 'A2xA3', { A2xA3: { ...half, 'Total Total': 44 }, A7: { Total: 44, under_2: 27, '2_to_5': 15, over_5: 0, born_here: 3 } }],
    ['a CM table far from the CM cases of A1', 'TABLE_IMPLAUSIBLE', 'B1', { B1: { Total: 46 } }],
    ['more destinations than ended CM can be', 'TABLE_IMPLAUSIBLE', 'B6', { B6: { Total: 26, dual_training: 20 } }],
    ['a cell larger than everyone', 'TABLE_IMPLAUSIBLE', 'A7', { A7: { under_2: 106, '2_to_5': 0, over_5: 0, born_here: 0 } }],
    [
      'people where exactly nobody is',
      'TABLE_IMPLAUSIBLE',
      'A2xA3',
      {
        ...zeroed('A1'),
        ...zeroed('A7'),
        ...zeroed('B1'),
        ...zeroed('B6'),
        A2xA3: {
          'Total Total': 3,
          'Total 19_26': 3,
          'Total 15_18': 0,
          'w Total': 3,
          'w 19_26': 3,
          'w 15_18': 0,
          'm Total': 0,
          'm 19_26': 0,
          'm 15_18': 0,
        },
      },
    ],
  ])('%s', (_, code, table, change) => {
    expect(check(tablesWith(change))).toEqual({ code, table });
  });
});

describe('a monitoring plan', () => {
  const [first, ...others] = defaultPlan.tables;
  if (first === undefined) throw new Error('the default plan is empty');
  const plan = (change: Partial<MonitoringPlan>): MonitoringPlan => ({ ...defaultPlan, ...change });
  const dimension = (id: string) => ({ id, label: 'Aufenthalt', codes: [{ code: 'a', label: 'A' }] });

  it('as shipped has no fault', () => {
    expect(checkPlan(defaultPlan)).toEqual([]);
  });

  it('as shipped names what never enters, and counts none of it', () => {
    expect(defaultPlan.neverCounted).toEqual(expect.arrayContaining(['person.residence_status', 'health.']));
  });

  it.each<[string, MonitoringPlan, string, string]>([
    ['a table twice', plan({ tables: [first, first] }), 'IdTwice', 'A1'],
    [
      'three dimensions',
      plan({ tables: [{ ...first, dimensions: ['gender', 'age_group', 'support_form'] }] }),
      'DimensionCount',
      'A1',
    ],
    ['one dimension twice', plan({ tables: [{ ...first, dimensions: ['gender', 'gender'] }] }), 'DimensionCount', 'A1'],
    ['a table by something unknown', plan({ tables: [{ ...first, dimensions: ['shoe_size'] }] }), 'DimensionUnknown', 'A1'],
    [
      'a dimension nobody can count',
      plan({ dimensions: [...defaultPlan.dimensions, dimension('shoe_size')] }),
      'DimensionUnknown',
      'shoe_size',
    ],
    [
      'residence status',
      plan({ dimensions: [...defaultPlan.dimensions, dimension('residence_status')] }),
      'DimensionForbidden',
      'residence_status',
    ],
    [
      'health',
      plan({ dimensions: [...defaultPlan.dimensions, dimension('health_limitation')] }),
      'DimensionForbidden',
      'health_limitation',
    ],
    ['a dimension it forbids itself', plan({ neverCounted: ['case.gender'] }), 'DimensionForbidden', 'gender'],
    [
      'a population that is not there',
      plan({ tables: [{ ...first, population: { dimension: 'gender', in: ['z'] } }, ...others] }),
      'PopulationUnknown',
      'A1',
    ],
    [
      'a dimension without one of its codes',
      plan({ dimensions: defaultPlan.dimensions.map((d) => (d.id === 'gender' ? { ...d, codes: d.codes.slice(1) } : d)) }),
      'CodesDiffer',
      'gender',
    ],
    [
      'a code twice',
      plan({
        dimensions: defaultPlan.dimensions.map((d) =>
          d.id === 'gender' ? { ...d, codes: [...d.codes, ...d.codes.slice(0, 1)] } : d,
        ),
      }),
      'CodeTwice',
      'gender',
    ],
    [
      'a code named like the margin',
      plan({
        dimensions: defaultPlan.dimensions.map((d) =>
          d.id === 'gender' ? { ...d, codes: [...d.codes, { code: 'Total', label: 'T' }] } : d,
        ),
      }),
      'CodeReserved',
      'gender',
    ],
  ])('with %s is refused', (_, broken, type, at) => {
    expect(checkPlan(broken)).toContainEqual({ type, at });
  });
});
