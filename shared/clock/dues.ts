/** What of the clock stands on the worklist and the start page. Tasks, requests and the 18th birthday have their own dates there. */
import type { DueKind } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { ClockDate, ClockKind } from './types.ts';

const kinds: Partial<Readonly<Record<ClockKind, DueKind>>> = {
  inactive: 'inactive',
  inactive_end: 'inactive',
  anonymise: 'anonymise',
  counselling_over: 'anonymise',
  management_data: 'management_data',
  turns_27: 'age_limit',
  hold_review: 'hold',
};

export interface ClockDue {
  readonly day: IsoDay;
  readonly kind: DueKind;
  readonly entry: EntryId | null;
  readonly text: string;
}

export function clockDues(dates: readonly ClockDate[]): readonly ClockDue[] {
  return dates.flatMap(({ kind, day, entry, text }) => {
    const due = kinds[kind];
    return due === undefined ? [] : [{ day, kind: due, entry, text }];
  });
}
