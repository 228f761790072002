/** Reads an appointment as one says it: `4.2. 14:00`, `Mi 14 Uhr`, `morgen 9.30`. Pure; problems are German sentences for the field. */
import { addDays, IsoDay, yearOf } from '../../../shared/domain/day.ts';

export interface TypedAppointment {
  readonly day: IsoDay;
  /** `14:00`; null without a time. */
  readonly time: string | null;
}

type Read = { readonly value: TypedAppointment | null; readonly problem: null } | { readonly value: null; readonly problem: string };

const unreadable = 'So geht es: 4.2. 14:00 – oder: Mi 14 Uhr, morgen 9:30.';
const notReal = 'Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen.';
const notTime = 'Diese Uhrzeit gibt es nicht.';

const words: Readonly<Record<string, number>> = { heute: 0, morgen: 1, übermorgen: 2 };
/** In the order of Date.getUTCDay. */
const weekdays = ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];
const shape =
  /^(?:(?<word>heute|morgen|übermorgen)|(?<weekday>so|mo|di|mi|do|fr|sa)(?:nntag|ntag|enstag|ttwoch|nnerstag|eitag|mstag)?\.?|(?<d>\d{1,2})\.\s?(?<m>\d{1,2})(?:\.\s?(?<y>\d{4})?)?)(?:[\s,]+(?:um\s+)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?:uhr|h)?)?$/i;

/** The next such day after today: whoever says "Mi" on a Wednesday means the one to come. */
function nextWeekday(today: IsoDay, weekday: number): IsoDay {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (weekday - now + 6) % 7 + 1);
}

function dayOf(groups: Readonly<Record<string, string | undefined>>, today: IsoDay): IsoDay | null {
  if (groups['word'] !== undefined) return addDays(today, words[groups['word'].toLowerCase()] ?? 0);
  if (groups['weekday'] !== undefined) return nextWeekday(today, weekdays.indexOf(groups['weekday'].toLowerCase()));
  const dayIn = (year: number): IsoDay | null => IsoDay.safeParse(`${year}-${groups['m']?.padStart(2, '0')}-${groups['d']?.padStart(2, '0')}`).data ?? null;
  if (groups['y'] !== undefined) return dayIn(Number(groups['y']));
  // Without a year it is the next time that day comes.
  const thisYear = dayIn(yearOf(today));
  return thisYear !== null && thisYear >= today ? thisYear : dayIn(yearOf(today) + 1);
}

export function typedAppointment(text: string, today: IsoDay): Read {
  const typed = text.trim();
  if (typed === '') return { value: null, problem: null };
  const groups = shape.exec(typed)?.groups;
  if (groups === undefined) return { value: null, problem: unreadable };
  const day = dayOf(groups, today);
  if (day === null) return { value: null, problem: notReal };
  const { hour, minute = '00' } = groups;
  if (hour === undefined) return { value: { day, time: null }, problem: null };
  if (Number(hour) > 23 || Number(minute) > 59) return { value: null, problem: notTime };
  return { value: { day, time: `${hour.padStart(2, '0')}:${minute}` }, problem: null };
}
