import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, lookUp } from '../../../shared/monitoring/cell-key.ts';
import { formatUnits, parseUnits } from '../../../shared/monitoring/decimal.ts';
import { parsePtable } from '../../../shared/monitoring/ptable.ts';
import { d5v3js2modified } from '../../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import { vectorNames, vectorPtable, vectorRows } from './vectors.ts';

const key = fc.integer({ min: 0, max: 99_999_999 });

describe('the shipped perturbation table', () => {
  it('is the reference table, interval by interval', () => {
    expect(d5v3js2modified).toEqual(vectorPtable(d5v3js2modified.id));
  });

  it('never publishes 1, 2 or a negative number and never makes somebody out of nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), key, (count, sum) => {
        const published = count + lookUp(d5v3js2modified, count, sum);
        expect(published < 0 || published === 1 || published === 2).toBe(false);
        if (count === 0) expect(published).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('has noise of mean 0 and variance 3 in every class', () => {
    for (const [count, steps] of d5v3js2modified.classes.entries()) {
      let [mean, square, lower] = [0, 0, 0];
      for (const { noise, upper } of steps) {
        mean += noise * (upper - lower);
        square += noise * noise * (upper - lower);
        lower = upper;
      }
      expect(Math.abs(mean / 1e8), `mean of class ${count}`).toBeLessThan(1e-6);
      expect(Math.abs(square / 1e8 - (count === 0 ? 0 : 3)), `variance of class ${count}`).toBeLessThan(1e-5);
    }
  });
});

describe('looking up the noise', () => {
  it('follows the reference on and beside every interval bound', () => {
    const ptable = vectorPtable('D5_V3_js2');
    const rows = vectorRows('worked/boundary__D5_V3_js2.csv');
    expect(rows).toHaveLength(261);
    for (const row of rows) {
      const noise = lookUp(ptable, Number(row['count']), parseUnits(row['ckey'] ?? '') ?? -1);
      expect([row['cell'], noise]).toEqual([row['cell'], Number(row['pert'])]);
    }
  });

  it('takes the step above for a key exactly on a bound, in every stored table and class', () => {
    for (const name of vectorNames('ptables')) {
      const ptable = vectorPtable(name.replace('.csv', ''));
      for (const [count, steps] of ptable.classes.entries()) {
        for (const [at, { upper, noise }] of steps.entries()) {
          expect(lookUp(ptable, count, upper - 1)).toBe(noise);
          const above = steps[at + 1];
          if (above !== undefined) expect(lookUp(ptable, count, upper)).toBe(above.noise);
        }
      }
    }
  });

  it('uses the largest class for every larger count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 1_000_000 }), key, (count, sum) => {
        expect(lookUp(d5v3js2modified, count, sum)).toBe(lookUp(d5v3js2modified, 8, sum));
      }),
    );
  });
});

describe('the cell key', () => {
  it('is the sum of the keys mod 10^8, in any order', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
        const exact = keys.reduce((sum, next) => sum + BigInt(next), 0n) % 100_000_000n;
        expect(cellKey(keys)).toBe(Number(exact));
        expect(cellKey(keys.toReversed())).toBe(Number(exact));
      }),
    );
  });
});

describe('decimals', () => {
  it.each([
    ['0.93015644', 93_015_644],
    ['1', 100_000_000],
    ['1.00000000', 100_000_000],
    ['0', 0],
    ['.5', 50_000_000],
    ['5e-05', 5000],
    ['1e-08', 1],
    ['1.5E-8', 2],
    ['4e-9', 0],
    ['0.123456785', 12_345_679],
    ['0.123456784', 12_345_678],
  ])('%s is %d units', (text, units) => {
    expect(parseUnits(text)).toBe(units);
  });

  it.each(['', '.', 'NA', '-0.5', '0,5', '1e', '9e300'])('%j is no number', (text) => {
    expect(parseUnits(text)).toBeNull();
  });

  it('come back from text as they were', () => {
    fc.assert(
      fc.property(key, (units) => {
        expect(parseUnits(formatUnits(units))).toBe(units);
      }),
    );
  });
});

describe('reading a perturbation table', () => {
  const good = vectorRows('ptables/D5_V3_js2.csv');
  const changed = (at: number, change: Record<string, string>) =>
    good.map((row, index) => (index === at ? { ...row, ...change } : row));

  it('finds the largest noise and the values that never occur', () => {
    expect(vectorPtable('D5_V3_js2')).toMatchObject({ maxNoise: 5, js: 2 });
    expect(vectorPtable('D8_V3_js2')).toMatchObject({ maxNoise: 8, js: 2 });
    expect(vectorPtable('D2_V1.05_js1_monoTTFT')).toMatchObject({ maxNoise: 2, js: 1 });
  });

  it.each([
    ['a class that does not reach 1', changed(5, { p_int_ub: '0.99999999' })],
    ['a gap between intervals', changed(2, { p_int_lb: '0.74000000' })],
    ['a missing class', good.filter((row) => row['i'] !== '2')],
    ['noise on zero', changed(0, { v: '1', j: '1' })],
    ['a published value that is not count plus noise', changed(3, { j: '9' })],
    ['a bound that is no number', changed(3, { p_int_ub: 'NA' })],
    ['no rows', []],
  ])('refuses %s', (_, rows) => {
    expect(parsePtable('x', rows)).toMatchObject({ ok: false, error: { type: 'PtableInvalid' } });
  });
});
