/** How people are named where one looks for them. */
import { germanDay, yearOf } from '../../../shared/domain/day.ts';
import type { AppointmentView, PersonView } from '../../../shared/rpc/desk.views.ts';
import type { SearchResultView } from '../../../shared/rpc/lists.views.ts';

export const peopleTexts = {
  /** All that is said of a file one may not open. */
  shielded: 'geschützte Akte – bitte Leitung fragen',
  noName: 'ohne Namen',
  heed: 'Bitte beachten: ',
  findCase: 'Name, Nummer, Telefon …',
  findPerson: 'Teil des Namens oder der Telefonnummer',
  none: 'Niemand gefunden. Auch der Anfang eines Namens oder ein Teil der Telefonnummer genügt.',
} as const;

export const alikeTexts = {
  title: 'Gibt es diese Person schon?',
  same: 'wahrscheinlich dieselbe Person',
  similar: 'ähnlich, bitte prüfen',
  look: 'Akte ansehen',
  preRegistration: 'Vormerkung',
  lookAtPreRegistration: 'Zu den Vormerkungen',
  other: 'andere Person (Geschwister)',
  remembered: 'Gemerkt: Das sind zwei Personen. Lotse fragt nach diesen beiden nicht mehr.',
  found: (count: number) => (count === 1 ? '1 ähnliche Person gefunden' : `${count} ähnliche Personen gefunden`),
  about: (born: string | null, number: string, status: string, caseworker: string | null) =>
    [born === null ? '' : `*${born}`, number, status, caseworker ?? ''].filter((part) => part !== ''),
} as const;

/** `heute 14:00`; '' without an appointment today. */
export function todayWords(todayAt: string | null): string {
  if (todayAt === null) return '';
  return todayAt === '' ? 'heute ein Termin' : `heute ${todayAt} Uhr`;
}

/** What is said of somebody beside her name, part by part: each is shown by itself, whichever way its letters run. */
interface Said {
  readonly name: string;
  readonly hint: readonly string[];
}

function filled(parts: readonly (string | null)[]): readonly string[] {
  return parts.filter((part): part is string => part !== null && part !== '');
}

/** Name, and in one line: birth year, number, Fachkraft, appointment of today. */
export function resultWords(result: SearchResultView): Said {
  if (result.closed) return { name: peopleTexts.shielded, hint: [] };
  return {
    name: result.name === '' ? peopleTexts.noName : result.name,
    hint: filled([result.born === null ? null : `*${yearOf(result.born)}`, result.number, result.caseworkerName, todayWords(result.todayAt)]),
  };
}

/** `Mi 04.02.2026, 14:00 Uhr` */
export function appointmentWords({ day, time }: Pick<AppointmentView, 'day' | 'time'>): string {
  const weekday = new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${weekday} ${germanDay(day)}${time === null ? '' : `, ${time} Uhr`}`;
}

export function personWords(person: PersonView): Said {
  return {
    name: person.name === '' ? peopleTexts.noName : person.name,
    hint: filled([person.phone, person.preRegistration ? 'Vormerkung' : null, person.next === null ? null : `nächster Termin ${appointmentWords(person.next)}`]),
  };
}

/** One hit per file: the words of a note may stand in several fields of it. Files one may not open cannot be chosen. */
export function choosableCases(results: readonly SearchResultView[], besides: readonly string[]): readonly SearchResultView[] {
  const seen = new Set<string>(besides);
  return results.filter((result) => {
    if (result.closed || seen.has(result.caseId)) return false;
    seen.add(result.caseId);
    return true;
  });
}
