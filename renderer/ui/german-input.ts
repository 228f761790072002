/** Reads what people type into day, month and number fields. Pure; problems are German sentences for the field. */
import { germanDay, germanMonth, IsoDay, IsoMonth } from '../../shared/domain/day.ts';
import { uiTexts } from './texts.ts';

/** `value` null and no problem: the field is empty. */
export type Typed<T> = { readonly value: T | null; readonly problem: null } | { readonly value: null; readonly problem: string };

const empty = { value: null, problem: null } as const;

function problem(text: string): { readonly value: null; readonly problem: string } {
  return { value: null, problem: text };
}

/** `1.2.2009`, `1/2/2009`, `01 02 2009`, `01022009`, `2009-02-01`. */
export function parseTypedDay(text: string): Typed<IsoDay> {
  const typed = text.trim();
  if (typed === '') return empty;
  const parts =
    /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/.exec(typed) ??
    /^(?<d>\d{1,2})(?:\s*[./-]\s*|\s+)(?<m>\d{1,2})(?:\s*[./-]\s*|\s+)(?<y>\d{2}|\d{4})$/.exec(typed) ??
    /^(?<d>\d{2})(?<m>\d{2})(?<y>\d{4}|\d{2})$/.exec(typed);
  const { d, m, y } = parts?.groups ?? {};
  if (d === undefined || m === undefined || y === undefined) return problem(uiTexts.dayUnreadable);
  if (y.length === 2) return problem(uiTexts.dayTwoDigits);
  if (!/^(19|20|21)/.test(y)) return problem(uiTexts.dayRange);
  const day = IsoDay.safeParse(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
  return day.success ? { value: day.data, problem: null } : problem(uiTexts.dayNotReal);
}

/** `2/2026`, `02.2026`, `022026`, `2026-02`. */
export function parseTypedMonth(text: string): Typed<IsoMonth> {
  const typed = text.trim();
  if (typed === '') return empty;
  const parts =
    /^(?<y>\d{4})-(?<m>\d{1,2})$/.exec(typed) ??
    /^(?<m>\d{1,2})\s*[./ -]\s*(?<y>\d{4})$/.exec(typed) ??
    /^(?<m>\d{2})(?<y>\d{4})$/.exec(typed);
  const { m, y } = parts?.groups ?? {};
  const month = IsoMonth.safeParse(`${y}-${m?.padStart(2, '0')}`);
  return month.success ? { value: month.data, problem: null } : problem(uiTexts.monthUnreadable);
}

export interface NumberRule {
  /** Default true: no decimals. */
  readonly whole?: boolean | undefined;
  /** Inclusive. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** `1,5`, `1.5`, `1.250`, `1.250,75`: the comma is decimal; a dot before exactly three digits groups thousands. */
export function parseTypedNumber(text: string, rule: NumberRule): Typed<number> {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '');
  if (typed === '') return empty;
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed);
  const plain = grouped ? typed.replaceAll('.', '').replace(',', '.') : typed.replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return problem(uiTexts.numberUnreadable);
  const value = Number(plain);
  if ((rule.whole ?? true) && !Number.isSafeInteger(value)) return problem(uiTexts.numberWhole);
  if (rule.min !== undefined && value < rule.min) return problem(uiTexts.numberMin(germanNumber(rule.min)));
  if (rule.max !== undefined && value > rule.max) return problem(uiTexts.numberMax(germanNumber(rule.max)));
  return { value, problem: null };
}

export function germanNumber(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 10, useGrouping: false });
}

/** Text of a stored value; what is no valid day is shown as it stands, so that nothing is hidden. */
export function dayText(value: string | null): string {
  const day = IsoDay.safeParse(value);
  return day.success ? germanDay(day.data) : (value ?? '');
}

export function monthText(value: string | null): string {
  const month = IsoMonth.safeParse(value);
  return month.success ? germanMonth(month.data) : (value ?? '');
}
