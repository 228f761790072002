/** What a reference offers: the entries of the groups it may name, and the way to a new one. */
import type { Field, Group } from '../../../shared/catalogue/types.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { Option } from '../../ui/field.ts';
import type { CaseFile } from './case-file.svelte.ts';
import { caseTexts } from './texts.ts';

type Source = Pick<CaseFile, 'catalogue' | 'entryName' | 'nameOfEntry' | 'view'>;

const newPrefix = 'new:';

/** Groups that can have a new entry just like that: those inside others need to know in which. */
function creatable(file: Source, field: Field): readonly Group[] {
  return (field.refersTo ?? []).map((id) => file.catalogue.group(id)).filter((group) => group !== undefined && group.parents === undefined) as Group[];
}

/** `chosen` stays in the list when it was taken away since. `closed`: nothing new can be made now. */
export function referenceOptions(file: Source, field: Field, chosen: string | null, closed: boolean): readonly Option[] {
  const groups = field.refersTo ?? [];
  const live = file.view.entries.filter((entry) => groups.includes(entry.group) && !entry.retired);
  const kind = (group: string): string | undefined => (groups.length > 1 ? file.catalogue.group(group)?.label : undefined);
  const options = live.map((entry): Option => {
    const group = kind(entry.group);
    return { value: entry.id, label: group === undefined ? file.entryName(entry) : `${file.entryName(entry)} (${group})` };
  });
  if (chosen !== null && !options.some(({ value }) => value === chosen)) {
    options.push({ value: chosen, label: file.nameOfEntry(chosen) ?? caseTexts.goneReference });
  }
  const more = closed ? [] : creatable(file, field).map(({ id, label }) => ({ value: `${newPrefix}${id}`, label: caseTexts.newEntry(label) }));
  return [...options, ...more];
}

/** The group of which a new entry is wanted; null: an entry there is was chosen. */
export function wantsNew(value: string): string | null {
  return value.startsWith(newPrefix) ? value.slice(newPrefix.length) : null;
}

/** Makes the entry, names it here, and brings its first field to the front. */
export async function nameNewEntry(file: CaseFile, entry: string, field: Field, group: string): Promise<EntryId | null> {
  const made = await file.addEntry(group, '');
  if (made === null) return null;
  file.answer(entry, field, made, true);
  const first = file.catalogue.group(group)?.namedBy ?? file.catalogue.fieldsOfGroup(group)[0]?.id;
  if (first !== undefined) file.jumpTo(first, made);
  return made;
}
