/**
 * "Who looked": by role and time, in words. Names are another question: indispensable ones are a decision of the head, because the log is no means
 * of watching colleagues (EuGH C-579/21; corrections.md, How it must behave 11 and 14).
 */
import type { UserId } from '../domain/ids.ts';
import type { LookLine } from '../rpc/rights.views.ts';

/** One line of the log. `right`: in which right it was done, '' where the log does not say. */
export interface LoggedAct {
  readonly at: string;
  readonly user: UserId | null;
  readonly action: string;
  readonly right: string;
  /** Role of the person in the office now. */
  readonly role: string;
}

const rightWords: Readonly<Record<string, string>> = {
  responsible: 'zuständige Fachkraft',
  deputy: 'Vertretung',
  head: 'Leitung',
  colleague: 'Kollegin oder Kollege',
};

const roleWords: Readonly<Record<string, string>> = { head: 'Leitung', caseworker: 'Fachkraft', admin_office: 'Verwaltung' };

/** What an act was, by how its name begins; the longest beginning counts. */
const actWords: readonly (readonly [string, string])[] = [
  ['case.open', 'angesehen'],
  ['cases.', 'angesehen'],
  ['case.history', 'Verlauf eines Feldes angesehen'],
  ['case.export', 'als Datei ausgegeben'],
  ['case.shield', 'Schutz der Akte geändert'],
  ['case.withdraw', 'Widerruf festgehalten'],
  ['case.', 'bearbeitet'],
  ['contact', 'Kontakt festgehalten'],
  ['appointment', 'Termin bearbeitet'],
  ['appointments.slip', 'Terminzettel erstellt'],
  ['attachment.open', 'Datei geöffnet'],
  ['attachments.open', 'Datei geöffnet'],
  ['attachment', 'Datei bearbeitet'],
  ['plan.print', 'Plan gedruckt'],
  ['plan.show', 'Plan gemeinsam angesehen'],
  ['plan.handOver', 'Übergabe des Plans festgehalten'],
  ['plan.', 'Plan angesehen'],
  ['paper.fill', 'Formular erstellt'],
  ['rights.copy', 'Kopie der eigenen Daten erstellt'],
  ['rights.whoLooked', 'Zugriffe angesehen'],
  ['rights.ofCase', 'Anträge angesehen'],
  ['rights.', 'Antrag oder Recht bearbeitet'],
  ['absence.', 'zur Vertretung angesehen'],
  ['workNotes.', 'persönliche Arbeitsnotiz'],
  ['note.', 'persönliche Arbeitsnotiz'],
  ['clock', 'Frist geprüft'],
];

function wordsOf(action: string): string {
  const [, words = 'verarbeitet'] = actWords.filter(([begin]) => action.startsWith(begin)).reduce<readonly [string, string] | readonly []>((best, one) => (best.length === 0 || one[0].length > best[0].length ? one : best), []);
  return words;
}

/** `nameOf` null: no names. Newest first. */
export function looksOf(acts: readonly LoggedAct[], nameOf: ((user: UserId) => string) | null): readonly LookLine[] {
  return acts
    .map(({ at, user, action, right, role }) => ({
      at,
      role: rightWords[right] ?? roleWords[role] ?? 'unser JMD',
      what: wordsOf(action),
      name: nameOf === null || user === null ? null : nameOf(user),
    }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
