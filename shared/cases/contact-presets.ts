/** What the next contact will most likely say, so that ten seconds are enough. */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';

/** Minutes of a talk nobody has had yet. */
const usualMinutes = 30;

/** The latest that took place; of one day the one entered last. */
function lastContact(answers: CaseAnswers): EntryId | undefined {
  const held = answers.entries('contact').filter((entry) => answers.value('contact.no_show', entry) !== true);
  const dayOf = (entry: EntryId): string => {
    const day = answers.value('contact.date', entry);
    return typeof day === 'string' ? day : '';
  };
  return held.reduce<EntryId | undefined>((last, entry) => (last !== undefined && dayOf(last) > dayOf(entry) ? last : entry), undefined);
}

export function contactPresets(answers: CaseAnswers, today: IsoDay): Readonly<Record<string, AnswerValue>> {
  const last = lastContact(answers);
  const lastTime = (field: string): AnswerValue => (last === undefined ? null : answers.value(field, last));
  const channel = lastTime('contact.channel');
  const minutes = lastTime('contact.duration_min');
  return {
    'contact.date': today,
    'contact.recipient': 'young_person',
    'contact.form': 'conversation',
    'contact.channel': typeof channel === 'string' ? channel : 'in_person',
    'contact.duration_min': typeof minutes === 'number' ? minutes : usualMinutes,
    'contact.persons': 1,
  };
}
