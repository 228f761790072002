/** One field in one place of a case: the record itself or an entry. */
import { evaluateCondition, type Outcome } from '../catalogue/condition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Condition, Field } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { healthIsOpen } from './consent.ts';

export interface FieldScope {
  readonly catalogue: LoadedCatalogue;
  readonly answers: CaseAnswers;
  readonly entry: EntryId | null;
  readonly today: IsoDay;
}

export function conditionOutcome(condition: Condition, scope: FieldScope): Outcome {
  const inEntry = (id: string): boolean => scope.catalogue.field(id)?.group !== undefined;
  return evaluateCondition(condition, { ...scope, inEntry });
}

/** On the form now; a condition nobody can settle yet keeps the field away, and so does a consent she did not give. A retired field stays where something is in it. */
export function isShown(field: Field, scope: FieldScope): boolean {
  if (field.needs === 'health_consent' && !healthIsOpen(scope.answers)) return false;
  if (field.retired === true && !isAnswered(field, scope)) return false;
  return field.shownWhen === undefined || conditionOutcome(field.shownWhen, scope) === 'holds';
}

export function isRequired(field: Field, scope: FieldScope): boolean {
  if (field.type === 'automatic' || field.required === undefined || field.retired === true) return false;
  return field.required === true || conditionOutcome(field.required, scope) === 'holds';
}

/** A special answer such as "unbekannt" is an answer. */
export function isAnswered(field: Field, scope: FieldScope): boolean {
  if (scope.answers.value(field.id, scope.entry) !== null) return true;
  return field.type === 'longtext' && scope.answers.text(field.id, scope.entry).trim() !== '';
}
