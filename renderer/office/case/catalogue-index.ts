/** Looks things up in the catalogue: one index per edition, so that no component searches lists. */
import type { Catalogue, Code, Field, Group, Section } from '../../../shared/catalogue/types.ts';

export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  readonly fields: ReadonlyMap<string, Field>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly codes: ReadonlyMap<string, readonly Code[]>;
  /** Field id → section id. */
  readonly sectionOf: ReadonlyMap<string, string>;
  /** Group id → section id. */
  readonly sectionOfGroup: ReadonlyMap<string, string>;
}

export function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const { sections } = catalogue;
  return {
    catalogue,
    fields: new Map(sections.flatMap((s) => s.fields.map((f) => [f.id, f]))),
    groups: new Map(sections.flatMap((s) => (s.groups ?? []).map((g) => [g.id, g]))),
    sections: new Map(sections.map((s) => [s.id, s])),
    codes: new Map(catalogue.codeLists.map((list) => [list.id, list.codes])),
    sectionOf: new Map(sections.flatMap((s) => s.fields.map((f) => [f.id, s.id]))),
    sectionOfGroup: new Map(sections.flatMap((s) => (s.groups ?? []).map((g) => [g.id, s.id]))),
  };
}

/** Codes of a choice or multichoice field, [] for every other. */
export function codesOf(index: CatalogueIndex, field: Field): readonly Code[] {
  return field.codeList === undefined ? [] : (index.codes.get(field.codeList) ?? []);
}

/** Fields of the record itself that stand in a section. */
export function ownFields(section: Section): readonly Field[] {
  return section.fields.filter((field) => field.group === undefined);
}

/** Fields of one repeating group, in form order. A group's fields may stand in one section only. */
export function groupFields(index: CatalogueIndex, group: string): readonly Field[] {
  const section = index.sections.get(index.sectionOfGroup.get(group) ?? '');
  return section?.fields.filter((field) => field.group === group) ?? [];
}

/** Groups of a section whose entries stand in no other entry. */
export function rootGroups(section: Section): readonly Group[] {
  return (section.groups ?? []).filter((group) => (group.parents ?? []).length === 0);
}

/** Groups whose entries may stand inside entries of `group`. */
export function childGroups(section: Section, group: string): readonly Group[] {
  return (section.groups ?? []).filter((other) => other.parents?.includes(group) === true);
}
