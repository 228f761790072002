/** The parts of the page "Verwaltung", in their order; each has an address of its own. */
import type { IconName } from '../../ui/icons/paths.ts';

export const administrationSections = [
  { id: 'passwort', title: 'Mein Passwort', icon: 'key' },
  { id: 'zugaenge', title: 'Zugänge', icon: 'people' },
  { id: 'notfallblatt', title: 'Notfallblatt', icon: 'document' },
  { id: 'papiere', title: 'Papiere', icon: 'print' },
  { id: 'sicherungen', title: 'Sicherungen', icon: 'archive' },
  { id: 'fristen', title: 'Fristen', icon: 'hourglass' },
  { id: 'loeschprotokoll', title: 'Löschprotokoll', icon: 'trash' },
  { id: 'datenschutz', title: 'Datenschutz', icon: 'warning' },
  { id: 'protokoll', title: 'Protokoll', icon: 'clock' },
  { id: 'sperren', title: 'Sperren', icon: 'lock' },
  { id: 'pruefung', title: 'Prüfung', icon: 'shield' },
  { id: 'aktualisierungen', title: 'Aktualisierungen', icon: 'down' },
] as const satisfies readonly { readonly id: string; readonly title: string; readonly icon: IconName }[];

export type AdministrationSection = (typeof administrationSections)[number]['id'];

export function isAdministrationSection(id: string | undefined): id is AdministrationSection {
  return administrationSections.some((section) => section.id === id);
}
