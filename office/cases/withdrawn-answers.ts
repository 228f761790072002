/** Answers as they are recorded: of those that take back a consent, everything a withdrawal writes. */
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { asRecorded } from '../../shared/cases/refused-later.ts';
import { decideWithdrawnAnswer } from '../../shared/cases/withdraw.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { EntryId } from '../../shared/domain/ids.ts';
import { decidedOrThrow } from './refusals.ts';

interface Said {
  readonly entry: EntryId | null;
  readonly field: string;
  readonly value: AnswerValue;
}

export interface Recorded<Answer> {
  /** Those that are no withdrawals. */
  readonly answers: readonly Answer[];
  readonly withdrawn: readonly Decided[];
}

export function recorded<Answer extends Said>(file: CaseFile, said: readonly Answer[], today: IsoDay): Recorded<Answer> {
  const answers: Answer[] = [];
  const withdrawn: Decided[] = [];
  for (const one of said) {
    const { entry, field } = one;
    const value = asRecorded(file, field, one.value);
    const decided = decidedOrThrow(decideWithdrawnAnswer({ ...file, entry, field, value, today, newEntry: () => EntryId.parse(randomId()) }));
    withdrawn.push(...decided);
    if (decided.length === 0) answers.push(value === one.value ? one : { ...one, value });
  }
  return { answers, withdrawn };
}
