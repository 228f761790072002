/** The Löschprotokoll, and the one act of the head that adds a line before the day has come. */
import { ORPCError } from '@orpc/server';
import { earlyHindrances } from '../../shared/clock/early.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { inCases, opened, stillOpen } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { anonymise } from '../forgetting/anonymise.ts';
import { erasureProtocol } from '../forgetting/protocol.ts';
import { headOnly } from './acts.ts';
import { clockOffice } from './guard.ts';
import { clockOfDamaged, isDamaged } from './damaged.ts';
import { wholeFile } from './judge.ts';
import { filesUntil } from './preview.ts';

export const protocol = opened.clock.protocol.handler(({ input, context }) => erasureProtocol(context, input.limit));

/** What keeps `caseId` from being anonymised now; null: nothing. */
function refusal(context: CasesContext, caseId: RecordId): ORPCError<string, unknown> | null {
  if (isDamaged(context, caseId)) return ofDamaged(context, caseId);
  const file = wholeFile(context, caseId);
  if (file === null) return new ORPCError('CASE_NOT_FOUND');
  const hindrances = earlyHindrances(file, clockOffice(context), context.store.user);
  if (hindrances === null) return new ORPCError('CASE_NOT_ENDED');
  const reason = hindrances.map(({ text }) => text).join(' ');
  return hindrances.length === 0 ? null : new ORPCError('CLOCK_HELD', { data: { reason } });
}

/** Nobody can look into it any more: it goes when the day has come that was known while it could be read, not before. */
function ofDamaged(context: CasesContext, caseId: RecordId): ORPCError<string, unknown> | null {
  const office = clockOffice(context);
  const file = filesUntil(context, office, 0).find(({ record }) => record === caseId);
  const known = file === undefined ? null : clockOfDamaged(context, file, office);
  if (known?.now === true) return null;
  const held = known?.hindrances.map(({ text }) => text).join(' ') ?? '';
  const reason = `Diese Akte lässt sich nicht lesen. Bitte zuerst versuchen, sie aus einer Sicherung zurückzuholen. Anonymisieren lässt sie sich, wenn ihr Tag gekommen ist und nichts sie hält. ${held}`.trim();
  return new ORPCError('CLOCK_HELD', { data: { reason } });
}

export const anonymiseNow = inCases.clock.anonymiseNow.handler(async ({ input: { caseId }, context }) => {
  headOnly(context);
  const refused = refusal(context, caseId);
  if (refused !== null) throw refused;
  // Asked again where it is noted: something may have been entered while a backup was waited for.
  const which = (): readonly RecordId[] => (refusal(context, caseId) === null ? [caseId] : []);
  const numbers = new Set((await anonymise(context, which)).map(({ number }) => number));
  stillOpen(context);
  const line = erasureProtocol(context).find(({ number }) => numbers.has(number));
  if (line === undefined) throw refusal(context, caseId) ?? new ORPCError('CASE_NOT_FOUND');
  return line;
});
