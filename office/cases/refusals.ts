import { ORPCError } from '@orpc/server';
import type { Refusal } from '../../shared/cases/case-decision.ts';
import { type Result, unreachable } from '../../shared/domain/result.ts';

function toError(refusal: Refusal): Error {
  switch (refusal.type) {
    case 'FieldUnknown':
      return new ORPCError('FIELD_UNKNOWN');
    case 'EntryUnknown':
      return new ORPCError('ENTRY_UNKNOWN');
    case 'AnswerInvalid':
      return new ORPCError('ANSWER_INVALID', { data: { reason: refusal.reason } });
    case 'ConsentMissing':
      return new ORPCError('CONSENT_MISSING');
    case 'HealthConsentMissing':
      return new ORPCError('HEALTH_CONSENT_MISSING');
    case 'DisclosureWithoutBasis':
      return new ORPCError('DISCLOSURE_WITHOUT_BASIS');
    case 'NotForYou':
      return new ORPCError('CASE_SHIELDED');
    default:
      return unreachable(refusal);
  }
}

/** What was decided; a refusal leaves as its code of the contract. */
export function decidedOrThrow<T>(decision: Result<T, Refusal>): T {
  if (!decision.ok) throw toError(decision.error);
  return decision.value;
}
