/**
 * Whether what is projected of a case can be another thing on another day, nobody having written anything.
 *
 * The day enters in eight ways only: an answered day has come or not, half a year has passed since an activity, a birthday has come, the 18th
 * is eight weeks ahead, a reporting year has begun, an end that was just written down has rested for a week, an appointment nobody wrote about is
 * two weeks old, or the file began, where the clock of the PC was wrong. A ninth way needs a line here; the test compares with projecting anew, day by day.
 */
import { birthField } from '../catalogue/condition.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { addDays, addMonths, IsoDay } from '../domain/day.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { restAfterAppointment, restAfterEntry } from '../clock/types.ts';
import { dormantAfterMonths } from './case-status.ts';
import { endField } from './course.ts';
import { ofAgeAheadDays } from './of-age.ts';

/** In days. */
const slack = 3;

/** `states`: file and card as they are now. True also where it cannot be ruled out. */
export function turnsBetween(states: readonly (RecordState | undefined)[], from: IsoDay, to: IsoDay): boolean {
  if (from === to) return false;
  // A clock that was put back, or a new year: everything is looked at.
  if (to < from || from.slice(0, 4) !== to.slice(0, 4)) return true;
  // Months have 28 to 31 days: some days more on either side, so that nothing is passed over.
  const dormant = { from: addDays(addMonths(from, -dormantAfterMonths), -slack), to: addDays(addMonths(to, -dormantAfterMonths), slack) };
  const turns = (value: AnswerValue): boolean => {
    if (typeof value !== 'string' || value.length !== 10) return false;
    if (value >= from && value <= to) return true;
    return value >= dormant.from && value <= dormant.to;
  };
  const ahead = { from: addDays(from, ofAgeAheadDays), to: addDays(to, ofAgeAheadDays) };
  const birthday = (value: AnswerValue): boolean =>
    typeof value === 'string' && isDay(value) && (isBetween(value, { from, to }) || isBetween(value, ahead));
  return states.some((state) => {
    if (state === undefined) return false;
    if ((state.answers[recordItself]?.[birthField] ?? []).some(({ value }) => birthday(value))) return true;
    if (rests(state, { from, to })) return true;
    const met = { from: addDays(from, -restAfterAppointment - 1), to };
    if (Object.values(state.answers).some((fields) => (fields['appointment.date'] ?? []).some(({ value }) => typeof value === 'string' && value >= met.from && value <= met.to))) return true;
    return Object.values(state.answers).some((fields) => Object.values(fields).some((heads) => heads.some(({ value, at }) => turns(value) || (at.slice(0, 10) >= addDays(from, -1) && at.slice(0, 10) <= to))));
  });
}

/** Within the week from the writing of an end, said in UTC: a day more on either side. */
function rests(state: RecordState, { from, to }: { readonly from: IsoDay; readonly to: IsoDay }): boolean {
  const [first, last] = [addDays(from, -restAfterEntry - 1), addDays(to, 1)];
  return Object.values(endField).some((field) => (state.answers[recordItself]?.[field] ?? []).some(({ at }) => at.slice(0, 10) >= first && at.slice(0, 10) <= last));
}

/** The birthday of some year lies after `from` and not after `to`. */
function isBetween(born: string, { from, to }: { readonly from: IsoDay; readonly to: IsoDay }): boolean {
  // As text: 29 February of another year lies before 1 March, as it shall.
  return [from, to].some((day) => {
    const birthday = `${day.slice(0, 4)}${born.slice(4)}`;
    return birthday > from && birthday <= to;
  });
}

function isDay(value: string): boolean {
  return IsoDay.safeParse(value).success;
}
