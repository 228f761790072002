/** Two answers that do not fit together. A remark at the field, never a blocker. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { PlausibilityRule } from '../catalogue/types.ts';
import { ageOn, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import type { LiveEntry } from './live-entries.ts';

export interface Remark {
  readonly field: string;
  readonly entry: EntryId | null;
  readonly text: string;
}

/** A rule is silent while one of its two days is missing. */
export function remarksOf(catalogue: LoadedCatalogue, answers: CaseAnswers, entries: readonly LiveEntry[]): readonly Remark[] {
  return catalogue.definition.rules.flatMap((rule) => {
    const group = catalogue.field(rule.blames)?.group;
    const places = group === undefined ? [null] : entries.filter((e) => e.group === group).map((e) => e.id);
    return places
      .filter((entry) => isBroken(rule, catalogue, answers, entry))
      .map((entry) => ({ field: rule.blames, entry, text: rule.text }));
  });
}

function isBroken(rule: PlausibilityRule, catalogue: LoadedCatalogue, answers: CaseAnswers, entry: EntryId | null): boolean {
  const dayOf = (field: string): IsoDay | null => {
    const place = catalogue.field(field)?.group === undefined ? null : entry;
    return asDay(answers.value(field, place));
  };
  const blamed = dayOf(rule.blames);
  const other = dayOf(rule.other);
  if (blamed === null || other === null) return false;
  if (rule.kind === 'not_before') return blamed < other;
  const age = ageOn(blamed, other);
  return age < (rule.min ?? -Infinity) || age > (rule.max ?? Infinity);
}
