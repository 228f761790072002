import { IsoMonth, monthsBetween } from '../../domain/day.ts';
import { codeAt } from '../case-dates.ts';
import { referenceMonth } from '../reference-day.ts';
import { type Dimension, unknown } from './dimension.ts';

const germany = '000';
/** Values of the catalogue list `migration_background` that say: born here (§ 6 MighEV). */
const bornHere: readonly string[] = ['parent_migration', 'foreign_born_here', 'none'];

/**
 * Whole months from the month of entry to December of the reporting year: under 24, 24 to 60, over 60.
 *
 * The bands are those of BT-Drs. 19/21279 (domain.md §2.8, A7). A month of entry speaks louder than a birth in Germany: people return.
 */
export const timeSinceEntry: Dimension = {
  id: 'time_since_entry',
  label: 'Zeit seit der Einreise am 31.12.',
  codes: [
    { code: 'under_2', label: 'unter 2 Jahre' },
    { code: '2_to_5', label: '2 bis 5 Jahre' },
    { code: 'over_5', label: 'über 5 Jahre' },
    { code: 'born_here', label: 'in Deutschland geboren' },
    unknown,
  ],
  reads: ['person.entry_year_month', 'person.country_of_birth', 'case.migration_background'],
  code(answers, { year }) {
    const entered = IsoMonth.safeParse(answers.value('person.entry_year_month'));
    if (entered.success) {
      const months = monthsBetween(entered.data, referenceMonth(year));
      // A month after the reference day is a typing error or belongs to a later year: not known for this one.
      if (months < 0) return unknown.code;
      return months < 24 ? 'under_2' : months <= 60 ? '2_to_5' : 'over_5';
    }
    const born = codeAt(answers, 'person.country_of_birth');
    if (born !== null) return born === germany ? 'born_here' : unknown.code;
    return bornHere.includes(codeAt(answers, 'case.migration_background') ?? '') ? 'born_here' : unknown.code;
  },
};
