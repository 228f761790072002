/** What a case is found by. */
import { displayAnswer } from '../catalogue/display.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { germanDay, IsoDay } from '../domain/day.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { readCase } from './answers.ts';
import { liveEntries } from './live-entries.ts';

export interface SearchWords {
  /** null: who the person is (name, number, phone, birth date); else the field the words stand in. */
  readonly field: string | null;
  readonly text: string;
}

/** Both of two statements are found, and nothing that was taken away. Special answers are no words. */
export function caseWords(
  catalogue: LoadedCatalogue,
  caseState: RecordState,
  person: RecordState | undefined,
): readonly SearchWords[] {
  const places = [recordItself, ...liveEntries(catalogue, readCase(caseState, person)).map((entry) => entry.id)];
  return catalogue.fields.flatMap((field) => {
    if (field.searched === undefined || field.searched === false) return [];
    const state = field.record === 'case' ? caseState : person;
    const texts = places.flatMap((place) => {
      const values = (state?.answers[place]?.[field.id] ?? []).map((head) => searchText(catalogue, field, head.value));
      return [...values, state?.texts[place]?.[field.id]?.text ?? ''];
    });
    const found = texts.filter((text) => text.trim() !== '');
    return found.length === 0 ? [] : [{ field: field.searched === true ? field.id : null, text: found.join('\n') }];
  });
}

function searchText(catalogue: LoadedCatalogue, field: Field, value: AnswerValue): string {
  if (value === null || typeof value === 'boolean') return '';
  if (typeof value === 'object' && !Array.isArray(value)) return '';
  if (field.searched === 'phone' && typeof value === 'string') return phoneDigits(value);
  const day = field.type === 'date' ? IsoDay.safeParse(value).data : undefined;
  return day === undefined ? displayAnswer(catalogue, field, value) : dayForms(day);
}

/** As written, and every end of its digits from four on: what a display or a person remembers are the last ones. */
function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const ends = Array.from({ length: Math.max(digits.length - 3, 0) }, (_, start) => digits.slice(start));
  return [phone, ...ends].join(' ');
}

/** `03.02.2008 3.2.2008` */
function dayForms(day: IsoDay): string {
  const german = germanDay(day);
  const short = german.replace(/\b0(?=\d\.)/g, '');
  return short === german ? german : `${german} ${short}`;
}
