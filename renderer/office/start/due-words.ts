import type { DueKind } from '../../../shared/catalogue/types.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';

/** What a date asks for, in the order in which one filters by it. */
export const dueKinds: Readonly<Record<DueKind, string>> = {
  appointment: 'Termin',
  follow_up: 'Wiedervorlage',
  review: 'Überprüfung',
  goal: 'Ziel',
  step: 'Arbeitsschritt',
  feedback: 'Rückmeldung',
  conference: 'Fallkonferenz',
  task: 'Aufgabe',
  request: 'Antrag',
  granted: 'Zugesagt',
  release: 'Schweigepflichtentbindung',
  residence: 'Aufenthaltspapier',
  of_age: '18. Geburtstag',
  age_limit: '27. Geburtstag',
  inactive: 'Ohne Aktivität',
  anonymise: 'Anonymisierung',
  management_data: 'Daten des Case Managements',
  hold: 'Löschsperre',
};

/** What is to be done where nobody wrote it down. */
const without: Partial<Readonly<Record<DueKind, string>>> = {
  review: 'Plan gemeinsam überprüfen',
  appointment: 'Gespräch',
  follow_up: 'Noch einmal ansehen',
  feedback: 'Rückmeldung abwarten oder nachfragen',
  request: 'Antrag beantworten',
  release: 'Schweigepflichtentbindung läuft ab',
  residence: 'Aufenthaltspapier läuft ab',
  of_age: 'Wird 18: eigene Einwilligung nötig',
};

export function dueText({ text, kind }: { readonly text: string; readonly kind: DueKind }): string {
  if (text === '') return without[kind] ?? dueKinds[kind];
  return kind === 'appointment' && /^\d{1,2}:\d\d$/.test(text) ? `${text} Uhr` : text;
}

/** Days from today in words; negative is past. */
export function dueWords(days: number): string {
  if (days === 0) return 'heute';
  if (days === 1) return 'morgen';
  if (days === -1) return 'gestern';
  return days > 0 ? `in ${days} Tagen` : `vor ${-days} Tagen`;
}

/** Beneath what is to be done for an absent colleague it is said of her own files alone. */
export function nothingDue(standsIn: boolean): string {
  return standsIn ? 'In Ihren eigenen Fällen steht heute nichts an.' : 'Heute steht nichts an.';
}

/** `Dienstag, 3. Februar 2026` */
export function longDay(day: IsoDay): string {
  const format = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
