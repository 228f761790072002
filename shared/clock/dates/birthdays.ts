/** The 18th and the 27th birthday. */
import { asDay } from '../../cases/as-day.ts';
import { birthday, germanDay, type IsoDay } from '../../domain/day.ts';
import { ofAgeDate } from '../../cases/of-age.ts';
import type { ClockLook } from '../look.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';
import { ageLimitDay, birthPrecision } from '../age-limit.ts';

/** Of two birth dates both: each says a day on which somebody should look. */
export function birthdayDates({ answers, today, hasEnded }: ClockLook): readonly ClockDate[] {
  if (hasEnded) return [];
  const births = [...new Set(answers.statements('case.date_of_birth').flatMap((value) => asDay(value) ?? []))];
  const label = birthPrecision(answers);
  const when = (day: IsoDay, age: number): string => `${today < day ? 'Wird am' : 'Ist seit dem'} ${germanDay(day)} ${age} Jahre alt${label}`;
  return births.flatMap((born): readonly ClockDate[] => {
    const of = (kind: 'turns_18' | 'turns_27', day: IsoDay, text: string, source: string): ClockDate => ({ kind, day, limit: null, entry: null, text, source });
    const majority = birthday(born, 18);
    const still = today < majority || ofAgeDate(answers, today) !== null;
    const limit = ageLimitDay(answers, born);
    return [
      ...(still ? [of('turns_18', majority, `${when(majority, 18)}: eigene Einwilligung, und die Rechte der Personensorgeberechtigten enden.`, sources.ofAge)] : []),
      ...(limit === null
        ? []
        : [of('turns_27', limit, `${when(limit, 27)}: Den Übergang zur Migrationsberatung (MBE) gemeinsam planen. Die Begleitung endet dadurch nicht von selbst.`, sources.ageLimit)]),
    ];
  });
}
