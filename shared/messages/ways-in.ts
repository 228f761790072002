/** What an office should know of its ways in before it needs them. German, for the window and the command line. */
import type { AccountView } from '../rpc/session.views.ts';

/** At set-up, on the page of accounts, beside the field for the code: nobody shall learn it on the day it is too late. */
export const nobodyElseOpens =
  'Ohne Passwort und ohne Notfallblatt kann niemand die Akten öffnen: nicht Ihre Administration, nicht das Servicebüro, nicht die Hersteller. Auch die Sicherungen gehen nur damit auf.';

export const waysInAdvice = {
  ONE_ACCOUNT: {
    text: 'Nur eine Person kann Lotse hier entsperren.',
    advice:
      'Vergisst sie ihr Passwort, hilft allein das Notfallblatt. Legen Sie einen zweiten Zugang mit der Rolle „Leitung“ an und bewahren Sie das Notfallblatt getrennt vom PC auf.',
  },
  ONE_HEAD: {
    text: 'Es gibt nur eine Person mit Leitungsrechten.',
    advice: 'Fällt sie aus, setzt niemand mehr Passwörter zurück, und es hilft nur noch das Notfallblatt. Ein zweiter Zugang mit der Rolle „Leitung“ schützt davor.',
  },
  SHEET_NOT_CONFIRMED: {
    text: 'Das Notfallblatt ist noch nicht bestätigt.',
    advice: 'Drucken Sie es und tippen Sie den Code daraus ab. Vorher nimmt Lotse keine Akte an.',
  },
} as const;

export type WayInGap = keyof typeof waysInAdvice;

/** What is thin about the ways in, most urgent first; empty when two heads and a confirmed sheet are there. */
export function waysInGaps(accounts: readonly Pick<AccountView, 'role' | 'canUnlock'>[], sheetConfirmed: boolean): readonly WayInGap[] {
  const able = accounts.filter(({ canUnlock }) => canUnlock);
  const heads = able.filter(({ role }) => role === 'head');
  const people: readonly WayInGap[] = able.length < 2 ? ['ONE_ACCOUNT'] : heads.length < 2 ? ['ONE_HEAD'] : [];
  return sheetConfirmed ? people : ['SHEET_NOT_CONFIRMED', ...people];
}
