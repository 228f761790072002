/** The course of a file as one reads it: whatever has a day, newest first. Which groups and days belong to it is data; the words come from the catalogue. */
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import { foldText } from '../../ui/fold.ts';

export const timelineKinds = {
  contact: 'Kontakt',
  conference: 'Fallkonferenz',
  appointment: 'Termin',
  disclosure: 'Weitergabe',
  feedback: 'Rückmeldung',
  plan: 'Plan',
  course: 'Verlauf',
  file: 'Datei',
} as const;
export type TimelineKind = keyof typeof timelineKinds;

/** Entries of a group stand under the day of one of their fields. */
const groups: readonly { readonly kind: TimelineKind; readonly group: string; readonly day: string }[] = [
  { kind: 'contact', group: 'contact', day: 'contact.date' },
  { kind: 'conference', group: 'case_conference', day: 'case_conference.date' },
  { kind: 'appointment', group: 'appointment', day: 'appointment.date' },
  { kind: 'disclosure', group: 'disclosure', day: 'disclosure.date' },
  { kind: 'feedback', group: 'feedback_request', day: 'feedback_request.asked_on' },
  { kind: 'course', group: 'course_event', day: 'course_event.day' },
  { kind: 'file', group: 'attachment', day: 'attachment.date' },
];
/** Days of the plan itself. */
const planDays: readonly string[] = [
  'integration_plan.created_on',
  'integration_plan.signed_on',
  'integration_plan.read_together_on',
  'integration_plan.printed_on',
  'integration_plan.reviewed_on',
  'integration_plan.next_review',
];
/** Short answers shown in one line. */
const mostFacts = 4;

export interface TimelineItem {
  readonly kind: TimelineKind;
  readonly day: IsoDay;
  /** '' for the record itself. */
  readonly entry: string;
  /** Where it is opened. */
  readonly field: string;
  readonly title: string;
  readonly facts: readonly string[];
  /** The long text: a note, minutes, what was said. */
  readonly text: string;
  readonly author: string;
}

/** What the timeline asks of an open file. */
export interface TimelineSource {
  readonly catalogue: LoadedCatalogue;
  readonly view: { readonly entries: readonly EntryView[] };
  stored(entry: string, field: string): AnswerValue;
  heads(entry: string, field: string): readonly { readonly authorName: string }[];
  say(field: Field, value: AnswerValue): string;
}

function dayOf(source: TimelineSource, entry: string, field: string): IsoDay | null {
  return IsoDay.safeParse(source.stored(entry, field)).data ?? null;
}

function entryItem(source: TimelineSource, kind: TimelineKind, entry: EntryView, dayField: string): TimelineItem | null {
  const day = dayOf(source, entry.id, dayField);
  if (day === null) return null;
  const { catalogue } = source;
  const answered = catalogue.fieldsOfGroup(entry.group).filter(({ id }) => id !== dayField && source.stored(entry.id, id) !== null);
  const say = (field: Field): string => source.say(field, source.stored(entry.id, field.id));
  const long = answered.filter(({ type }) => type === 'longtext').map(say);
  return {
    kind,
    day,
    entry: entry.id,
    field: dayField,
    title: catalogue.group(entry.group)?.label ?? timelineKinds[kind],
    // A „nein“ says nothing in a line of few words.
    facts: answered
      .filter((field) => field.type !== 'longtext' && field.type !== 'date' && source.stored(entry.id, field.id) !== false)
      .map((field) => (field.type === 'boolean' ? field.label : say(field)))
      .slice(0, mostFacts),
    text: long.join('\n'),
    author: source.heads(entry.id, dayField)[0]?.authorName ?? '',
  };
}

export function timelineOf(source: TimelineSource): readonly TimelineItem[] {
  const items = groups.flatMap(({ kind, group, day }) =>
    source.view.entries.filter((entry) => entry.group === group && !entry.retired).flatMap((entry) => entryItem(source, kind, entry, day) ?? []),
  );
  const plan = planDays.flatMap((id): TimelineItem[] => {
    const field = source.catalogue.field(id);
    const day = dayOf(source, '', id);
    if (field === undefined || day === null) return [];
    // The day stands in front: „18.03. Vereinbart“, not „Vereinbart am“.
    const title = field.label.replace(/ am$/, '');
    return [{ kind: 'plan', day, entry: '', field: id, title, facts: [], text: '', author: source.heads('', id)[0]?.authorName ?? '' }];
  });
  return [...items, ...plan].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

/** `kinds` empty: all. */
export function filterTimeline(items: readonly TimelineItem[], kinds: readonly TimelineKind[], text: string): readonly TimelineItem[] {
  const wanted = foldText(text);
  return items.filter(
    (item) =>
      (kinds.length === 0 || kinds.includes(item.kind)) &&
      (wanted === '' || foldText([timelineKinds[item.kind], item.title, ...item.facts, item.text, item.author].join(' ')).includes(wanted)),
  );
}
