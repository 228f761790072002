import { describe, expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import { finalYears, type DeliveredPeriod } from '../../../shared/monitoring/final-years.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';

const of = (...states: readonly DeliveredPeriod['state'][]): readonly DeliveredPeriod[] => states.map((state) => ({ period: '2026', state }));

describe('a year is final', () => {
  it.each<[string, readonly DeliveredPeriod[], string, readonly number[]]>([
    ['not on the last day for corrections', of('confirmed'), '2027-02-15', []],
    ['the day after, with a receipt', of('confirmed'), '2027-02-16', [2026]],
    ['with a correction that has its receipt', of('confirmed', 'confirmed'), '2027-02-16', [2026]],
    ['not while a correction waits in the outbox', of('confirmed', 'approved'), '2027-06-01', []],
    ['also beside a preview that never left', of('confirmed', 'built'), '2027-02-16', [2026]],
    ['also after a correction that was refused', of('confirmed', 'refused'), '2027-02-16', [2026]],
    ['not when only refused ones left', of('refused'), '2027-06-01', []],
    ['not when nothing was ever delivered', [], '2030-01-01', []],
    ['not while it runs', [{ period: '2027', state: 'confirmed' }], '2027-12-31', []],
  ])('%s', (_, deliveries, today, years) => {
    expect(finalYears(deliveries, defaultPlan, IsoDay.parse(today))).toEqual(years);
  });

  it('each by itself, the earliest first', () => {
    const deliveries: readonly DeliveredPeriod[] = [{ period: '2026', state: 'confirmed' }, { period: '2024', state: 'confirmed' }, { period: '2025', state: 'approved' }];
    expect(finalYears(deliveries, defaultPlan, IsoDay.parse('2027-03-01'))).toEqual([2024, 2026]);
  });
});
