/**
 * How long talks took, so that an hour with two sisters is one hour and not two.
 *
 * [Note: shares of a talk] A file counts its share of a talk by the number of persons entered in it. No file says who the others were, so none
 * hears of it when the talk is taken back in another one, or when another one is erased: that share goes, and this one stays what it was. The
 * number of persons is an answer like any other, and whoever puts it right changes the share.
 */
import { yearOf } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';

export interface ContactHours {
  /** Her share of the talks that took place. */
  readonly talks: number;
  /** Her share of the talks, in minutes, fractions kept. */
  readonly minutes: number;
  /** Her share of the way to them. */
  readonly travelMinutes: number;
}

/** A no-show took the way, but no talk. What nobody answered counts as nothing, a number of persons nobody gave as one. */
export function contactHours(answers: CaseAnswers, counts: (contact: EntryId) => boolean = () => true): ContactHours {
  let talks = 0;
  let minutes = 0;
  let travelMinutes = 0;
  for (const entry of answers.entries('contact')) {
    if (!counts(entry)) continue;
    const number = (field: string): number | null => {
      const value = answers.value(field, entry);
      return typeof value === 'number' ? value : null;
    };
    const persons = Math.max(1, number('contact.persons') ?? 1);
    if (answers.value('contact.no_show', entry) !== true) {
      talks += 1 / persons;
      minutes += (number('contact.duration_min') ?? 0) / persons;
    }
    travelMinutes += (number('contact.travel_min') ?? 0) / persons;
  }
  return { talks, minutes, travelMinutes };
}

/** Where young people write to the JMD online; field catalogue row 195 asks for number and hours of it per month. */
export const onlineChannel = 'jmd4you';

/** By month, `2026-03`, those of a year only. */
export function onlineHours(answers: CaseAnswers, year: number): ReadonlyMap<string, ContactHours> {
  const monthIn = (entry: EntryId): string | null => {
    const day = asDay(answers.value('contact.date', entry));
    return day !== null && yearOf(day) === year && answers.value('contact.channel', entry) === onlineChannel ? day.slice(0, 7) : null;
  };
  const months = new Set(answers.entries('contact').map(monthIn).filter((month) => month !== null));
  return new Map([...months].map((month) => [month, contactHours(answers, (entry) => monthIn(entry) === month)]));
}
