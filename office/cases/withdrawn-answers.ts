/** Answers as they are recorded: of those that take back a consent, everything a withdrawal writes; of one given again, that its day is a new one. */
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { asRecorded } from '../../shared/cases/refused-later.ts';
import { renewedDays, type Said } from '../../shared/cases/renewed-consent.ts';
import { decideWithdrawnAnswer } from '../../shared/cases/withdraw.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { EntryId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { decidedOrThrow } from './refusals.ts';

export interface Recorded {
  /** Those that are no withdrawals. */
  readonly answers: readonly Said[];
  readonly withdrawn: readonly Decided[];
}

/** `whole`: the file as it is stored, for what follows from a withdrawal whoever reads it. */
export function recorded(file: CaseFile, whole: RecordState | undefined, said: readonly Said[], today: IsoDay): Recorded {
  const answers: Said[] = [];
  const withdrawn: Decided[] = [];
  for (const one of said) {
    const { entry, field } = one;
    const value = asRecorded(file, field, one.value);
    const decided = decidedOrThrow(decideWithdrawnAnswer({ ...file, whole, entry, field, value, today, newEntry: () => EntryId.parse(randomId()) }));
    withdrawn.push(...decided);
    if (decided.length === 0) answers.push(value === one.value ? one : { ...one, value });
  }
  return { answers: [...answers, ...renewedDays(file.caseState, answers)], withdrawn };
}
