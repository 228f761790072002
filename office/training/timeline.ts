/** When things happened in a made-up case: every date in order, none after `today`, at least one contact in the reporting year. */
import { addDays, addMonths, ageOn, IsoDay, monthOf, yearOf, type IsoMonth } from '../../shared/domain/day.ts';
import type { Random } from './random.ts';
import { ages, caseManagementShare, cmCourses, sinceEntry } from './shares.ts';

export interface Timeline {
  readonly form: 'counselling' | 'case_management';
  readonly sinceEntry: 'under_2' | '2_to_5' | 'over_5' | 'born_here';
  readonly born: IsoDay;
  /** null for those born here. */
  readonly entered: IsoMonth | null;
  readonly firstInterview: IsoDay;
  /** CM: the day the plan was agreed, the beginning of the CM. */
  readonly agreed: IsoDay | null;
  /** Beratung or CM ended. */
  readonly ended: IsoDay | null;
  /** Last day that can have happened in the reporting year. */
  readonly until: IsoDay;
}

export interface TrainingYear {
  /** Reporting year in which the case is counted. */
  readonly year: number;
  readonly today: IsoDay;
}

const day = (text: string) => IsoDay.parse(text);
const earlier = (a: IsoDay, b: IsoDay) => (a < b ? a : b);
const later = <T extends string>(a: T, b: T) => (a > b ? a : b);

/** A year after `today` has no cases yet: that is a bug of the caller and throws. */
export function makeTimeline(random: Random, { year, today }: TrainingYear): Timeline {
  if (year > yearOf(today)) throw new RangeError('the reporting year has not begun');
  const from = day(`${year}-01-01`);
  const until = earlier(today, day(`${year}-12-31`));
  const band = random.weighted(sinceEntry);
  const acts = random.chance(caseManagementShare)
    ? caseManagement(random, year, from, until, band === 'under_2')
    : counselling(random, year, from, until);
  const born = birthday(random, year, acts.firstInterview);
  return {
    ...acts,
    sinceEntry: band,
    born,
    entered: entry(random, year, band, monthOf(acts.firstInterview), monthOf(born)),
    until,
  };
}

type Acts = Pick<Timeline, 'form' | 'firstInterview' | 'agreed' | 'ended'>;

/** A quarter came over from the year before and ended in this one; of the others one in five has ended. */
function counselling(random: Random, year: number, from: IsoDay, until: IsoDay): Acts {
  const carriedOver = random.chance(0.25);
  const firstInterview = carriedOver ? random.day(day(`${year - 1}-07-01`), day(`${year - 1}-12-20`)) : random.day(from, until);
  const ended = carriedOver ? random.day(from, until) : random.chance(0.2) ? random.day(firstInterview, until) : null;
  return { form: 'counselling', firstInterview, agreed: null, ended };
}

/** `recent`: entered less than two years ago, so nothing can lie before last year. */
function caseManagement(random: Random, year: number, from: IsoDay, until: IsoDay, recent: boolean): Acts {
  const course = random.weighted(cmCourses);
  const form = 'case_management';
  if (course === 'running' || course === 'ended') {
    const began = year - (recent || random.chance(0.7) ? 1 : 2);
    const firstInterview = random.day(day(`${began}-02-01`), day(`${began}-10-31`));
    const agreed = addDays(firstInterview, random.int(14, 60));
    return { form, firstInterview, agreed, ended: course === 'ended' ? random.day(from, until) : null };
  }
  const agreed = random.day(from, until);
  const ended = course === 'new_and_ended' ? random.day(agreed, until) : null;
  return { form, firstInterview: addDays(agreed, -random.int(14, 60)), agreed, ended };
}

/** From 12 to 26 years at the first talk, by age on 31 December. */
function birthday(random: Random, year: number, firstInterview: IsoDay): IsoDay {
  const age = random.weighted(ages);
  let born = random.day(day(`${year - age}-01-01`), day(`${year - age}-12-28`));
  while (ageOn(born, firstInterview) < 12) born = addMonths(born, -12);
  while (ageOn(born, firstInterview) > 26) born = addMonths(born, 12);
  return born;
}

/** A month of the band before the first talk and after birth, seen from December of the reporting year. */
function entry(random: Random, year: number, band: Timeline['sinceEntry'], talk: IsoMonth, born: IsoMonth): IsoMonth | null {
  if (band === 'born_here') return null;
  const december = day(`${year}-12-01`);
  const monthsBack = (count: number) => monthOf(addMonths(december, -count));
  const [oldest, youngest] = { under_2: [23, 0], '2_to_5': [60, 24], over_5: [150, 61] }[band] as [number, number];
  const first = later(monthsBack(oldest), born);
  const last = monthsBack(youngest) < talk ? monthsBack(youngest) : talk;
  return monthOf(random.day(day(`${first}-01`), day(`${later(first, last)}-01`)));
}
