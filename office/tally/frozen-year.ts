/** A year that is frozen keeps no Kurzberatung any more: one that was entered for it would go the next morning. */
import { fail } from '../../shared/domain/result.ts';
import { yearOf, type IsoDay } from '../../shared/domain/day.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import type { CasesContext } from '../context.ts';

/** Throws ANSWER_INVALID and says what to do instead. */
export function mustTake({ cases }: CasesContext, days: readonly IsoDay[]): void {
  const frozen = cases.read((tx) => tx.frozenYears());
  const year = days.map(yearOf).find((one) => frozen.has(one));
  if (year === undefined) return;
  const reason = `Das Jahr ${String(year)} ist abgeschlossen und gemeldet, es nimmt keine Kurzberatung mehr auf. Hat der junge Mensch eine Akte, tragen Sie das Gespräch dort als Kontakt ein.`;
  decidedOrThrow(fail({ type: 'AnswerInvalid' as const, reason }));
}
