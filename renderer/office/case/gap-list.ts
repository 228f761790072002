/** The open gaps, suggestions and remarks of a case, named and in form order, each with the place it jumps to. */
import type { CaseFile, FieldPlace } from './case-file.svelte.ts';

export interface GapPlace {
  readonly place: FieldPlace;
  readonly label: string;
  /** Which goal or step, null for the record itself. */
  readonly entryName: string | null;
}

export interface GapGroup {
  readonly section: string;
  readonly title: string;
  readonly places: readonly GapPlace[];
}

type Source = Pick<CaseFile, 'view' | 'catalogue' | 'entryName'>;

function nameOf(file: Source, entry: string | null): string | null {
  const found = file.view.entries.find((e) => e.id === entry);
  return found === undefined ? null : file.entryName(found);
}

export function gapList(file: Source): readonly GapGroup[] {
  const bySection = Map.groupBy(file.view.gaps, (gap) => gap.section);
  return file.catalogue.sections.flatMap(({ id, title }) => {
    const gaps = bySection.get(id);
    if (gaps === undefined) return [];
    const places = gaps.map(({ field, entry }) => ({
      place: { section: id, entry: entry ?? '', field },
      label: file.catalogue.field(field)?.label ?? field,
      entryName: nameOf(file, entry),
    }));
    return [{ section: id, title: `${id} ${title}`, places }];
  });
}

export function remarkList(file: Source): readonly { readonly place: FieldPlace; readonly text: string }[] {
  return file.view.remarks.map(({ field, entry, text }) => ({
    place: { section: file.catalogue.sectionOf(field)?.id ?? '', entry: entry ?? '', field },
    text,
  }));
}

/** What Lotse would answer, wherever it is asked: who agrees a plan does not stand where the form of support is said. */
export function suggestionList(file: Source): readonly { readonly place: FieldPlace; readonly text: string }[] {
  return file.view.suggestions.map(({ field, entry, display }) => ({
    place: { section: file.catalogue.sectionOf(field)?.id ?? '', entry: entry ?? '', field },
    text: `${file.catalogue.field(field)?.label ?? field}: ${display}`,
  }));
}
