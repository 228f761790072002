/** An answer in words, as the window shows it where nothing is typed: history, two answers, automatic fields. */
import type { Field } from '../../../shared/catalogue/types.ts';
import { isSpecial, type AnswerValue, type SpecialAnswer } from '../../../shared/domain/answer.ts';
import { germanDay, germanMonth, IsoDay, IsoMonth } from '../../../shared/domain/day.ts';
import type { UserView } from '../../../shared/rpc/views.ts';
import { codesOf, type CatalogueIndex } from './catalogue-index.ts';

export const specialLabels: Readonly<Record<SpecialAnswer, string>> = {
  unknown: 'unbekannt',
  not_stated: 'keine Angabe',
  not_asked: 'nicht gefragt',
  not_recorded: 'bewusst nicht erhoben',
};

/** Same value? Lists compare element by element, in order. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function answerText(index: CatalogueIndex, field: Field, value: AnswerValue, staff: readonly UserView[]): string {
  if (value === null || value === '') return 'ohne Angabe';
  if (isSpecial(value)) return specialLabels[value.special];
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value === 'number') return `${value.toLocaleString('de-DE')}${field.unit === undefined ? '' : ` ${field.unit}`}`;
  const codes = codesOf(index, field);
  const labelOf = (code: string): string => codes.find((c) => c.code === code)?.label ?? code;
  if (typeof value !== 'string') return value.map(labelOf).join(', ');
  if (field.type === 'staff') return staff.find((user) => user.id === value)?.displayName ?? 'nicht mehr im Team';
  if (codes.length > 0) return labelOf(value);
  const day = IsoDay.safeParse(value);
  if (day.success) return germanDay(day.data);
  const month = IsoMonth.safeParse(value);
  return month.success ? germanMonth(month.data) : value;
}

/** `14:03`, local time of this PC. */
export function clockText(at: Date): string {
  return at.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });
}

/** `21.11.2026, 14:03`, from RFC 3339. */
export function momentText(at: string): string {
  return new Date(at).toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}
