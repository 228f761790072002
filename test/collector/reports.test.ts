import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../collector/reports/csv.ts';
import { joinSmallLands } from '../../collector/reports/join-small.ts';
import { noiseVariance, plusMinus } from '../../collector/reports/noise.ts';
import type { ReportTable } from '../../shared/envelopes/reports-api.ts';
import { d5v3js2modified } from '../../shared/monitoring/ptables/D5_V3_js2_modified.ts';

describe('carrier group by Land', () => {
  const lands = (counts: Record<string, number>) => Object.entries(counts).map(([land, offices]) => ({ land, offices }));

  it.each([
    ['Länder with three and more stand alone', { '03': 3, '09': 5 }, [['03'], ['09']]],
    ['small ones are joined', { '02': 1, '03': 4, '04': 2 }, [['03'], ['02', '04']]],
    ['one small Land takes the next smallest along', { '02': 1, '03': 4, '09': 9 }, [['09'], ['02', '03']]],
    ['a small group is one row', { '02': 1, '03': 1 }, [['02', '03']]],
    ['a Land nobody delivered in is joined too', { '02': 0, '03': 3, '09': 3 }, [['09'], ['02', '03']]],
    ['no Land gives no row', {}, []],
  ])('%s', (_name, counts, rows) => {
    expect(joinSmallLands(lands(counts)).map((row) => row.lands)).toEqual(rows);
  });

  it('loses no office', () => {
    const counts = lands({ '01': 1, '02': 2, '03': 3, '04': 4, '05': 1 });
    const all = counts.reduce((sum, { offices }) => sum + offices, 0);

    expect(joinSmallLands(counts).reduce((sum, { offices }) => sum + offices, 0)).toBe(all);
  });
});

describe('the range around a sum', () => {
  it('knows the variance the table was made with', () => {
    expect(noiseVariance(d5v3js2modified)).toBeCloseTo(3, 5);
  });

  it.each([
    [0, 0],
    [1, 4],
    [4, 7],
    [100, 34],
    [450, 73],
  ])('of %i offices is %i', (offices, range) => {
    expect(plusMinus(d5v3js2modified, offices)).toBe(range);
  });
});

describe('a report as CSV', () => {
  const report: ReportTable = {
    id: 'A7',
    title: 'Zeit seit der Einreise',
    protection: 'cell_key',
    dimensions: [{ id: 'time', label: 'Zeit', codes: [{ code: 'a', label: 'unter 2 Jahre' }] }],
    plan: { id: 'jmd-bund', version: 1 },
    period: '2026',
    by: 'office',
    training: false,
    otherPlanOffices: 0,
    rows: [
      {
        key: 'NI-0001',
        label: '=cmd; "x"',
        offices: 1,
        enrolled: 1,
        few: true,
        cells: [
          { codes: ['Total'], value: 12, plusMinus: 4 },
          { codes: ['a'], value: 7, plusMinus: 4 },
        ],
      },
    ],
  };

  it('has the footnote before the numbers, a BOM and lines of Windows', () => {
    const lines = reportCsv(report).split('\r\n');

    expect(lines[0]).toBe('\uFEFFZeit seit der Einreise, 2026');
    expect(lines[1]).toContain('Zum Schutz leicht verändert (±)');
    expect(lines[2]).toBe('Ebene;JMD in der Summe;Zeit;Anzahl;±');
  });

  it('runs no formula and breaks no line, whatever a name holds', () => {
    expect(reportCsv(report)).toContain(`"'=cmd; ""x""";1;Insgesamt;12;4\r\n`);
  });
});
