/**
 * Everything held about a case, for the copy a young person may ask for and for other programs.
 *
 * Nothing is chosen: entries that were taken away, both of two statements, and answers to fields this edition of the catalogue does
 * not know are in it too. Keys come in a fixed order, so the same file exports to the same bytes.
 */
import { displayAnswer } from '../catalogue/display.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { CaseRecord, Field } from '../catalogue/types.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { readCase } from './answers.ts';
import { entryNames } from './entry-names.ts';
import { recordItself, type Head, type RecordState } from '../history/state.ts';

export interface ExportedStatement {
  readonly value: AnswerValue;
  /** German. */
  readonly display: string;
  /** User id of whoever answered. */
  readonly author: string;
  readonly at: string;
}

export interface ExportedField {
  readonly id: string;
  readonly number: number | null;
  readonly label: string;
  readonly keptIn: CaseRecord;
  /** More than one: two people answered apart and nobody has decided yet. */
  readonly values: readonly ExportedStatement[];
  readonly text: string | null;
}

export interface ExportedEntry {
  readonly id: string;
  readonly group: string;
  readonly parent: string | null;
  readonly takenAway: boolean;
  readonly fields: readonly ExportedField[];
}

export interface ExportedCase {
  readonly format: 'lotse-case';
  readonly formatVersion: 1;
  readonly catalogue: string;
  readonly case: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly fields: readonly ExportedField[];
    readonly entries: readonly ExportedEntry[];
  }[];
  /** Answers to fields this edition does not know. */
  readonly otherFields: readonly (ExportedField & { readonly entry: string | null })[];
  readonly documents: readonly {
    readonly purpose: string;
    readonly version: number;
    readonly day: string;
    readonly language: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly author: string;
    readonly at: string;
  }[];
}

export function exportCase(catalogue: LoadedCatalogue, caseState: RecordState, person: RecordState | undefined): ExportedCase {
  const states = person === undefined ? [caseState] : [caseState, person];
  const words: Words = { catalogue, entryName: entryNames(catalogue, readCase(caseState, person)) };
  return {
    format: 'lotse-case',
    formatVersion: 1,
    catalogue: catalogue.edition,
    case: caseState.record,
    sections: catalogue.sections.map((section) => {
      const groups = catalogue.groups(section.id).map((group) => group.id);
      return {
        id: section.id,
        title: section.title,
        fields: exportFields(words, states, catalogue.fieldsOf(section.id, null), recordItself),
        entries: groups.flatMap((group) => exportEntries(words, states, group)),
      };
    }),
    otherFields: unknownFields(words, states),
    documents: states
      .flatMap((state) => state.documents)
      .map(({ purpose, version, day, language, sha256, bytes, author, at }) => ({
        purpose,
        version,
        day,
        language,
        sha256,
        bytes,
        author,
        at,
      })),
  };
}

/** What turns answers into German. */
interface Words {
  readonly catalogue: LoadedCatalogue;
  readonly entryName: (id: string) => string | undefined;
}

function exportEntries(words: Words, states: readonly RecordState[], group: string): readonly ExportedEntry[] {
  return states.flatMap((state) =>
    Object.entries(state.entries)
      .filter(([, entry]) => entry.group === group)
      .sort(([a, x], [b, y]) => compare(x.parent ?? '', y.parent ?? '') || compare(x.rank, y.rank) || compare(a, b))
      .map(([id, entry]) => ({
        id,
        group,
        parent: entry.parent,
        takenAway: entry.retired,
        fields: exportFields(words, [state], words.catalogue.fieldsOfGroup(group), id),
      })),
  );
}

function exportFields(
  words: Words,
  states: readonly RecordState[],
  fields: readonly Field[],
  place: string,
): readonly ExportedField[] {
  return fields.flatMap((field) =>
    states
      .flatMap((state) => exportField(words, state, field.id, place))
      .map((exported) => ({ ...exported, label: field.label })),
  );
}

/** Empty when nothing was ever said there. */
function exportField({ catalogue, entryName }: Words, state: RecordState, id: string, place: string): readonly ExportedField[] {
  const heads = state.answers[place]?.[id] ?? [];
  const text = state.texts[place]?.[id]?.text ?? null;
  if (heads.length === 0 && text === null) return [];
  const field = catalogue.field(id);
  const statement = (head: Head): ExportedStatement => ({
    value: head.value,
    display: field === undefined ? '' : displayAnswer(catalogue, field, head.value, undefined, entryName),
    author: head.author,
    at: head.at,
  });
  return [
    { id, number: field?.number ?? null, label: field?.label ?? id, keptIn: state.kind === 'person' ? 'person' : 'case', values: heads.map(statement), text },
  ];
}

function unknownFields(
  words: Words,
  states: readonly RecordState[],
): readonly (ExportedField & { readonly entry: string | null })[] {
  return states.flatMap((state) => {
    const places = [...new Set([...Object.keys(state.answers), ...Object.keys(state.texts)])].sort(compare);
    return places.flatMap((place) => {
      const group = state.entries[place]?.group;
      const ids = [...new Set([...Object.keys(state.answers[place] ?? {}), ...Object.keys(state.texts[place] ?? {})])].sort(
        compare,
      );
      return ids
        .filter((id) => {
          const field = words.catalogue.field(id);
          return field === undefined || field.group !== group || (group !== undefined && words.catalogue.group(group) === undefined);
        })
        .flatMap((id) => exportField(words, state, id, place))
        .map((exported) => ({ entry: place === recordItself ? null : place, ...exported }));
    });
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
