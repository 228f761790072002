/** The consent gate: what may be written before a young person agreed that her data are kept (DESIGN §2, domain.md §4 rows 8 and 14). */
import type { Field } from '../catalogue/types.ts';
import type { RecordState } from '../history/state.ts';
import { takesAfterWithdrawal } from './after-withdrawal.ts';
import { readCase, type CaseAnswers } from './answers.ts';

export const consentField = 'consent.data_processing_status';
export const healthConsentField = 'consent.health_data';

/** Codes of the list `consent_status` that close the file; of two statements the one further ahead counts. */
const closing: readonly string[] = ['withdrawn', 'refused', 'pending', 'not_asked'];

/**
 * What the file says of a consent, in one code of the list `consent_status`: for the gate, the case list and the gaps alike.
 *
 * `granted` only while every statement says so. Two PCs may have recorded a consent and its withdrawal apart from each other: until
 * somebody decides, the withdrawal counts.
 */
function statusOf(answers: CaseAnswers, field: string): string {
  const said = answers.statements(field).map((value) => (typeof value === 'string' ? value : 'not_asked'));
  if (said.length > 0 && said.every((code) => code === 'granted')) return 'granted';
  return closing.find((code) => said.includes(code)) ?? said.find((code) => code !== 'granted') ?? 'not_asked';
}

export function consentStatus(answers: CaseAnswers): string {
  return statusOf(answers, consentField);
}

export function healthConsentStatus(answers: CaseAnswers): string {
  return statusOf(answers, healthConsentField);
}

/** Health data are asked for and shown: she agreed to them, and to the keeping of her data at all. */
export function healthIsOpen(answers: CaseAnswers): boolean {
  return consentStatus(answers) === 'granted' && healthConsentStatus(answers) === 'granted';
}

export function consentGiven(caseState: RecordState): boolean {
  return consentStatus(readCase(caseState, undefined)) === 'granted';
}

export function healthConsentGiven(caseState: RecordState): boolean {
  return healthIsOpen(readCase(caseState, undefined));
}

/**
 * The section on child protection. Its basis is the law (§ 8a SGB VIII, § 62 Abs. 3 SGB VIII; not confirmed by a lawyer), not her consent: who sees a
 * danger must be able to write it down before a consent, without one and after it was taken back.
 */
const protectionGroup = 'protection';

/** What may be told without asking her, so that it is written down also after she took her consent back. */
const statutoryBases: readonly unknown[] = ['child_protection_law', 'emergency', 'court_order'];

/** The basis is the law itself, not her word. */
export function isStatutory(basis: unknown): boolean {
  return statutoryBases.includes(basis);
}

/** A disclosure the law allows or demands, in a file whose consent was taken back. `bases`: all that is said of its basis. */
export function isToldByLaw(caseState: RecordState, bases: readonly unknown[]): boolean {
  return bases.length > 0 && bases.every(isStatutory) && consentStatus(readCase(caseState, undefined)) === 'withdrawn';
}

export type ConsentLock = { readonly type: 'ConsentMissing' } | { readonly type: 'HealthConsentMissing' };

/** How a file stands with both consents: what `consentStatus` says, and whether health data are asked for. */
export interface Consents {
  readonly status: string;
  readonly health: boolean;
}

/** Which consent is missing for a field; null when it takes input. The one rule for core and window. */
export function lockUnder({ status, health }: Consents, field: Field): ConsentLock | null {
  const { beforeConsent, needs, group } = field;
  if (group === protectionGroup) return null;
  if (status === 'withdrawn' && !takesAfterWithdrawal(field)) return { type: 'ConsentMissing' };
  if (beforeConsent !== true && status !== 'granted') return { type: 'ConsentMissing' };
  return needs === 'health_consent' && !health ? { type: 'HealthConsentMissing' } : null;
}

export function lockOf(caseState: RecordState, field: Field): ConsentLock | null {
  const answers = readCase(caseState, undefined);
  return lockUnder({ status: consentStatus(answers), health: healthIsOpen(answers) }, field);
}

export function takesInput(caseState: RecordState, field: Field): boolean {
  return lockOf(caseState, field) === null;
}

/** Which consent is missing for entries of a group with these fields: what opens one field opens the entry. */
export function groupLock(caseState: RecordState, fields: readonly Field[]): ConsentLock | null {
  const locks = fields.map((field) => lockOf(caseState, field));
  return locks.includes(null) ? null : (locks.find((lock) => lock?.type === 'ConsentMissing') ?? locks[0] ?? { type: 'ConsentMissing' });
}
