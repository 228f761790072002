/** Turns catalogue data into something one can ask, after checking that it keeps its own rules. */
import { boundNames, type BoundNames } from './bound-names.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import type { CaseRecord, Catalogue, Code, Field, Group, Section } from './types.ts';

export interface LoadedCatalogue {
  readonly definition: Catalogue;
  readonly edition: string;
  readonly sections: readonly Section[];
  /** In the order of the form. */
  readonly fields: readonly Field[];
  field(id: string): Field | undefined;
  group(id: string): Group | undefined;
  section(id: string): Section | undefined;
  sectionOf(fieldId: string): Section | undefined;
  /** Groups that stand in a section, in the order of the form. */
  groups(sectionId: string): readonly Group[];
  /** Groups whose entries may stand in an entry of `groupId`; `null` = groups that stand in the file itself. */
  groupsIn(groupId: string | null): readonly Group[];
  /** Fields of a section; `group` null = those of the record itself. */
  fieldsOf(sectionId: string, group: string | null): readonly Field[];
  fieldsOfGroup(groupId: string): readonly Field[];
  /** The record in which entries of the group are kept. */
  recordOfGroup(groupId: string): CaseRecord;
  /** Empty for a list nobody knows. */
  codes(listId: string): readonly Code[];
  hasCode(listId: string, code: string): boolean;
  /** The code itself where the list does not know it (an answer from a later edition). */
  codeLabel(listId: string, code: string): string;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, key);
}

/** Throws an Error that names every broken rule: a wrong catalogue is a bug, never something to work with. */
export function loadCatalogue(definition: Catalogue, bound: BoundNames = boundNames): LoadedCatalogue {
  const problems = catalogueProblems(definition, bound);
  if (problems.length > 0) throw new Error(`catalogue ${definition.edition} does not load:\n${problems.join('\n')}`);

  const { sections } = definition;
  const fields = sections.flatMap((section) => section.fields);
  const groups = sections.flatMap((section) => section.groups ?? []);
  const fieldById = byId(fields);
  const groupById = byId(groups);
  const sectionById = byId(sections);
  const sectionOf = new Map(sections.flatMap((section) => section.fields.map((field) => [field.id, section] as const)));
  const listById = byId(definition.codeLists);
  const labels = new Map(definition.codeLists.map((list) => [list.id, new Map(list.codes.map((c) => [c.code, c.label]))]));
  const groupFields = grouped(
    fields.filter((field) => field.group !== undefined),
    (field) => field.group as string,
  );
  const sectionFields = grouped(fields, (field) => `${sectionOf.get(field.id)?.id ?? ''} ${field.group ?? ''}`);

  return {
    definition,
    edition: definition.edition,
    sections,
    fields,
    field: (id) => fieldById.get(id),
    group: (id) => groupById.get(id),
    section: (id) => sectionById.get(id),
    sectionOf: (fieldId) => sectionOf.get(fieldId),
    groups: (sectionId) => sectionById.get(sectionId)?.groups ?? [],
    groupsIn: (groupId) =>
      groups.filter((group) => (groupId === null ? group.parents === undefined : (group.parents ?? []).includes(groupId))),
    fieldsOf: (sectionId, group) => sectionFields.get(`${sectionId} ${group ?? ''}`) ?? [],
    fieldsOfGroup: (groupId) => groupFields.get(groupId) ?? [],
    recordOfGroup: (groupId) => groupFields.get(groupId)?.[0]?.record ?? 'case',
    codes: (listId) => listById.get(listId)?.codes ?? [],
    hasCode: (listId, code) => labels.get(listId)?.has(code) ?? false,
    codeLabel: (listId, code) => labels.get(listId)?.get(code) ?? code,
  };
}
