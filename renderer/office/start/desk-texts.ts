/** German words of the start page of the role "Verwaltung", and where they lead. */
import type { IconName } from '../../ui/icons/paths.ts';
import { hrefs } from '../router.ts';

interface DeskAct {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly words: string;
}

export const deskTexts = {
  title: 'Was Sie hier tun können',
  acts: [
    { href: hrefs.appointments, icon: 'calendar', title: 'Termine', words: 'Wer heute kommt; Termine planen und verschieben; jemanden über die Telefonnummer finden.' },
    { href: hrefs.open_hour, icon: 'people', title: 'Vormerkungen', words: 'Wer wiederkommen möchte und noch keine Akte hat: Vorname, Telefon, Termin.' },
    { href: hrefs.administrationOf('papiere'), icon: 'print', title: 'Leere Formulare drucken', words: 'Einwilligung, Information, Terminzettel: zum Ausfüllen mit der Hand.' },
    { href: hrefs.administrationOf('passwort'), icon: 'key', title: 'Ihr Passwort ändern', words: 'Am besten gleich, wenn Ihnen jemand das erste gegeben hat.' },
    { href: hrefs.monitoring, icon: 'chart', title: 'Das Versandprotokoll ansehen', words: 'Was unser JMD gemeldet hat, und ob der Eingang bestätigt ist.' },
    { href: hrefs.administrationOf('sicherungen'), icon: 'archive', title: 'Nach den Sicherungen sehen', words: 'Wann zuletzt gesichert wurde, und ob der zweite Ort erreichbar ist.' },
    { href: hrefs.administrationOf('pruefung'), icon: 'shield', title: 'Die Stammdaten prüfen', words: 'Ein zweiter Blick darauf, ob alles da und lesbar ist. Die Fallakten gehören nicht dazu.' },
  ] satisfies readonly DeskAct[],
  rest: (heads: string) => `Fallakten öffnet Ihr Zugang nicht. Dafür sind die Fachkräfte und die Leitung da${heads === '' ? '' : ` (${heads})`}.`,
} as const;
