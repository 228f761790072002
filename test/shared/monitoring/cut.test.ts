import { describe, expect, it } from 'vitest';
import { cutFact } from '../../../shared/monitoring/cut.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import type { CaseYearFact } from '../../../shared/monitoring/types.ts';

const fact: CaseYearFact = {
  codes: { support_form: 'case_management', gender: 'w', age_group: '19_26', time_since_entry: 'under_2', cm_flow: 'new', destination: 'not_ended', handball: 'yes' },
  keyNamed: 12_345_678,
  keySums: 87_654_321,
};

describe('what stays of a row', () => {
  it('when the time of its file is over: the codes the tables use and the keys of their noise', () => {
    const { handball: _, ...used } = fact.codes;
    expect(cutFact(fact, 'cut')).toEqual({ ...fact, codes: used });
  });

  it('follows the plan: what no table uses any more goes, too', () => {
    const plan = { ...defaultPlan, tables: defaultPlan.tables.filter(({ id }) => id === 'A7') };
    expect(cutFact(fact, 'cut', plan)?.codes).toEqual({ time_since_entry: 'under_2' });
  });

  it('keeps what a table asks to know whom it counts', () => {
    const plan = { ...defaultPlan, tables: defaultPlan.tables.filter(({ id }) => id === 'B6') };
    expect(cutFact(fact, 'cut', plan)?.codes).toEqual({ cm_flow: 'new', destination: 'not_ended' });
  });

  it('on her wish: what the exact totals need, and no key', () => {
    expect(cutFact(fact, 'total')).toEqual({ codes: { support_form: 'case_management' }, keyNamed: 0, keySums: 0 });
  });

  it('of a file made in error: nothing', () => {
    expect(cutFact(fact, 'gone')).toBeNull();
  });
});
