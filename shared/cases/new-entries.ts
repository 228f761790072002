/** Entries an act makes by itself: what follows from a withdrawal, a restriction, a decision. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { AnswerValue } from '../domain/answer.ts';
import type { EntryId } from '../domain/ids.ts';
import type { IntentBody } from '../history/intent.ts';
import type { RecordState } from '../history/state.ts';

interface NewEntriesWish {
  readonly caseState: RecordState;
  /** A fresh random id. */
  readonly newEntry: () => EntryId;
}

interface NewEntry {
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

/** Behind those that are there, in this order. */
export function newEntries({ caseState, newEntry }: NewEntriesWish, group: string, entries: readonly NewEntry[]): readonly IntentBody[] {
  const last = Object.values(caseState.entries)
    .filter((entry) => entry.group === group && entry.parent === null)
    .reduce<string | null>((highest, { rank }) => (highest === null || rank > highest ? rank : highest), null);
  const ranks = generateNKeysBetween(last, null, entries.length);
  return entries.flatMap(({ answers }, index): readonly IntentBody[] => {
    const entry = newEntry();
    const rank = ranks[index];
    if (rank === undefined) throw new Error('fewer ranks than entries');
    const said = Object.entries(answers).map(([field, value]): IntentBody => ({ type: 'answer', entry, field, value, base: [] }));
    return [{ type: 'addEntry', entry, group, parent: null, rank }, ...said];
  });
}
