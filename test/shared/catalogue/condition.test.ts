import { describe, expect, it } from 'vitest';
import { conditionFields, evaluateCondition } from '../../../shared/catalogue/condition.ts';
import type { Condition } from '../../../shared/catalogue/types.ts';
import type { CaseAnswers } from '../../../shared/cases/answers.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { EntryId } from '../../../shared/domain/ids.ts';

const goal = EntryId.parse('e'.repeat(32));
const values: Readonly<Record<string, AnswerValue>> = {
  'case.support_form': 'case_management',
  'case.initial_concern': ['language', 'work'],
  'consent.case_management_agreed': false,
  'case.gender': { special: 'not_stated' },
  'case.date_of_birth': '2008-02-29',
  [`${goal} goal.attainment`]: 'reached',
};
const answers: CaseAnswers = {
  value: (field, entry) => values[entry === null || entry === undefined ? field : `${entry} ${field}`] ?? null,
  statements: (field) => [values[field] ?? null],
  writtenOn: () => null,
  text: (field) => (field === 'integration_plan.jmd_contribution' ? 'Wir helfen.' : ''),
  entries: () => [],
};
const ask = (condition: Condition, today = '2026-02-28') =>
  evaluateCondition(condition, {
    answers,
    entry: goal,
    inEntry: (field) => field.startsWith('goal.'),
    today: IsoDay.parse(today),
  });

const holds: Condition = { field: 'case.support_form', is: 'case_management' };
const fails: Condition = { field: 'case.support_form', is: 'counselling' };
const unknown: Condition = { field: 'case.cm_end', is: 'x' };

const examples: readonly [name: string, condition: Condition, outcome: string, today?: string][] = [
  ['the code that was chosen holds', holds, 'holds'],
  ['another code fails', fails, 'fails'],
  ['a question nobody answered is unknown, not no', unknown, 'unknown'],
  ['"keine Angabe" is unknown to a condition', { field: 'case.gender', is: 'w' }, 'unknown'],
  ['one of several codes holds', { field: 'case.support_form', in: ['counselling', 'case_management'] }, 'holds'],
  ['one of several ticked codes holds', { field: 'case.initial_concern', is: 'work' }, 'holds'],
  ['a code that was not ticked fails', { field: 'case.initial_concern', is: 'debts' }, 'fails'],
  ['no is an answer', { field: 'consent.case_management_agreed', is: false }, 'holds'],
  ['no is not yes', { field: 'consent.case_management_agreed', is: true }, 'fails'],
  ['answered holds for a special answer', { answered: 'case.gender' }, 'holds'],
  ['answered holds for a long text', { answered: 'integration_plan.jmd_contribution' }, 'holds'],
  ['answered fails, it is never unknown', { answered: 'case.cm_end' }, 'fails'],
  ['stated fails for a special answer', { stated: 'case.gender' }, 'fails'],
  ['stated holds for a value', { stated: 'case.support_form' }, 'holds'],
  ['stated fails where nobody answered', { stated: 'case.cm_end' }, 'fails'],
  ['a field of the entry is read in the entry', { field: 'goal.attainment', is: 'reached' }, 'holds'],
  ['born on 29 February, still 17 the day before', { ageBelow: 18 }, 'holds', '2026-02-28'],
  ['born on 29 February, 18 on 1 March', { ageBelow: 18 }, 'fails', '2026-03-01'],
  ['not turns holds round', { not: holds }, 'fails'],
  ['not turns fails round', { not: fails }, 'holds'],
  ['not leaves unknown unknown', { not: unknown }, 'unknown'],
  ['all holds when all hold', { all: [holds, holds] }, 'holds'],
  ['all fails when one fails, whatever is unknown', { all: [unknown, fails] }, 'fails'],
  ['all is unknown when the rest holds', { all: [unknown, holds] }, 'unknown'],
  ['any holds when one holds, whatever is unknown', { any: [unknown, holds] }, 'holds'],
  ['any is unknown when the rest fails', { any: [unknown, fails] }, 'unknown'],
  ['any fails when all fail', { any: [fails, fails] }, 'fails'],
  ['all of nothing holds', { all: [] }, 'holds'],
  ['any of nothing fails', { any: [] }, 'fails'],
];

describe('a condition', () => {
  it.each(examples.map(([name, ...example]) => ({ name, example })))('$name', ({ example: [condition, outcome, today] }) => {
    expect(ask(condition, today)).toBe(outcome);
  });

  it('is unknown about the age without a birth date', () => {
    const nobody: CaseAnswers = { ...answers, value: () => null };
    const scope = { answers: nobody, entry: null, inEntry: () => false, today: IsoDay.parse('2026-01-01') };
    expect(evaluateCondition({ ageBelow: 18 }, scope)).toBe('unknown');
  });

  it('names every field it asks', () => {
    const condition: Condition = { all: [holds, { any: [{ answered: 'case.cm_end' }, { not: { ageBelow: 18 } }] }] };
    expect(conditionFields(condition)).toEqual(['case.support_form', 'case.cm_end', 'case.date_of_birth']);
  });
});
