/** What people are called by what they may do. */
import type { Role, SessionView } from '../../shared/rpc/session.views.ts';

export const roleWords: Readonly<Record<Role, string>> = { head: 'Leitung', caseworker: 'Fachkraft', admin_office: 'Verwaltung' };

/** Lists, search, case files, previews: what is behind the door of the cases. */
export function opensCases({ user }: Pick<Extract<SessionView, { phase: 'open' }>, 'user'>): boolean {
  return user.role !== 'admin_office';
}

/** Beside the word, where one chooses: which doors it opens. */
export const roleHints: Readonly<Record<Role, string>> = {
  head: 'öffnet alle Akten und verwaltet Zugänge und Sicherungen',
  caseworker: 'öffnet alle Akten',
  admin_office: 'öffnet keine Fallakten',
};
