/** The entries that are on the form: not taken away, and in nothing that was taken away. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';

export interface LiveEntry {
  readonly id: EntryId;
  readonly group: string;
  readonly parent: EntryId | null;
}

/** In the order of the form, every entry before what stands in it. */
export function liveEntries(catalogue: LoadedCatalogue, answers: CaseAnswers): readonly LiveEntry[] {
  const within = (parent: LiveEntry | null): readonly LiveEntry[] =>
    catalogue.groupsIn(parent?.group ?? null).flatMap((group) =>
      answers.entries(group.id, parent?.id ?? null).flatMap((id) => {
        const entry = { id, group: group.id, parent: parent?.id ?? null };
        return [entry, ...within(entry)];
      }),
    );
  return within(null);
}
