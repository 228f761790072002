/** Words of the section "Aktualisierungen". Pure. */

/** `84,2 MB`; what is loaded is never small. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}

/** Lines of the notes; a line that begins with a dash is one of a list. */
export function notesOf(notes: string): readonly { readonly text: string; readonly item: boolean }[] {
  return notes
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line.replace(/^[-–•*]\s+/, ''), item: /^[-–•*]\s/.test(line) }));
}

export const updateTexts = {
  title: 'Aktualisierungen',
  lead: 'Neue Versionen von Lotse. Nichts davon geschieht von selbst: Suchen, Laden und Installieren stoßen Sie an.',
  current: 'Auf diesem PC',
  version: (version: string) => `Lotse ${version}`,
  lookedAt: (at: string) => `Zuletzt gesucht am ${at}.`,
  never: 'Noch nie gesucht.',
  asks: (host: string) => `Gefragt wird ${host}. Dabei verlässt keine Angabe aus Ihren Akten diesen PC.`,
  onlyFiles: 'Dieser PC sucht nicht im Netz nach neuen Versionen. Sie kommen auf einem Stick oder über ein Laufwerk.',

  browserTitle: 'Lotse läuft hier im Browser.',
  browser: 'Neue Versionen installiert, wer Lotse auf diesem PC eingerichtet hat, meist die Verwaltung Ihres Trägers. Danach öffnen Sie Lotse wie gewohnt; Ihre Akten bleiben, wo sie sind.',

  noneTitle: 'Für diese Fassung ist keine Aktualisierung eingerichtet.',
  none: 'Wer sie gebaut hat, hat keinen Prüfschlüssel hinterlegt. Ohne ihn kann Lotse nicht erkennen, ob eine neue Version echt ist, und nimmt deshalb keine an.',
  noneWay: 'Neue Versionen bekommen Sie von der Verwaltung Ihres Trägers. Fragen Sie dort auch, wenn Sie wissen möchten, ob Ihre noch die neueste ist.',

  look: 'Nach Aktualisierungen suchen',
  looking: 'Es wird nachgefragt …',
  newest: 'Sie haben die neueste Version.',
  fromFile: 'Vom Stick oder Laufwerk …',
  fromFileHelp: 'Wählen Sie die Datei „lotse-update.json“; die Installationsdatei liegt im selben Ordner. Geprüft wird beides genauso streng.',
  readingFile: 'Die Dateien werden geprüft …',

  available: (version: string) => `Lotse ${version} ist da.`,
  released: (day: string, size: string) => `vom ${day}, ${size}`,
  news: 'Was ist neu',
  fetch: 'Laden und prüfen',
  fetching: 'Die neue Version wird geladen und geprüft. Das kann einige Minuten dauern; Sie können weiterarbeiten.',
  fetchNext: 'Dabei wird noch nichts installiert. Ist alles echt und vollständig, liegt sie zum Installieren bereit.',

  staged: (version: string) => `Lotse ${version} ist geladen, geprüft und liegt bereit.`,
  stagedNext: 'Vor dem Installieren fragt Lotse noch einmal und prüft die Dateien erneut. Dann sperrt es sich, beendet sich und startet die Installation; Ihre Akten bleiben, wie sie sind.',
  install: 'Installieren …',
  unsavedTitle: 'Noch nicht alles ist gespeichert.',
  unsaved: 'In einer Akte steht noch etwas, das sich nicht speichern ließ. Öffnen Sie sie, und installieren Sie danach.',
  installing: 'Lotse fragt noch einmal nach, bevor es sich beendet.',
  code: 'Kennung dieses Fehlers',
} as const;
