/** What a Kurzberatung says as a contact of a file: nothing that was not said. */
import type { AnswerValue } from '../domain/answer.ts';
import type { EntryContent } from '../cases/decide-enter.ts';
import { tallyDay } from './tally-of.ts';

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
