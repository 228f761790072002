/** What a view says of its fields, as sets that answer at once. */
import type { CaseView } from '../../../shared/rpc/case.views.ts';
import { draftKey } from './drafts.ts';

/** Key: entry id, '' for the record itself. */
export function shownFields(view: CaseView): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(view.shown).map(([entry, fields]) => [entry, new Set(fields)]));
}

export function gapKeys(view: CaseView): ReadonlySet<string> {
  return new Set(view.gaps.map((gap) => draftKey(gap.entry ?? '', gap.field)));
}
