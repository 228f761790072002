/** What somebody must decide or read before a copy leaves: fields about others, words in which others may be named, files. */
import { displayAnswer } from '../catalogue/display.ts';
import { valueInEdition } from '../catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';
import type { EntryId } from '../domain/ids.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { readCase } from '../cases/answers.ts';
import { entryNames } from '../cases/entry-names.ts';
import { germanDay, isIsoDay } from '../domain/day.ts';
import { cardCodes } from './card-codes.ts';
import { earlierAnswers, placeAndField } from './earlier-answers.ts';
import { earlierTexts, type TextHistory } from './earlier-texts.ts';
import type { CopyQuestion } from '../rpc/rights.views.ts';

/** Words of somebody's own in the file; names, numbers and addresses of hers are none. */
function isFreeText({ type, record, pattern, searched }: Field): boolean {
  return type === 'longtext' || (type === 'text' && record === 'case' && pattern === undefined && searched !== 'identity');
}

/** In the order of the form. Special answers are nobody's. */
export function copyQuestions(catalogue: LoadedCatalogue, caseState: RecordState, person: RecordState | undefined, history: TextHistory = { intents: [], protection: false }): readonly CopyQuestion[] {
  const states = person === undefined ? [caseState] : [caseState, person];
  const nameOf = entryNames(catalogue, readCase(caseState, person));
  // File and card have one id and two histories.
  const answered = new Map(states.map((state) => [state, earlierAnswers(catalogue, { ...history, intents: history.intents.filter(({ kind }) => kind === state.kind) }, [state])] as const));
  const beforeAt = (state: RecordState, field: Field, place: string): readonly string[] => [
    ...earlierTexts(history, state, field, place).map(({ text, on }) => beforeWords(text, on)),
    ...(answered.get(state)?.get(placeAndField(place, field.id)) ?? []).map(({ value, at }) => beforeWords(displayAnswer(catalogue, field, valueInEdition(catalogue, field, value), undefined, nameOf), at.slice(0, 10))),
  ];
  const files = new Set(Object.values(caseState.files ?? {}).map(({ entry }) => entry as string));
  const asked = catalogue.fields.flatMap((field) => {
    const why = field.about === 'others' ? 'others' : isFreeText(field) ? 'text' : null;
    return states.flatMap((state) =>
      placesOf(state, field).flatMap((place): readonly CopyQuestion[] => {
        const at = { entry: place === recordItself ? null : (place as EntryId), field: field.id, section: catalogue.sectionOf(field.id)?.title ?? '', label: field.label };
        const isFile = field.id === 'attachment.title' && files.has(place);
        if (why === null && !isFile) return [];
        const value = [wordsAt(catalogue, state, field, place, nameOf), ...beforeAt(state, field, place)].filter((one) => one !== '').join('\n\n');
        if (isFile) return [{ ...at, value, why: 'file' }];
        return why === null || value === '' ? [] : [{ ...at, value, why }];
      }),
    );
  });
  return [...asked, ...unknown(catalogue, states)];
}

function placesOf(state: RecordState, field: Field): readonly string[] {
  return field.group === undefined ? [recordItself] : Object.entries(state.entries).filter(([, { group }]) => group === field.group).map(([id]) => id);
}

/** They go along: who reads for other people reads them, too. */
function beforeWords(text: string, on: string): string {
  return `Früher (${isIsoDay(on) ? germanDay(on) : on}): ${text}`;
}

function wordsAt(catalogue: LoadedCatalogue, state: RecordState, field: Field, place: string, nameOf: (id: string) => string | undefined): string {
  const text = state.texts[place]?.[field.id]?.text.trim() ?? '';
  const said = (state.answers[place]?.[field.id] ?? [])
    .filter(({ value }) => typeof value === 'string' || Array.isArray(value))
    .map(({ value }) => displayAnswer(catalogue, field, value, undefined, nameOf));
  return [text, ...said].filter((one) => one !== '').join(' / ');
}

/** Fields of another edition: nobody can say whom they are about. */
function unknown(catalogue: LoadedCatalogue, states: readonly RecordState[]): readonly CopyQuestion[] {
  return states.flatMap((state) =>
    Object.entries(state.answers).flatMap(([place, said]) =>
      Object.entries(said)
        .filter(([id]) => catalogue.field(id) === undefined && cardCodes[id] === undefined)
        .map(([field, heads]): CopyQuestion => ({
          entry: place === recordItself ? null : (place as EntryId),
          field,
          section: '',
          label: field,
          value: heads.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' / '),
          why: 'others',
        })),
    ),
  );
}
