/** Anonymising an ended file before its day: what the day would ask, asked of today, and not by whoever ended it a moment ago. */
import { endField } from '../cases/course.ts';
import type { UserId } from '../domain/ids.ts';
import { recordItself } from '../history/state.ts';
import { fileHindrances, officeHindrances, type ActDay } from './hindrances.ts';
import { lookAt } from './look.ts';
import { anonymisePeriod } from './months.ts';
import type { ClockFile, ClockOffice, Hindrance } from './types.ts';

/**
 * Null: no end has come, so there is nothing to anonymise; one that is only planned is none. Else what hinders `user` today.
 *
 * An end rests a week before the same person anonymises: ending and anonymising by one hand is deleting, and nobody deletes alone. Where somebody else
 * ended it there were two.
 */
export function earlyHindrances(file: ClockFile, office: ClockOffice, user: UserId): readonly Hindrance[] | null {
  const { today, settings } = office;
  const look = lookAt(file, settings, today);
  const { end } = look.ends;
  if (end === null || !look.hasEnded) return null;
  const { day } = anonymisePeriod(end, settings);
  const act: ActDay = { act: 'anonymise', day: endedBy(file, user) && today < day ? today : day, ended: end };
  return [...fileHindrances(look, act), ...officeHindrances(act, office)];
}

/** Any of the ends that stand was written by this person. */
function endedBy({ caseState }: ClockFile, user: UserId): boolean {
  return Object.values(endField).some((field) => (caseState.answers[recordItself]?.[field] ?? []).some(({ value, author }) => value !== null && author === user));
}
