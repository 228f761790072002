/** German words of contacts and of the course of a file. */
export const contactTexts = {
  title: 'Kontakt eintragen',
  act: 'Kontakt speichern',
  who: 'Mit wem?',
  add: 'Noch ein junger Mensch dabei (Geschwister)',
  find: 'Wer war da?',
  without: (name: string) => `${name} herausnehmen`,
  nobody: 'Bitte zuerst wählen, in wessen Akte der Kontakt gehört.',
  note: 'Notiz',
  noteHelp: 'So, dass der junge Mensch mitlesen kann.',
  noteForAll: 'Die Notiz steht in jeder Akte – bitte nichts über die anderen.',
  noteLater: 'Eine Notiz lässt sich erst schreiben, wenn die Einwilligung erteilt ist.',
  withdrawn: (names: readonly string[]) =>
    names.length === 0
      ? 'Die Einwilligung ist widerrufen: In diese Akte wird kein Kontakt mehr eingetragen.'
      : `Die Einwilligung ist widerrufen: In die Akte von ${names.join(' und ')} wird kein Kontakt mehr eingetragen.`,
  afterWithdrawal:
    'Aufgaben, Termine und das Ende der Begleitung lassen sich dort weiter festhalten. Beraten dürfen Sie weiter, nur ohne Akte: in der Sprechstunde als Kurzberatung.',
  stillHere: 'Was Sie geschrieben haben, steht noch hier: zum Lesen und Kopieren, bis Sie es verwerfen.',
  takeOut: 'Für die anderen lässt sich der Kontakt speichern, wenn Sie diesen jungen Menschen herausnehmen.',
  notSaved: 'Nach dem Widerruf wird hier nichts mehr gespeichert.',
  more: 'Weitere Angaben',
  together: (count: number) => `Ein Gespräch, ${count} Akten: Es wird in jeder eingetragen und als eine Beratungszeit gezählt.`,
  saved: (count: number) => (count === 1 ? 'Kontakt gespeichert.' : `Kontakt in ${count} Akten gespeichert.`),
  fixFirst: 'Bitte erst die markierte Angabe richtigstellen.',
  cancel: 'Verwerfen',
  keep: 'Später weiterschreiben',
  keepToRead: 'Text noch aufheben',
  waits: 'Angefangener Kontakt',
  putAside: 'Ihr angefangener Kontakt wartet oben unter „Angefangener Kontakt“, auch mit Alt+K.',
} as const;

export const timelineTexts = {
  title: 'Was war',
  none: 'Noch ist nichts eingetragen. Der erste Kontakt ist in zehn Sekunden notiert.',
  filters: 'Liste filtern',
  text: 'Stichwort',
  noMatch: 'Dazu passt nichts.',
  open: 'öffnen',
  more: 'Ältere zeigen',
  count: (shown: number, all: number) => (shown === all ? (all === 1 ? '1 Eintrag' : `${all} Einträge`) : `${shown} von ${all} Einträgen`),
} as const;
