import { describe, expect, it } from 'vitest';
import { IsoDay } from '../../../shared/domain/day.ts';
import { closedBecause } from '../../../shared/monitoring/approval-window.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';

describe('the time in which a Meldung for 2026 may be approved', () => {
  it.each([
    ['2025-06-01', false, 'YEAR_NOT_OVER'],
    ['2026-12-31', false, 'YEAR_NOT_OVER'],
    ['2026-12-31', true, 'YEAR_NOT_OVER'],
    ['2027-01-01', false, null],
    ['2029-08-01', false, null],
    ['2027-01-01', true, null],
    ['2027-02-15', true, null],
    ['2027-02-16', true, 'CORRECTIONS_CLOSED'],
  ])('%s, delivered before: %s → %s', (today, approvedBefore, reason) => {
    expect(closedBecause({ plan: defaultPlan, period: '2026', today: IsoDay.parse(today), approvedBefore })).toBe(reason);
  });

  it('follows the day of the plan', () => {
    const plan = { corrections: { untilMonthDay: '03-31' } };
    expect(closedBecause({ plan, period: '2026', today: IsoDay.parse('2027-03-31'), approvedBefore: true })).toBeNull();
  });
});
