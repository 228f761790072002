/** Conditions with three outcomes: a question nobody answered must not read as "no". */
import type { CaseAnswers } from '../cases/answers.ts';
import { isSpecial, type AnswerValue } from '../domain/answer.ts';
import { ageOn, IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Condition } from './types.ts';

export type Outcome = 'holds' | 'fails' | 'unknown';

/** The day that `ageBelow` is counted from. */
export const birthField = 'case.date_of_birth';

/** Where a condition is asked: the answers, the entry it stands in (null = the record itself) and the day. */
export interface ConditionScope {
  readonly answers: CaseAnswers;
  readonly entry: EntryId | null;
  /** True for fields that stand in an entry; others are read from the record itself. */
  readonly inEntry: (field: string) => boolean;
  readonly today: IsoDay;
}

/** Kleene's logic: one failing part settles an `all`, one holding part settles an `any`, whatever the others are. */
export function evaluateCondition(condition: Condition, scope: ConditionScope): Outcome {
  if ('all' in condition) {
    const outcomes = condition.all.map((part) => evaluateCondition(part, scope));
    return outcomes.includes('fails') ? 'fails' : outcomes.includes('unknown') ? 'unknown' : 'holds';
  }
  if ('any' in condition) {
    const outcomes = condition.any.map((part) => evaluateCondition(part, scope));
    return outcomes.includes('holds') ? 'holds' : outcomes.includes('unknown') ? 'unknown' : 'fails';
  }
  if ('not' in condition) return opposite(evaluateCondition(condition.not, scope));
  if ('answered' in condition) return known(isThere(condition.answered, scope));
  if ('stated' in condition) return known(isStated(condition.stated, scope));
  if ('ageBelow' in condition) {
    const born = IsoDay.safeParse(scope.answers.value(birthField));
    return born.success ? known(ageOn(born.data, scope.today) < condition.ageBelow) : 'unknown';
  }
  const value = read(condition.field, scope);
  if (value === null || isSpecial(value)) return 'unknown';
  const wanted: readonly (string | boolean)[] = 'in' in condition ? condition.in : [condition.is];
  return known(Array.isArray(value) ? value.some((code) => wanted.includes(code)) : wanted.some((code) => code === value));
}

/** Every field a condition names, the birth date among them where it asks for an age. */
export function conditionFields(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(conditionFields);
  if ('any' in condition) return condition.any.flatMap(conditionFields);
  if ('not' in condition) return conditionFields(condition.not);
  if ('answered' in condition) return [condition.answered];
  if ('stated' in condition) return [condition.stated];
  return 'ageBelow' in condition ? [birthField] : [condition.field];
}

function known(holds: boolean): Outcome {
  return holds ? 'holds' : 'fails';
}

function opposite(outcome: Outcome): Outcome {
  return outcome === 'unknown' ? 'unknown' : known(outcome === 'fails');
}

function entryFor(field: string, scope: ConditionScope): EntryId | null {
  return scope.inEntry(field) ? scope.entry : null;
}

function read(field: string, scope: ConditionScope): AnswerValue {
  return scope.answers.value(field, entryFor(field, scope));
}

function isStated(field: string, scope: ConditionScope): boolean {
  const value = read(field, scope);
  return value !== null && !isSpecial(value);
}

function isThere(field: string, scope: ConditionScope): boolean {
  return read(field, scope) !== null || scope.answers.text(field, entryFor(field, scope)) !== '';
}
