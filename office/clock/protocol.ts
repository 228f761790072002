/** The Löschprotokoll, and the one act of the head that adds a line before the day has come. */
import { ORPCError } from '@orpc/server';
import type { RecordId } from '../../shared/domain/ids.ts';
import { inCases, opened, stillOpen } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { anonymise } from '../forgetting/anonymise.ts';
import { erasureProtocol } from '../forgetting/protocol.ts';
import { headOnly } from './acts.ts';
import { clockOffice } from './guard.ts';
import { judgeFile } from './judge.ts';

export const protocol = opened.clock.protocol.handler(({ input, context }) => erasureProtocol(context, input.limit));

/** Ended, and nothing hinders: what the day would do, before it. */
function refusal(context: CasesContext, caseId: RecordId): ORPCError<string, unknown> | null {
  const verdict = judgeFile(context, caseId, clockOffice(context));
  if (verdict === null) return new ORPCError('CASE_NOT_FOUND');
  if (verdict.act !== 'anonymise') return new ORPCError('CASE_NOT_ENDED');
  const reason = verdict.hindrances.map(({ text }) => text).join(' ');
  return verdict.hindrances.length === 0 ? null : new ORPCError('CLOCK_HELD', { data: { reason } });
}

export const anonymiseNow = inCases.clock.anonymiseNow.handler(async ({ input: { caseId }, context }) => {
  headOnly(context);
  const refused = refusal(context, caseId);
  if (refused !== null) throw refused;
  // Asked again where it is noted: something may have been entered while a backup was waited for.
  const clock = clockOffice(context);
  const which = (): readonly RecordId[] => {
    const verdict = judgeFile(context, caseId, clock);
    return verdict?.act === 'anonymise' && verdict.hindrances.length === 0 ? [caseId] : [];
  };
  const numbers = new Set((await anonymise(context, which)).map(({ number }) => number));
  stillOpen(context);
  const line = erasureProtocol(context).find(({ number }) => numbers.has(number));
  if (line === undefined) throw refusal(context, caseId) ?? new ORPCError('CASE_NOT_FOUND');
  return line;
});
