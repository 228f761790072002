import { ORPCError } from '@orpc/server';
import type { readCase } from '../../shared/cases/answers.ts';
import { asDay } from '../../shared/cases/as-day.ts';
import { endedWithMajority } from '../../shared/cases/disclosure.ts';
import { isSpecial, type AnswerValue } from '../../shared/domain/answer.ts';
import { germanDay, type IsoDay } from '../../shared/domain/day.ts';
import type { EntryId } from '../../shared/domain/ids.ts';
import { noRelease, type FormRelease } from '../../shared/papers/form-paper.ts';

type Answers = ReturnType<typeof readCase>;

/** What one release says; without an entry there are lines for a pen. One that ended is on no new paper: somebody would sign that it still holds. */
export function releaseOf(answers: Answers, entry: EntryId | null, today: IsoDay): FormRelease {
  if (entry === null) return noRelease;
  if (!answers.entries('release', null).includes(entry)) throw new ORPCError('ENTRY_UNKNOWN');
  const until = asDay(answers.value('release.valid_until', entry));
  const isOver = answers.value('release.withdrawn_on', entry) !== null || (until !== null && until < today) || endedWithMajority(answers, entry, today);
  if (isOver) throw new ORPCError('PAPER_ENTRY_OVER');
  const from = asDay(answers.value('release.date', entry));
  return {
    recipient: recipientOf(answers, entry),
    scope: answers.text('release.scope', entry),
    from: from === null ? '' : germanDay(from),
    until: until === null ? '' : germanDay(until),
  };
}

function recipientOf(answers: Answers, entry: EntryId): string {
  const institution = line(answers.value('release.recipient', entry));
  const named = institution === '' ? '' : line(answers.value('institution.name', institution as EntryId));
  return [named, line(answers.value('release.recipient_name', entry))].filter((one) => one !== '').join(', ');
}

function line(value: AnswerValue): string {
  return typeof value === 'string' && !isSpecial(value) ? value : '';
}
