/** The dates of a case file that monitoring reads, each null when not answered, special or not a date. */
import type { CaseAnswers } from '../cases/answers.ts';
import { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';

export function dayAt(answers: CaseAnswers, field: string, entry: EntryId | null = null): IsoDay | null {
  const parsed = IsoDay.safeParse(answers.value(field, entry));
  return parsed.success ? parsed.data : null;
}

/** A code; null when not answered. Special answers ("unbekannt") are no code either. */
export function codeAt(answers: CaseAnswers, field: string, entry: EntryId | null = null): string | null {
  const value = answers.value(field, entry);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function earliest(days: readonly (IsoDay | null)[]): IsoDay | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
}
