/** Dated things to do: from the fields the catalogue marks with `due`, what was granted to her and is not done, and the 18th birthday. */
import { displayAnswer } from '../catalogue/display.ts';
import { dueTexts } from '../catalogue/due-texts.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { DueRule } from '../catalogue/types.ts';
import { isSpecial } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import { consentStatus } from './consent.ts';
import { endDay } from './case-status.ts';
import { entryNames } from './entry-names.ts';
import { conditionOutcome, isShown } from './field-scope.ts';
import { liveEntries } from './live-entries.ts';
import { ofAgeDate } from './of-age.ts';
import { owedActs } from '../rights/owed.ts';
import { followUps } from './withdraw.ts';

export interface NextDate {
  readonly day: IsoDay;
  readonly kind: DueRule['kind'];
  readonly entry: EntryId | null;
  /** The step or goal in its own words, else the label of the field. */
  readonly text: string;
}

const followUpTexts: ReadonlySet<unknown> = new Set(Object.values(followUps).flatMap((tasks) => tasks.map(({ text }) => text)));

/** Texts of dates that nobody wrote: names of fields, what is chosen from a list, the tasks a withdrawal brings. */
export function ownDueTexts(catalogue: LoadedCatalogue): ReadonlySet<unknown> {
  const texts = catalogue.fields.flatMap((field) => (field.due === undefined ? [] : [field.label, ...dueTexts(field).flatMap((id) => codeLabels(catalogue, id))]));
  return new Set([...texts, ...followUpTexts]);
}

function codeLabels(catalogue: LoadedCatalogue, id: string): readonly string[] {
  const field = catalogue.field(id);
  if (field?.codeList === undefined) return [];
  return catalogue.codes(field.codeList).map(({ code }) => displayAnswer(catalogue, field, code));
}

/** What is still to be done when the support has ended: copies, the paper file, whom to inform, what she asked for. */
const outlivesTheEnd: readonly DueRule['kind'][] = ['task', 'request'];

/** Groups whose words say what we have to do, not how she is. */
const ofOurs: readonly (string | undefined)[] = ['task', 'request', 'notice'];

/** Earliest first, days gone by included: they are overdue. Once the support has ended only what outlives the end. */
export function nextDates(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): readonly NextDate[] {
  const ended = endDay(answers, today) !== null;
  const names = entryNames(catalogue, answers);
  // Without her consent nothing that was written of her is on a list any more: what is chosen from one of our lists, and our own words for tasks.
  const isOpen = consentStatus(answers) === 'granted';
  const words = (id: string, entry: EntryId | null): string => {
    const field = catalogue.field(id);
    if (field === undefined || (!isOpen && !ofOurs.includes(field.group))) return '';
    const own = followUpTexts.has(answers.value(id, entry));
    if (!isOpen && field.type !== 'choice' && !own) return '';
    const value = answers.value(id, entry);
    if (field.type === 'reference') return typeof value === 'string' ? (names(value) ?? '') : '';
    return answers.text(id, entry).trim() || (isSpecial(value) ? '' : displayAnswer(catalogue, field, value));
  };
  const places = [{ id: null, group: undefined }, ...liveEntries(catalogue, answers)];
  const dueFields = Map.groupBy(
    catalogue.fields.flatMap((field) =>
      field.due === undefined || (ended && !outlivesTheEnd.includes(field.due.kind)) ? [] : [{ field, due: field.due }],
    ),
    ({ field }) => field.group,
  );
  const dates = places.flatMap(({ id: entry, group }) =>
    (dueFields.get(group) ?? []).flatMap(({ field, due }): readonly NextDate[] => {
      const day = asDay(answers.value(field.id, entry));
      const scope = { catalogue, answers, entry, today };
      if (day === null || !isShown(field, scope)) return [];
      if (due.openWhen !== undefined && conditionOutcome(due.openWhen, scope) === 'fails') return [];
      return [
        {
          day,
          kind: due.kind,
          entry,
          text:
            dueTexts(field)
              .map((id) => words(id, entry))
              .find((found) => found !== '') ?? field.label,
        },
      ];
    }),
  );
  const ofAge = ended ? null : ofAgeDate(answers, today);
  const owed = owedActs(answers, today).map(({ entry, day, text }): NextDate => ({ day, kind: 'granted', entry, text }));
  return [...dates, ...owed, ...(ofAge === null ? [] : [ofAge])].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
