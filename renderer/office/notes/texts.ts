/** German words of the persönliche Arbeitsnotiz. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';

export const noteTexts = {
  title: 'Meine Arbeitsnotizen',
  lead: 'Nur Sie lesen sie. Sie werden nie gedruckt, weitergegeben oder übertragen und löschen sich nach 30 Tagen oder mit dem Ende der Begleitung von selbst.',
  notBeyond: 'Eine Arbeitsnotiz ist kein rechtsfreier Raum: Auskunftsersuchen und Beschlagnahme erfassen auch sie. Was zur Begleitung gehört, gehört in die Akte.',
  write: 'Neue Arbeitsnotiz',
  act: 'Notiz speichern',
  saved: 'Notiz gespeichert.',
  waits: 'Notiz angefangen',
  none: 'Sie haben zu dieser Akte keine Arbeitsnotiz.',
  consentFirst: 'Arbeitsnotizen lassen sich erst schreiben, wenn die Einwilligung erteilt ist.',
  change: 'ändern',
  changeLabel: 'Arbeitsnotiz ändern',
  changeAct: 'Änderung speichern',
  changed: 'Notiz geändert.',
  remove: 'löschen',
  removeTitle: 'Arbeitsnotiz löschen?',
  removeText: 'Sie ist danach endgültig weg.',
  removeAct: 'Löschen',
  removed: 'Notiz gelöscht.',
  cancel: 'Abbrechen',
  giveUp: 'Verwerfen',
  of: (written: IsoDay) => `Notiz vom ${germanDay(written)}`,
} as const;
