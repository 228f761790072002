/**
 * Starts what lies ready. By its path, as a double click would: no shell, no command line, no argument.
 *
 * On Windows the system asks for the rights; elsewhere Lotse shows the file and says what to do with it, because it never has rights to install.
 */
import type { InstallerKind } from '../../shared/updates/installers.ts';

export interface Question {
  readonly type: 'question' | 'error' | 'info';
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly defaultId: number;
  readonly cancelId: number;
  readonly noLink: boolean;
}

/** The parts of Electron's `dialog` that are used here; the answer is the number of the button. */
export interface UpdateDialogs {
  showOpenDialog(options: { title: string; buttonLabel: string; properties: ['openFile']; filters: { name: string; extensions: string[] }[] }): Promise<{
    readonly canceled: boolean;
    readonly filePaths: readonly string[];
  }>;
  showMessageBox(options: Question): Promise<{ readonly response: number }>;
}

/** The parts of Electron's `shell` that are used here. */
export interface Opening {
  /** '' when it was opened, else why not. */
  openPath(path: string): Promise<string>;
  showItemInFolder(path: string): void;
}

const ends = 'Lotse wird gesperrt und beendet. Was gespeichert ist, bleibt; angefangene Sätze bitte vorher zu Ende schreiben.';

const windows =
  'Danach fragt Windows, ob die Installation Änderungen an diesem PC vornehmen darf. Dafür braucht es das Kennwort der Verwaltung dieses PCs. ' +
  'Wird dort abgelehnt oder abgebrochen, ist nichts verändert: Starten Sie Lotse dann wieder wie gewohnt.';

const steps: Readonly<Record<InstallerKind, string>> = {
  exe: windows,
  msi: windows,
  deb: 'Danach zeigt Lotse die geprüfte Datei in ihrem Ordner. Öffnen Sie sie mit der Softwareverwaltung und bestätigen Sie mit dem Kennwort der Verwaltung dieses PCs.',
  AppImage: 'Danach zeigt Lotse die geprüfte Datei in ihrem Ordner. Ersetzen Sie damit die bisherige Datei von Lotse und erlauben Sie ihr unter „Eigenschaften“, ausgeführt zu werden.',
  dmg: 'Danach zeigt Lotse die geprüfte Datei in ihrem Ordner. Öffnen Sie sie und ziehen Sie Lotse in den Ordner „Programme“.',
};

/** Whether the system starts this kind when it is opened. */
export function startsByItself(kind: InstallerKind): boolean {
  return kind === 'exe' || kind === 'msi';
}

export function consentQuestion(version: string, kind: InstallerKind): Question {
  return {
    type: 'question',
    message: `Lotse ${version} jetzt installieren?`,
    detail: `${ends}\n\n${steps[kind]}`,
    buttons: ['Jetzt installieren', 'Nicht jetzt'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
}

/** For what Lotse does not start by itself: the last word before it ends, because a file manager need not come. */
export function whereItLies(version: string, path: string): Question {
  return {
    type: 'info',
    message: `Lotse ${version} liegt bereit.`,
    detail: `Die geprüfte Datei liegt hier:\n\n${path}\n\nDer Ordner kann ausgeblendet sein. Lotse wird jetzt beendet, damit Sie die neue Version installieren können.`,
    buttons: ['Lotse beenden'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

export const notStarted: Question = {
  type: 'error',
  message: 'Die Installation wurde nicht begonnen.',
  detail: 'Vielleicht wurde sie abgelehnt, oder es fehlte das Kennwort der Verwaltung dieses PCs. Es ist nichts verändert; Lotse startet jetzt wieder.',
  buttons: ['Weiter'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
};
