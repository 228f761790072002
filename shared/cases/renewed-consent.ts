/**
 * A consent that is given again is a new one, with a day of its own: that of the former goes with the answer, and stands as a gap until somebody says
 * the new one. What was withdrawn, and when, stays in the course of the support and in the history of the field.
 */
import type { AnswerValue } from '../domain/answer.ts';
import type { EntryId, IntentId } from '../domain/ids.ts';
import { basesFor } from '../history/base-of.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { consentField, healthConsentField } from './consent.ts';

interface Renewal {
  readonly given: AnswerValue;
  readonly takenBack: AnswerValue;
  /** Its day. */
  readonly day: string;
}

const renewals: Readonly<Record<string, Renewal>> = {
  [consentField]: { given: 'granted', takenBack: 'withdrawn', day: 'consent.data_processing_date' },
  [healthConsentField]: { given: 'granted', takenBack: 'withdrawn', day: 'consent.health_data_date' },
  'consent.case_management_agreed': { given: true, takenBack: false, day: 'consent.case_management_agreed_on' },
};

export interface Said {
  readonly entry: EntryId | null;
  readonly field: string;
  readonly value: AnswerValue;
  readonly base: readonly IntentId[];
}

/** What is said beside these answers; nothing for a day that is among them, and nothing where the consent stays withdrawn beside the new statement. */
export function renewedDays(caseState: RecordState, said: readonly Said[]): readonly Said[] {
  return said.flatMap(({ entry, field, value, base }): readonly Said[] => {
    const renewal = entry === null ? renewals[field] : undefined;
    if (renewal === undefined || value !== renewal.given) return [];
    const heads = headsOf(caseState, field);
    if (!heads.some((head) => head.value === renewal.takenBack) || !heads.every(({ intent }) => base.includes(intent))) return [];
    const isSaid = said.some((other) => other.entry === null && other.field === renewal.day);
    if (isSaid || headsOf(caseState, renewal.day).every((head) => head.value === null)) return [];
    return [{ entry: null, field: renewal.day, value: null, base: basesFor(caseState, null, renewal.day) }];
  });
}

function headsOf({ answers }: RecordState, field: string): RecordState['answers'][string][string] {
  return answers[recordItself]?.[field] ?? [];
}
