/** What was typed and cannot be stored as it stands, named and with the place it stands in, for the save line. */
import type { CaseFile } from './case-file.svelte.ts';
import { draftKey } from './drafts.ts';
import { caseTexts } from './texts.ts';

export interface Unsettled {
  /** Entry id, '' for the record itself. */
  readonly entry: string;
  readonly field: string;
  /** `Geburtsdatum (1.2)`, with the entry's name where it stands in one. */
  readonly name: string;
  readonly problem: string;
  /** The field is not on any page any more: why; null while one can jump to it. */
  readonly gone: string | null;
}

type Source = Pick<CaseFile, 'catalogue' | 'entryName' | 'isShown' | 'unreadable' | 'view'> & {
  readonly writer: Pick<CaseFile['writer'], 'unsaved'>;
};

/** Unreadable text first: it stands in the field, also where an older answer was refused. */
export function unsettled(file: Source): readonly Unsettled[] {
  const refused = file.writer.unsaved.flatMap(({ entry, field, problem }) => (problem === null ? [] : [{ entry, field, problem }]));
  const all = new Map([...refused, ...file.unreadable.values()].map((one) => [draftKey(one.entry, one.field), one]));
  return [...all.values()].map(({ entry, field, problem }) => ({ entry, field, problem, name: nameOf(file, entry, field), gone: whyGone(file, entry, field) }));
}

function nameOf(file: Source, entry: string, field: string): string {
  const label = file.catalogue.field(field)?.label ?? field;
  const section = file.catalogue.sectionOf(field)?.id;
  const found = file.view.entries.find((one) => one.id === entry);
  const where = [section, found === undefined ? undefined : file.entryName(found)].filter((part) => part !== undefined).join(', ');
  return where === '' ? label : `${label} (${where})`;
}

function whyGone(file: Source, entry: string, id: string): string | null {
  const field = file.catalogue.field(id);
  if (field === undefined) return caseTexts.goneUnknown;
  if (entry !== '' && !file.view.entries.some((one) => one.id === entry && !one.retired)) return caseTexts.goneEntry;
  return file.isShown(entry, field) ? null : caseTexts.goneHidden;
}
