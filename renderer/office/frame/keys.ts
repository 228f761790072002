/** Every key there is, as the overview says it. */
export interface KeyLine {
  /** As it is written on the key board: `Strg+K`; several ways beside each other. */
  readonly keys: readonly string[];
  readonly act: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** Of the program's own menu; a browser keeps these keys for itself. */
const ofProgram: KeyGroup = {
  title: 'Programm',
  lines: [
    { keys: ['Strg+N'], act: 'neuer Fall' },
    { keys: ['Strg+O'], act: 'Datei von Lotse öffnen' },
    { keys: ['Strg+Plus', 'Strg+Minus', 'Strg+0'], act: 'größer, kleiner, normale Größe' },
    { keys: ['Strg+Q'], act: 'Lotse beenden' },
  ],
};

const ofWindow: readonly KeyGroup[] = [
  {
    title: 'Überall',
    lines: [
      { keys: ['Strg+K'], act: 'suchen' },
      { keys: ['Strg+L'], act: 'sperren' },
      { keys: ['Alt+K'], act: 'Kontakt eintragen' },
      { keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'], act: 'Start, Fälle, Sprechstunde, Termine' },
      { keys: ['Alt+5', 'Alt+6', 'Alt+7', 'Alt+8'], act: 'Wiedervorlagen, Fristen, Monitoring, Verwaltung' },
      { keys: ['F1'], act: 'diese Übersicht' },
    ],
  },
  {
    title: 'Sprechstunde',
    lines: [
      { keys: ['Ziffer'], act: 'in einer Auswahl: die Zeile mit dieser Nummer; Eingabe: nächste Person' },
      { keys: ['Strg+Eingabe'], act: 'alle speichern, auch beim Kontakt' },
    ],
  },
  { title: 'Liste der Fälle', lines: [{ keys: ['N'], act: 'neuer Fall' }] },
  {
    title: 'Akte',
    lines: [
      { keys: ['Strg+P'], act: 'Plan drucken' },
      { keys: ['Alt+B'], act: 'Menü „Begleitung“: Form wechseln, beenden, Widerruf, Weitergabe' },
      { keys: ['Strg+G'], act: 'zu den fehlenden Pflichtfeldangaben' },
      { keys: ['Alt+Bild ab', 'Alt+Bild auf'], act: 'nächster, voriger Abschnitt' },
      { keys: ['Pfeiltasten', 'Leertaste'], act: 'in einer Auswahl: zum nächsten, wählen; Tab führt zum nächsten Feld' },
      { keys: ['Alt+Eingabe'], act: 'im Feld: unbekannt, keine Angabe, wer hat das geändert' },
      { keys: ['Alt+Pfeil auf', 'Alt+Pfeil ab'], act: 'Ziel oder Arbeitsschritt verschieben' },
      { keys: ['Eingabe'], act: 'im Arbeitsschritt: der nächste' },
    ],
  },
];

export function keyGroups(desktop: boolean): readonly KeyGroup[] {
  const [everywhere, ...rest] = ofWindow;
  return desktop && everywhere !== undefined ? [everywhere, ofProgram, ...rest] : ofWindow;
}
