/** The Kurzberatungen in one history of kind `tally`, as the store keeps them beside it. */
import type { AnswerValue } from '../domain/answer.ts';
import { isSpecial } from '../domain/answer.ts';
import { asDay } from '../cases/as-day.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId, UserId } from '../domain/ids.ts';
import type { Head, RecordState } from '../history/state.ts';

export const tallyGroup = 'tally';
/** The day of one Kurzberatung; every one has it. */
export const tallyDay = 'tally.day';
/** True when it became a contact of a file. */
export const tallyMoved = 'tally.moved';
/**
 * Which contact it became, as {@link contactMark} writes it: kept when it comes back, so that it counts nowhere twice when the contact does, too.
 */
export const tallyMovedTo = 'tally.moved_to';

/** `file`: a hash of the file's id, which says nothing once the file was erased. */
export function contactMark(file: string, contact: EntryId | ''): string {
  return `${file}/${contact}`;
}

export function tombstoneInMark(mark: string): string {
  return mark.split('/')[0] ?? '';
}

export interface Tally {
  readonly entry: EntryId;
  readonly day: IsoDay;
  readonly author: UserId;
  readonly retired: boolean;
  readonly moved: boolean;
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

export function talliesOf(state: RecordState): readonly Tally[] {
  return Object.entries(state.entries)
    .filter(([, { group }]) => group === tallyGroup)
    .sort(([a, x], [b, y]) => (x.rank < y.rank ? -1 : x.rank > y.rank ? 1 : a < b ? -1 : 1))
    .flatMap(([entry, { retired }]) => {
      const fields = state.answers[entry] ?? {};
      const [first] = fields[tallyDay] ?? [];
      const day = first === undefined ? null : asDay(first.value);
      // Written in one transaction with its entry: without it the entry is half of a merge that is still to come.
      if (first === undefined || day === null) return [];
      const moved = (fields[tallyMoved] ?? []).some(({ value }) => value === true);
      return [{ entry: entry as EntryId, day, author: first.author, retired, moved, answers: answered(fields) }];
    });
}

function answered(fields: Readonly<Record<string, readonly Head[]>>): Readonly<Record<string, AnswerValue>> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => field !== tallyMoved)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([field, [head]]) => (head === undefined || head.value === null ? [] : [[field, head.value]])),
  );
}

/** What may be counted of one: codes and whole numbers, no day. Those taken away or moved count nowhere. */
export function tallyCodes({ retired, moved, answers }: Tally): Readonly<Record<string, AnswerValue>> | null {
  if (retired || moved) return null;
  return Object.fromEntries(Object.entries(answers).filter(([field, value]) => field !== tallyDay && field !== tallyMovedTo && !isSpecial(value)));
}
