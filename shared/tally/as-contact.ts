/** What a Kurzberatung says in a file: nothing that was not said. */
import { isSpecial, type AnswerValue } from '../domain/answer.ts';
import { readCase } from '../cases/answers.ts';
import type { CaseFile } from '../cases/case-decision.ts';
import type { EntryContent } from '../cases/decide-enter.ts';
import { tallyDay } from './tally-of.ts';

const gender = 'case.gender';

/** The gender, where the file says nothing of it. An age group is no birth date, and nothing else of it says who it was. */
export function genderFor({ caseState, person }: CaseFile, answers: Readonly<Record<string, AnswerValue>>): { readonly field: string; readonly value: AnswerValue } | null {
  const value = answers['tally.gender'];
  if (value === undefined || isSpecial(value)) return null;
  return readCase(caseState, person).statements(gender).every((one) => one === null) ? { field: gender, value } : null;
}

/** From the field of the Kurzberatung to that of the contact; both take the same values. */
const sameAs: Readonly<Record<string, string>> = {
  [tallyDay]: 'contact.date',
  'tally.minutes': 'contact.duration_min',
  'tally.topics': 'contact.topics',
  'tally.channel': 'contact.channel',
  'tally.place': 'contact.place',
};

export function asContact(answers: Readonly<Record<string, AnswerValue>>): EntryContent {
  const said = Object.entries(sameAs).flatMap(([from, to]) => {
    const value = answers[from];
    return value === undefined ? [] : [[to, value] as const];
  });
  return {
    group: 'contact',
    parent: null,
    answers: {
      'contact.recipient': 'young_person',
      'contact.form': 'conversation',
      ...Object.fromEntries(said),
      ...(answers['tally.interpreter'] === true ? { 'contact.language': 'interpreter' } : {}),
    },
    texts: {},
  };
}
