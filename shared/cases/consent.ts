/** The consent gate: what may be written before a young person agreed that her data are kept (DESIGN §2, domain.md §4 row 14). */
import type { Field } from '../catalogue/types.ts';
import { recordItself, type RecordState } from '../history/state.ts';

export const consentField = 'consent.data_processing_status';

/**
 * True only while every statement about the consent says that it was given.
 *
 * Two PCs may have recorded a consent and its withdrawal apart from each other: until somebody decides, the withdrawal counts.
 */
export function consentGiven(caseState: RecordState): boolean {
  const heads = caseState.answers[recordItself]?.[consentField] ?? [];
  return heads.length > 0 && heads.every((head) => head.value === 'granted');
}

export function takesInput(caseState: RecordState, field: Field): boolean {
  return field.beforeConsent === true || consentGiven(caseState);
}
