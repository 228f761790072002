/** The consent gate: what may be written before a young person agreed that her data are kept (DESIGN §2, domain.md §4 row 14). */
import type { Field } from '../catalogue/types.ts';
import type { RecordState } from '../history/state.ts';
import { readCase, type CaseAnswers } from './answers.ts';

export const consentField = 'consent.data_processing_status';

/** Codes of the list `consent_status` that close the file; of two statements the one further ahead counts. */
const closing: readonly string[] = ['withdrawn', 'refused', 'pending', 'not_asked'];

/**
 * What the file says of the consent, in one code of the list `consent_status`: for the gate, the case list and the gaps alike.
 *
 * `granted` only while every statement says so. Two PCs may have recorded a consent and its withdrawal apart from each other: until
 * somebody decides, the withdrawal counts.
 */
export function consentStatus(answers: CaseAnswers): string {
  const said = answers.statements(consentField).map((value) => (typeof value === 'string' ? value : 'not_asked'));
  if (said.length > 0 && said.every((code) => code === 'granted')) return 'granted';
  return closing.find((code) => said.includes(code)) ?? said.find((code) => code !== 'granted') ?? 'not_asked';
}

export function consentGiven(caseState: RecordState): boolean {
  return consentStatus(readCase(caseState, undefined)) === 'granted';
}

export function takesInput(caseState: RecordState, field: Field): boolean {
  return field.beforeConsent === true || consentGiven(caseState);
}
