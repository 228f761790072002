/** Reads a case file and its person card as one set of answers. */
import type { AnswerValue } from '../domain/answer.ts';
import type { EntryId } from '../domain/ids.ts';
import { recordItself, type RecordState } from '../history/state.ts';

export interface CaseAnswers {
  /** The answer, or null when nobody answered. Of two statements the one with the smaller intent id, on every PC the same. */
  value(field: string, entry?: EntryId | null): AnswerValue;
  /** Long text, '' when empty. */
  text(field: string, entry?: EntryId | null): string;
  /** Entries of a group that were not taken away, in rank order; `parent` undefined = whatever they stand in. */
  entries(group: string, parent?: EntryId | null): readonly EntryId[];
}

/** `person` is undefined where there is no card, or where its door is closed. */
export function readCase(caseState: RecordState, person: RecordState | undefined): CaseAnswers {
  const states = person === undefined ? [caseState] : [caseState, person];
  return {
    value: (field, entry) => {
      for (const state of states) {
        const head = state.answers[entry ?? recordItself]?.[field]?.[0];
        if (head !== undefined) return head.value;
      }
      return null;
    },
    text: (field, entry) => {
      for (const state of states) {
        const found = state.texts[entry ?? recordItself]?.[field];
        if (found !== undefined) return found.text;
      }
      return '';
    },
    entries: (group, parent) =>
      states.flatMap((state) =>
        Object.entries(state.entries)
          .filter(([, e]) => e.group === group && !e.retired && (parent === undefined || e.parent === parent))
          .sort(([a, x], [b, y]) => (x.rank < y.rank ? -1 : x.rank > y.rank ? 1 : a < b ? -1 : 1))
          .map(([id]) => id as EntryId),
      ),
  };
}
