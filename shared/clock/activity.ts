/**
 * What counts as activity, decided here and nowhere else: the days of the fields the catalogue marks with `activity`.
 *
 * A contact that took place, a kept appointment, work on the plan; not reading, not printing, not administration. Somebody who did not come is no
 * activity: she was not there, and a file must not live on invitations. Where two answers stand, the one that makes it activity counts: too late
 * is better than too early.
 */
import { conditionFields } from '../catalogue/condition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Condition, Field } from '../catalogue/types.ts';
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { conditionOutcome, type FieldScope } from '../cases/field-scope.ts';
import { liveEntries } from '../cases/live-entries.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';

export interface Activity {
  readonly day: IsoDay;
  readonly field: string;
  readonly entry: EntryId | null;
}

/** For the window, beside the date. */
export const activityText =
  'Als Aktivität zählt, was mit dem jungen Menschen oder für ihn geschehen ist: ein Gespräch oder anderer Kontakt, ein wahrgenommener Termin, Arbeit am Plan, ' +
  'eine Kompetenzfeststellung, eine Fallkonferenz, eine Vermittlung, eine Rückmeldung von anderen Stellen, Beginn und Ende der Begleitung. ' +
  'Nicht dazu zählen: ein Kontakt oder Termin, zu dem der junge Mensch nicht gekommen ist, und das Lesen, Drucken und Verwalten der Akte.';

export interface ActivityDates {
  readonly section: string;
  /** What the dates are called in the form, with the group they stand in. */
  readonly dates: readonly string[];
}

/** The dates that count, one by one, as the catalogue marks them; for the window, below the words. */
export function activityDates(catalogue: LoadedCatalogue): readonly ActivityDates[] {
  const marked = catalogue.fields.filter(({ activity }) => activity !== undefined);
  const sections = Map.groupBy(marked, ({ id }) => catalogue.sectionOf(id)?.title ?? '');
  return [...sections].map(([section, fields]) => ({
    section,
    dates: fields.map(({ label, group }) => (group === undefined ? label : `${catalogue.group(group)?.label ?? ''}: ${label}`)),
  }));
}

/** Every day of activity that stands in the file, those to come included: they are plans. */
export function activitiesOf(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay, live = liveEntries(catalogue, answers)): readonly Activity[] {
  const entries = Map.groupBy(live, ({ group }) => group);
  return catalogue.fields
    .filter((field) => field.activity !== undefined)
    .flatMap((field) => {
      const places = field.group === undefined ? [null] : (entries.get(field.group) ?? []).map(({ id }) => id);
      return places.flatMap((entry) => daysIn(field, { catalogue, answers, entry, today }));
    });
}

/** The last one that is not still to come. */
export function lastActivityDay(activities: readonly Activity[], today: IsoDay): IsoDay | null {
  return activities.reduce<IsoDay | null>((last, { day }) => (day > today || (last !== null && last >= day) ? last : day), null);
}

function daysIn({ id, activity }: Field, scope: FieldScope): readonly Activity[] {
  const { answers, entry } = scope;
  const days = answers.statements(id, entry).flatMap((value) => asDay(value) ?? []);
  if (days.length === 0 || activity === undefined) return [];
  if (activity !== true && !mayHold(activity, scope)) return [];
  return days.map((day) => ({ day, field: id, entry }));
}

/** The condition holds with one of the answers that stand in the fields it names. */
function mayHold(condition: Condition, scope: FieldScope): boolean {
  return readings(conditionFields(condition), scope).some(
    (reading) => conditionOutcome(condition, { ...scope, answers: reading }) === 'holds',
  );
}

/** The answers once for each way in which contradicting statements can be read. */
function readings(fields: readonly string[], { catalogue, answers, entry }: FieldScope): readonly CaseAnswers[] {
  return fields.reduce<readonly CaseAnswers[]>((all, id) => {
    const place = catalogue.field(id)?.group === undefined ? null : entry;
    const said = answers.statements(id, place);
    return said.length < 2 ? all : all.flatMap((one) => said.map((value) => withAnswer(one, id, place, value)));
  }, [answers]);
}

function withAnswer(answers: CaseAnswers, id: string, place: EntryId | null, value: AnswerValue): CaseAnswers {
  return { ...answers, value: (field, entry = null) => (field === id && entry === place ? value : answers.value(field, entry)) };
}
