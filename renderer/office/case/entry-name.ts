/** What an entry is called wherever another one refers to it, a list shows it or a reader speaks of it. */
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { isSpecial, type AnswerValue } from '../../../shared/domain/answer.ts';
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import { entryLayout } from './plan-model.ts';
import { caseTexts } from './texts.ts';

interface Source {
  readonly catalogue: LoadedCatalogue;
  value(entry: string, field: string): AnswerValue;
  say(field: Field, value: AnswerValue): string;
}

/** Longer names are cut where they stand in a list or in a sentence. */
const longest = 80;

function cut(words: string): string {
  const line = words.trim().replaceAll(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

/** What may name an entry, the likeliest first: a recipient stands in the list of institutions or is written out. */
function namingFields(catalogue: LoadedCatalogue, group: string): readonly Field[] {
  const named = catalogue.group(group)?.namedBy;
  const own = named === undefined ? undefined : catalogue.field(named);
  const references = own === undefined ? [] : catalogue.fieldsOfGroup(group).filter(({ type }) => type === 'reference').slice(0, 1);
  return [own, ...references, entryLayout(catalogue, group).title].filter((field) => field !== undefined);
}

/** „ am 12.03.2026“, where the day is known. */
function dayWords(file: Source, entry: EntryView, id: string | undefined): string {
  const field = id === undefined ? undefined : file.catalogue.field(id);
  const value = field === undefined ? null : file.value(entry.id, field.id);
  return field === undefined || value === null || isSpecial(value) ? '' : ` am ${file.say(field, value)}`;
}

/** `number`: its place among its siblings, from 1. */
export function entryName(file: Source, entry: EntryView, number: number): string {
  const group = file.catalogue.group(entry.group);
  for (const field of namingFields(file.catalogue, entry.group)) {
    const value = file.value(entry.id, field.id);
    if (value === null || isSpecial(value)) continue;
    const words = cut(field.type === 'text' || field.type === 'longtext' ? String(value) : file.say(field, value));
    if (words !== '') return field.id === group?.namedBy ? words + dayWords(file, entry, group.datedBy) : words;
  }
  return caseTexts.numbered(group?.label ?? 'Eintrag', number);
}

/** What of an entry says most in one line beside its name: its first day, and up to two choices. */
export function entryFacts(file: Source & { isShown(entry: string, field: Field): boolean }, entry: EntryView): readonly string[] {
  const name = entryName(file, entry, 1);
  const answered = file.catalogue
    .fieldsOfGroup(entry.group)
    .filter((field) => file.isShown(entry.id, field) && file.value(entry.id, field.id) !== null);
  const day = answered.find(({ type }) => type === 'date' || type === 'year_month');
  const choices = answered.filter(({ type }) => type === 'choice' || type === 'reference').slice(0, 2);
  return [...(day === undefined ? [] : [day]), ...choices].map((field) => cut(file.say(field, file.value(entry.id, field.id)))).filter((words) => !name.includes(words));
}
