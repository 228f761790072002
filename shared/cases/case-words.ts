/** What a case is found by. */
import { displayAnswer } from '../catalogue/display.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';

import { isSpecial, type AnswerValue } from '../domain/answer.ts';
import { germanDay, IsoDay } from '../domain/day.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { readCase } from './answers.ts';
import { consentStatus } from './consent.ts';
import { liveEntries } from './live-entries.ts';

export interface SearchWords {
  /** null: who the person is (name, number, phone, birth date); else the field the words stand in. */
  readonly field: string | null;
  readonly text: string;
}

/**
 * One line per statement: the index looks for digits inside one line, two phone numbers must not run together.
 *
 * Both of two statements are found, and nothing that was taken away. Special answers are no words. Without her consent she is found, so that her
 * file can be dealt with, and what stands in its texts is not.
 */
export function caseWords(
  catalogue: LoadedCatalogue,
  caseState: RecordState,
  person: RecordState | undefined,
): readonly SearchWords[] {
  const answers = readCase(caseState, person);
  const entries = Map.groupBy(liveEntries(catalogue, answers), (entry) => entry.group);
  const textsToo = consentStatus(answers) === 'granted';
  return catalogue.fields.flatMap((field) => {
    if (field.searched === undefined || field.searched === false) return [];
    if (field.searched !== 'identity' && !textsToo) return [];
    // Without a card on the desk the file itself holds it (a shielded file).
    const state = field.record === 'case' ? caseState : (person ?? caseState);
    const name = field.searched === 'identity' ? null : field.id;
    const places = field.group === undefined ? [recordItself] : (entries.get(field.group) ?? []).map((entry) => entry.id);
    return places
      .flatMap((place) => [
        ...(state?.answers[place]?.[field.id] ?? []).flatMap((head) => searchTexts(catalogue, field, head.value)),
        state?.texts[place]?.[field.id]?.text ?? '',
      ])
      .filter((text) => text.trim() !== '')
      .map((text) => ({ field: name, text }));
  });
}

function searchTexts(catalogue: LoadedCatalogue, field: Field, value: AnswerValue): readonly string[] {
  if (value === null || typeof value === 'boolean' || isSpecial(value)) return [];
  const day = field.type === 'date' ? IsoDay.safeParse(value).data : undefined;
  return day === undefined ? [displayAnswer(catalogue, field, value)] : dayForms(day);
}

/** `03.02.2008` and, as many type it, `3.2.2008`. */
function dayForms(day: IsoDay): readonly string[] {
  const german = germanDay(day);
  return [...new Set([german, german.replace(/\b0(?=\d\.)/g, '')])];
}
