/** Dated things to do, from the fields the catalogue marks with `due`. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { DueRule } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import { endDay } from './case-status.ts';
import { conditionOutcome, isShown } from './field-scope.ts';
import { liveEntries } from './live-entries.ts';

export interface NextDate {
  readonly day: IsoDay;
  readonly kind: DueRule['kind'];
  readonly entry: EntryId | null;
  /** The step or goal in its own words, else the label of the field. */
  readonly text: string;
}

/** Earliest first, days gone by included: they are overdue. None once the support has ended. */
export function nextDates(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): readonly NextDate[] {
  if (endDay(answers, today) !== null) return [];
  const places = [{ id: null, group: undefined }, ...liveEntries(catalogue, answers)];
  const dueFields = Map.groupBy(
    catalogue.fields.flatMap((field) => (field.due === undefined ? [] : [{ field, due: field.due }])),
    ({ field }) => field.group,
  );
  const dates = places.flatMap(({ id: entry, group }) =>
    (dueFields.get(group) ?? []).flatMap(({ field, due }): readonly NextDate[] => {
      const day = asDay(answers.value(field.id, entry));
      const scope = { catalogue, answers, entry, today };
      if (day === null || !isShown(field, scope)) return [];
      if (due.openWhen !== undefined && conditionOutcome(due.openWhen, scope) === 'fails') return [];
      return [{ day, kind: due.kind, entry, text: words(answers, due.text, entry) || field.label }];
    }),
  );
  return dates.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function words(answers: CaseAnswers, field: string | undefined, entry: EntryId | null): string {
  if (field === undefined) return '';
  const value = answers.value(field, entry);
  return answers.text(field, entry).trim() || (typeof value === 'string' ? value : '');
}
