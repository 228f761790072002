/**
 * A consent that was given ends in one way: it is withdrawn. A refusal, „in Klärung“, „noch nicht gefragt“ or nothing at all, said after something was
 * kept, is that withdrawal, and everything it stops and leaves to be done holds. Once withdrawn it stays so until it is given again.
 *
 * Where nothing was kept, each of them is what it says, and nothing follows.
 */
import type { AnswerValue } from '../domain/answer.ts';
import { isSpecial } from '../domain/answer.ts';
import { readCase } from './answers.ts';
import type { CaseFile } from './case-decision.ts';
import { consentField, healthConsentField, healthIsOpen, lockUnder } from './consent.ts';

/** What ends a consent where something was kept under it. */
const ending: readonly AnswerValue[] = [null, 'not_asked', 'pending', 'refused'];

/** The answer as it is recorded: „widerrufen“ for what comes too late to be anything else. */
export function asRecorded(file: CaseFile, field: string, value: AnswerValue): AnswerValue {
  if ((field !== consentField && field !== healthConsentField) || !ending.includes(value)) return value;
  const answers = readCase(file.caseState, undefined);
  const said = answers.statements(field);
  if (said.includes('withdrawn')) return 'withdrawn';
  // What is kept of her health is not to be seen here while the other consent is missing: then it counts as kept.
  if (field === healthConsentField && said.includes('granted') && !healthIsOpen(answers)) return 'withdrawn';
  // A refusal needs nobody who agreed first: what was written down on another PC meanwhile ends with it.
  const ends = value === 'refused' || said.includes('granted');
  return ends && keeps(file, field) ? 'withdrawn' : value;
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
