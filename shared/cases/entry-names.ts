/** What an entry is called where another names it: the institution by its name, a talk by its day, else „Ziel 2“. */
import { displayAnswer } from '../catalogue/display.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import { germanDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import { liveEntries, type LiveEntry } from './live-entries.ts';

/** Undefined for an entry that is not on the form (any more). The entries are gone through once, when first asked. */
export function entryNames(catalogue: LoadedCatalogue, answers: CaseAnswers): (entry: string) => string | undefined {
  let places: ReadonlyMap<string, LiveEntry & { readonly place: number }> | undefined;
  const find = (id: string): (LiveEntry & { readonly place: number }) | undefined => {
    places ??= numbered(liveEntries(catalogue, answers));
    return places.get(id);
  };
  const own = (entry: LiveEntry): string => {
    const group = catalogue.group(entry.group);
    const name = wordsOf(catalogue, answers, group?.namedBy, entry.id);
    const day = group?.datedBy === undefined ? null : asDay(answers.value(group.datedBy, entry.id));
    return name === '' || day === null ? name : `${name} am ${germanDay(day)}`;
  };
  /** A release without a name of its own is called by the institution it is for. */
  const named = (entry: LiveEntry): string => {
    const others = catalogue.fieldsOfGroup(entry.group).filter((field) => field.type === 'reference');
    const targets = others.map((field) => {
      const value = answers.value(field.id, entry.id);
      return typeof value === 'string' ? find(value) : undefined;
    });
    return targets.flatMap((target) => (target === undefined ? [] : [own(target)])).find((name) => name !== '') ?? '';
  };
  return (id) => {
    const entry = find(id);
    if (entry === undefined) return undefined;
    return own(entry) || named(entry) || `${catalogue.group(entry.group)?.label ?? ''} ${entry.place}`;
  };
}

function wordsOf(catalogue: LoadedCatalogue, answers: CaseAnswers, id: string | undefined, entry: EntryId): string {
  const field = id === undefined ? undefined : catalogue.field(id);
  if (field === undefined) return '';
  if (field.type === 'longtext') return answers.text(field.id, entry).trim();
  return field.type === 'reference' ? '' : displayAnswer(catalogue, field, answers.value(field.id, entry));
}

/** The second goal is „Ziel 2“, whatever it stands in. */
function numbered(entries: readonly LiveEntry[]): ReadonlyMap<string, LiveEntry & { readonly place: number }> {
  const counts = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const place = (counts.get(entry.group) ?? 0) + 1;
      counts.set(entry.group, place);
      return [entry.id, { ...entry, place }] as const;
    }),
  );
}
