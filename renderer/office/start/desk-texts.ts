/** German words of the start page of the role "Verwaltung". */
import type { AdministrationSection } from '../administration/sections.ts';

export const deskTexts = {
  title: 'Was Sie hier tun können',
  acts: [
    { section: 'passwort', title: 'Ihr Passwort ändern', words: 'Am besten gleich, wenn Ihnen jemand das erste gegeben hat.' },
    { section: 'sicherungen', title: 'Nach den Sicherungen sehen', words: 'Wann zuletzt gesichert wurde, und ob der zweite Ort erreichbar ist.' },
    { section: 'pruefung', title: 'Die Stammdaten prüfen', words: 'Ein zweiter Blick darauf, ob alles da und lesbar ist. Die Fallakten gehören nicht dazu.' },
  ] satisfies readonly { readonly section: AdministrationSection; readonly title: string; readonly words: string }[],
  rest: (heads: string) => `Fallakten öffnet Ihr Zugang nicht. Dafür sind die Fachkräfte und die Leitung da${heads === '' ? '' : ` (${heads})`}.`,
} as const;
