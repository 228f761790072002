/** Reads a case file and its person card as one set of answers. */
import type { AnswerValue } from '../domain/answer.ts';
import { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { type Head, recordItself, type RecordState } from '../history/state.ts';

export interface CaseAnswers {
  /** The answer, or null when nobody answered. Of two statements the one with the smaller intent id, on every PC the same. */
  value(field: string, entry?: EntryId | null): AnswerValue;
  /** What everybody said: more than one where two PCs wrote apart from each other, none when nobody answered. */
  statements(field: string, entry?: EntryId | null): readonly AnswerValue[];
  /** The day on which the first of what stands there was written, in UTC; null when nobody answered. */
  writtenOn(field: string, entry?: EntryId | null): IsoDay | null;
  /** Long text, '' when empty. */
  text(field: string, entry?: EntryId | null): string;
  /** Entries of a group that were not taken away, in rank order; `parent` undefined = whatever they stand in. */
  entries(group: string, parent?: EntryId | null): readonly EntryId[];
}

/** `person` is undefined where there is no card, or where its door is closed. */
export function readCase(caseState: RecordState, person: RecordState | undefined): CaseAnswers {
  const states = person === undefined ? [caseState] : [caseState, person];
  let places: Places | undefined;
  const headsOf = (field: string, entry: EntryId | null | undefined): readonly Pick<Head, 'value' | 'at'>[] => {
    for (const state of states) {
      const heads = state.answers[entry ?? recordItself]?.[field];
      if (heads !== undefined && heads.length > 0) return heads;
    }
    return [];
  };
  return {
    value: (field, entry) => headsOf(field, entry)[0]?.value ?? null,
    statements: (field, entry) => headsOf(field, entry).map(({ value }) => value),
    writtenOn: (field, entry) => {
      const [first] = headsOf(field, entry).map(({ at }) => at.slice(0, 10)).sort();
      return IsoDay.safeParse(first).data ?? null;
    },
    text: (field, entry) => {
      for (const state of states) {
        const found = state.texts[entry ?? recordItself]?.[field];
        if (found !== undefined) return found.text;
      }
      return '';
    },
    entries: (group, parent) => {
      places ??= placesOf(states);
      return parent === undefined ? (places.byGroup.get(group) ?? []) : (places.byParent.get(`${group} ${parent ?? ''}`) ?? []);
    },
  };
}

interface Places {
  readonly byGroup: ReadonlyMap<string, readonly EntryId[]>;
  /** Key: group, blank, parent or ''. */
  readonly byParent: ReadonlyMap<string, readonly EntryId[]>;
}

/** Sorted once: a plan with many goals asks for the steps of each. */
function placesOf(states: readonly RecordState[]): Places {
  const byGroup = new Map<string, EntryId[]>();
  const byParent = new Map<string, EntryId[]>();
  for (const state of states) {
    const live = Object.entries(state.entries)
      .filter(([, entry]) => !entry.retired)
      .sort(([a, x], [b, y]) => (x.rank < y.rank ? -1 : x.rank > y.rank ? 1 : a < b ? -1 : 1));
    for (const [id, { group, parent }] of live) {
      put(byGroup, group, id as EntryId);
      put(byParent, `${group} ${parent ?? ''}`, id as EntryId);
    }
  }
  return { byGroup, byParent };
}

function put(map: Map<string, EntryId[]>, key: string, id: EntryId): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}
