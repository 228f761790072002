import { describe, expect, it } from 'vitest';
import { barScale } from '../../../renderer/centre/bar-scale.ts';
import { chooseOffices } from '../../../renderer/centre/choose-offices.ts';
import { barChoices, barsOf, gridOf } from '../../../renderer/centre/report-grid.ts';
import { takeTokenFromAddress } from '../../../renderer/centre/token.ts';
import type { DeliveryStateRow, ReportBy, ReportRow, ReportTable } from '../../../shared/envelopes/reports-api.ts';

const gender = {
  id: 'gender',
  label: 'Geschlecht',
  codes: [
    { code: 'w', label: 'weiblich' },
    { code: 'm', label: 'männlich' },
  ],
};
const age = { id: 'age', label: 'Alter', codes: [{ code: 'y', label: 'jung' }] };

function report(by: ReportBy, dimensions: ReportTable['dimensions'], labels: readonly string[]): ReportTable {
  const codes = (at: number) => ['Total', ...(dimensions[at]?.codes.map(({ code }) => code) ?? [])];
  const crossed = dimensions.length === 1 ? codes(0).map((a) => [a]) : codes(0).flatMap((a) => codes(1).map((b) => [a, b]));
  const rows = labels.map((label, row): ReportRow => ({
    key: label,
    label,
    offices: row + 2,
    enrolled: 5,
    few: row + 2 < 3,
    cells: crossed.map((cell, at) => ({ codes: cell, value: 100 * row + at, plusMinus: 3 })),
  }));
  const plan = { id: 'jmd-bund', version: 1 };
  const about = {
    id: 'A2',
    title: 'Tabelle',
    protection: 'cell_key',
    period: '2026',
    training: true,
    otherPlanOffices: 0,
  } as const;
  return { ...about, plan, by, dimensions, rows };
}

describe('a report as a table', () => {
  it('lists the codes for the federation', () => {
    const grid = gridOf(report('federal', [gender], ['Bund']), 'Bund');

    expect(grid.heads).toEqual(['Anzahl']);
    expect(grid.sections[0]?.rows.map(({ label, cells }) => [label, cells[0]?.value])).toEqual([
      ['Insgesamt', 0],
      ['weiblich', 1],
      ['männlich', 2],
    ]);
  });

  it('puts codes across when there are several rows, and marks small sums', () => {
    const grid = gridOf(report('land', [gender], ['Berlin', 'Hessen']), 'Land');

    expect(grid).toMatchObject({ corner: 'Land', heads: ['Insgesamt', 'weiblich', 'männlich'] });
    expect(grid.sections[0]?.rows.map(({ label, few, offices }) => [label, few, offices])).toEqual([
      ['Berlin', true, '2 von 5'],
      ['Hessen', false, '3 von 5'],
    ]);
  });

  it('gives every row of a crossed table a section', () => {
    const grid = gridOf(report('group', [gender, age], ['AWO', 'BAG KJS']), 'Trägergruppe');

    expect(grid.heads).toEqual(['Insgesamt', 'jung']);
    expect(grid.sections.map(({ title }) => title)).toEqual(['AWO', 'BAG KJS']);
    expect(grid.sections[1]?.rows[2]?.cells.map(({ codes, value }) => [...codes, value])).toEqual([
      ['m', 'Total', 104],
      ['m', 'y', 105],
    ]);
  });
});

describe('a report as bars', () => {
  it('shows the parts of the federation without the whole', () => {
    const table = report('federal', [gender], ['Bund']);

    expect(barChoices(table)).toEqual([]);
    expect(barsOf(table, null).map(({ label, value }) => [label, value])).toEqual([
      ['weiblich', 1],
      ['männlich', 2],
    ]);
  });

  it.each([
    ['federal', 'y', [3, 5]],
    ['group', 'w/y', [3, 103]],
    ['group', null, [0, 100]],
  ] as const)('by %s shows %s', (by, choice, values) => {
    const table = report(by, [gender, age], by === 'federal' ? ['Bund'] : ['AWO', 'BAG KJS']);

    expect(barsOf(table, choice).map(({ value }) => value)).toEqual(values);
  });

  it('keeps the order of the report: no rankings', () => {
    const table = report('land', [gender], ['Berlin', 'Hessen', 'Bremen']);

    expect(barsOf(table, 'Total').map(({ label }) => label)).toEqual(['Berlin *', 'Hessen', 'Bremen']);
  });
});

it.each([
  [0, 1],
  [3, 3],
  [97, 100],
  [1053, 1250],
  [128_133, 150_000],
])('the axis for %i ends at %i', (largest, end) => {
  const scale = barScale(largest);

  expect(scale.end).toBe(end);
  expect(scale.ticks.length).toBeLessThanOrEqual(7);
  expect(scale.ticks.at(-1)).toBe(end);
});

describe('the list of offices', () => {
  const row = (officeName: string, change: Partial<DeliveryStateRow> = {}): DeliveryStateRow => ({
    office: 'NI-0001',
    officeName,
    carrierGroup: 'awo',
    land: '03',
    certificate: 'valid',
    certificateUntil: '2028-01-01',
    lastPeriod: null,
    sequence: null,
    receivedAt: null,
    unknownAnswers: null,
    periods: [],
    ...change,
  });
  const rows = [
    row('JMD Ulm', { land: '08', carrierGroup: 'bag_kjs' }),
    row('JMD Österberg', { receivedAt: '2027-01-02' }),
    row('JMD Emden 10'),
    row('JMD Emden 9'),
  ];
  const names = (choice: Parameters<typeof chooseOffices>[1]) => chooseOffices(rows, choice).map(({ officeName }) => officeName);
  const byName = { column: 'office', descending: false } as const;

  it('stands in German order, numbers as numbers', () => {
    expect(names({ words: '', group: null, sorting: byName })).toEqual([
      'JMD Emden 9',
      'JMD Emden 10',
      'JMD Österberg',
      'JMD Ulm',
    ]);
  });

  it('finds by name, Kennung and Land, and by carrier group', () => {
    expect(names({ words: 'württ', group: null, sorting: byName })).toEqual(['JMD Ulm']);
    expect(names({ words: 'emden 10', group: null, sorting: byName })).toEqual(['JMD Emden 10']);
    expect(names({ words: '', group: 'bag_kjs', sorting: byName })).toEqual(['JMD Ulm']);
  });

  it('sorts by what came last', () => {
    expect(names({ words: '', group: null, sorting: { column: 'received', descending: true } })[0]).toBe('JMD Österberg');
  });
});

describe('the token in the address', () => {
  const token = 'ab'.repeat(32);

  it('is taken out at once', () => {
    const seen: unknown[] = [];
    const past = { replaceState: (...change: unknown[]) => void seen.push(change) };

    expect(takeTokenFromAddress({ hash: `#token=${token}`, pathname: '/centre/' }, past)).toBe(token);
    expect(seen).toEqual([[null, '', '/centre/']]);
  });

  it.each(['', '#', '#token=', `#token=${token}0`, '#token=<script>'])('is nothing in %s', (hash) => {
    expect(takeTokenFromAddress({ hash, pathname: '/' }, { replaceState: () => undefined })).toBeNull();
  });
});
