/** The whole engine: from a file and a day to every date in words, what Lotse does next, and what keeps it from doing so. */
import type { IsoDay } from '../domain/day.ts';
import { anonymiseDates } from './dates/anonymise.ts';
import { birthdayDates } from './dates/birthdays.ts';
import { catalogueDates } from './dates/of-catalogue.ts';
import { inactiveDates } from './dates/inactive.ts';
import { managementDates } from './dates/management.ts';
import { rightsDates } from './dates/rights.ts';
import { fileHindrances, officeHindrances, type ActDay } from './hindrances.ts';
import { lookAt, type ClockLook } from './look.ts';
import type { ClockDate, ClockFile, ClockOffice, ClockSettings, ClockVerdict, Hindrance } from './types.ts';

const kinds: readonly ((look: ClockLook) => readonly ClockDate[])[] = [inactiveDates, anonymiseDates, managementDates, birthdayDates, catalogueDates, rightsDates];

/** What a file says by itself: it changes with the file and with few days (turning-day.ts), so it can be kept. Everything else is asked on the day. */
export interface FileClock {
  /** Null: Lotse will never act on the file as it stands. */
  readonly next: (ActDay & { readonly limit: IsoDay | null; readonly text: string; readonly hindrances: readonly Hindrance[] }) | null;
  readonly dates: readonly ClockDate[];
}

export function fileClock(file: ClockFile, settings: ClockSettings, today: IsoDay): FileClock {
  const look = lookAt(file, settings, today);
  const dates = kinds.flatMap((datesOf) => datesOf(look)).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const date = nextAct(look, dates);
  if (date === undefined) return { next: null, dates };
  const act: ActDay = date.kind === 'anonymise' ? { act: 'anonymise', day: date.day, ended: look.ends.end } : { act: 'end', day: date.day, ended: null };
  return { next: { ...act, limit: date.limit, text: date.text, hindrances: fileHindrances(look, act) }, dates };
}

/** Where an end is planned for a day on which nine months without activity are long over, those end it. */
function nextAct({ ends, hasEnded }: ClockLook, dates: readonly ClockDate[]): ClockDate | undefined {
  const inactive = dates.find(({ kind }) => kind === 'inactive_end');
  const planned = ends.end;
  if (inactive !== undefined && !hasEnded && (planned === null || inactive.day < planned)) return inactive;
  return dates.find(({ kind }) => kind === 'anonymise');
}

/** What the office adds on the day. `next` as `fileClock` said it, on this day or on one between which nothing turned. */
export function judge(next: FileClock['next'], dates: readonly ClockDate[], office: ClockOffice): ClockVerdict {
  if (next === null) return { state: 'running', act: null, text: '', day: null, limit: null, overdue: false, hindrances: [], dates };
  const { act, text, day, limit } = next;
  const hindrances = [...next.hindrances, ...officeHindrances(next, office)];
  const state = office.today < day ? 'ahead' : hindrances.length > 0 ? 'held' : 'due';
  return { state, act, text, day, limit, overdue: limit !== null && office.today > limit, hindrances, dates };
}

export function clockOf(file: ClockFile, office: ClockOffice): ClockVerdict {
  const { next, dates } = fileClock(file, office.settings, office.today);
  return judge(next, dates, office);
}
