/**
 * A refusal that comes after something was kept: then it is no longer "never agreed", it is a consent that ends, and everything a withdrawal stops
 * and leaves to be done holds. Where nothing was kept, a refusal is what it says, and nothing follows.
 */
import type { AnswerValue } from '../domain/answer.ts';
import { isSpecial } from '../domain/answer.ts';
import type { CaseFile } from './case-decision.ts';
import { consentField, healthConsentField, lockUnder } from './consent.ts';

/** The answer as it is recorded: „widerrufen“ for a refusal that comes too late to be one. */
export function asRecorded(file: CaseFile, field: string, value: AnswerValue): AnswerValue {
  if (value !== 'refused' || (field !== consentField && field !== healthConsentField)) return value;
  return keeps(file, field) ? 'withdrawn' : value;
}

/** Whether the file says anything that needs this consent, in entries that were taken away, too. */
function keeps({ catalogue, caseState, person }: CaseFile, consent: string): boolean {
  const without = consent === consentField ? { status: 'refused', health: false } : { status: 'granted', health: false };
  const needsIt = (id: string): boolean => {
    const field = catalogue.field(id);
    return field === undefined ? id.startsWith('person.') && consent === consentField : lockUnder(without, field) !== null;
  };
  return [caseState, ...(person === undefined ? [] : [person])].some(
    ({ answers, texts }) =>
      Object.values(answers).some((said) => Object.entries(said).some(([id, heads]) => heads.some(({ value }) => value !== null && !isSpecial(value)) && needsIt(id))) ||
      Object.values(texts).some((written) => Object.entries(written).some(([id, { text }]) => text.trim() !== '' && needsIt(id))),
  );
}
