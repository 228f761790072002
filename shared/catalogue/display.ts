/** How an answer reads in German. */
import { isSpecial, type AnswerValue, type SpecialAnswer } from '../domain/answer.ts';
import { germanDay, germanMonth, IsoDay, IsoMonth } from '../domain/day.ts';
import type { LoadedCatalogue } from './load-catalogue.ts';
import type { Field } from './types.ts';

export const specialLabels: Readonly<Record<SpecialAnswer, string>> = {
  unknown: 'unbekannt',
  not_stated: 'keine Angabe',
  not_asked: 'nicht gefragt',
  not_recorded: 'bewusst nicht erhoben',
};

const germanNumber = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10 });

/**
 * '' for no answer. `staffName` gives the name of a member of staff, `entryName` that of an entry of the same file; without them, or for
 * somebody or something gone, the id is shown.
 */
export function displayAnswer(
  catalogue: LoadedCatalogue,
  field: Field,
  value: AnswerValue,
  staffName: (id: string) => string | undefined = () => undefined,
  entryName: (id: string) => string | undefined = () => undefined,
): string {
  if (value === null) return '';
  if (isSpecial(value)) return specialLabels[value.special];
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value === 'number') return [germanNumber.format(value), field.unit].filter((part) => part !== undefined).join(' ');
  if (Array.isArray(value)) return value.map((code) => label(catalogue, field, code)).join(', ');
  switch (field.type) {
    case 'date':
    case 'year_month':
    case 'automatic':
      return field.codeList === undefined ? displayDay(value) : label(catalogue, field, value);
    case 'staff':
      return staffName(value) ?? value;
    case 'reference':
      return entryName(value) ?? value;
    default:
      return label(catalogue, field, value);
  }
}

function label(catalogue: LoadedCatalogue, field: Field, code: string): string {
  return field.codeList === undefined ? code : catalogue.codeLabel(field.codeList, code);
}

function displayDay(value: string): string {
  const day = IsoDay.safeParse(value);
  if (day.success) return germanDay(day.data);
  const month = IsoMonth.safeParse(value);
  return month.success ? germanMonth(month.data) : value;
}
