/** German words for bringing a backup back, from the locked page and from "Verwaltung". */
import type { BackupView, RestoreView } from '../../../shared/rpc/safety.views.ts';
import { actMeasure, actsWords } from '../act-words.ts';
import { momentWords } from '../monitoring/delivery-words.ts';

export const backupKinds: Readonly<Record<BackupView['kind'], string>> = {
  daily: 'täglich',
  manual: 'von Hand',
  migration: 'vor einer Umstellung',
};

export const restoreTexts = {
  bringBack: 'Sicherung zurückholen',
  title: 'Sicherung zurückholen',
  sideTitle: 'Die jetzigen Dateien gehen dabei nicht verloren.',
  side: 'Was jetzt im Datenordner liegt, legt Lotse zuerst beiseite. Dort bleibt es, bis das nächste Mal eine Akte gelöscht wird.',
  sideLost: 'Zurückgeholt wird der Stand der Sicherung. Was danach gespeichert wurde, bringt Lotse mit, soweit es sich noch lesen lässt. Was fehlt, sagt Lotse Ihnen am Ende.',
  loading: 'Sicherungen werden gesucht …',
  choose: 'Welche Sicherung?',
  none: 'Auf diesem PC liegt keine Sicherung.',
  noneAdvice:
    'Vielleicht gibt es eine am zweiten Ort, zum Beispiel auf einem anderen Laufwerk. Ihre Administration kann deren Ordner in den Ordner „backups“ im Datenordner kopieren; dann erscheint sie hier.',
  verified: (at: string) => `geprüft am ${momentWords(at)}`,
  unverified: 'noch nicht geprüft',
  secret: 'Womit öffnen?',
  withPassword: 'Passwort',
  withSheet: 'Notfallblatt',
  login: 'Anmeldename',
  loginHelp: 'Nur nötig, wenn es mehrere Zugänge gibt.',
  wrong: 'Bitte noch einmal tippen.',
  passwordHelp: 'Das Passwort der Leitung. Ohne sie geht es mit dem Notfallblatt.',
  code: 'Code vom Notfallblatt',
  codeHelp: 'Leerzeichen, Striche, Groß und Klein sind gleich.',
  cancel: 'Zurück',
  act: 'Jetzt zurückholen',
  working: 'Wird zurückgeholt …',
  workingLong: 'Die Sicherung wird geöffnet, geprüft und eingesetzt. Das kann einige Minuten dauern. Bitte Lotse so lange nicht beenden.',
  done: 'Die Sicherung ist zurück.',
  onward: 'Weiter zum Entsperren',
  setAsideLabel: 'Die früheren Dateien hat Lotse unverändert beiseitegelegt. Sie liegen dort, wo Lotse seine Daten hat, in diesem Ordner:',
  setAsideHelp: 'Lotse entfernt diesen Ordner, wenn das nächste Mal eine Akte gelöscht wird. Darin kann etwas stehen, das jemand vergessen haben möchte: Fehlt nichts, löschen Sie ihn bitte gleich.',
} as const;

/** What came back and what did not, a sentence each. */
export function resultSentences({ backup, salvaged, missing, erasedAgain }: Omit<RestoreView, 'setAside' | 'session'>): readonly string[] {
  const lost = missing === null ? null : missing.desk + missing.cases;
  return [
    `Zurück ist der Stand vom ${momentWords(backup.at)}.`,
    ...(salvaged > 0 ? [`Dazu ${salvaged === 1 ? 'konnte' : 'konnten'} ${actsWords(salvaged)} gerettet werden, ${salvaged === 1 ? 'der' : 'die'} neuer ${salvaged === 1 ? 'ist' : 'sind'} als die Sicherung.`] : []),
    lost === null
      ? 'Ob nach der Sicherung noch etwas eingetragen wurde, das jetzt fehlt, lässt sich nicht feststellen. Bitte sehen Sie in den Akten nach, an denen zuletzt gearbeitet wurde.'
      : lost === 0
        ? 'Es fehlt nichts: Alles, was gespeichert war, ist wieder da.'
        : `Es ${lost === 1 ? 'fehlt' : 'fehlen'} ${actsWords(lost)}, ${lost === 1 ? 'der' : 'die'} nach der Sicherung gespeichert ${lost === 1 ? 'wurde' : 'wurden'}. ${actMeasure} Bitte sehen Sie in den Akten nach, an denen zuletzt gearbeitet wurde.`,
    ...(erasedAgain > 0
      ? [erasedAgain === 1 ? '1 Akte, die inzwischen gelöscht war, wurde wieder gelöscht.' : `${erasedAgain} Akten, die inzwischen gelöscht waren, wurden wieder gelöscht.`]
      : []),
  ];
}

/** The folder by its name, in German words: the core says the whole path, or the name below the folder for what was set aside. */
export function setAsideWords(setAside: string): string {
  const name = setAside.split(/[/\\]/).findLast((part) => part !== '') ?? setAside;
  return `Ordner „set-aside“ (beiseitegelegt), darin „${name}“`;
}

/** `1,4 MB`: enough to see that it is not empty. */
export function bytesWords(bytes: number): string {
  const units = ['KB', 'MB', 'GB', 'TB'] as const;
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value.toLocaleString('de-DE', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${units[unit] ?? 'TB'}`;
}
