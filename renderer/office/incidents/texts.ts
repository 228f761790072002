/** German words of the part „Datenschutz“ of the page „Verwaltung“. */
export const privacyTexts = {
  title: 'Datenschutz',
  lead: 'Was das JMD für den Datenschutz festhält: Datenpannen und die Papiere, die jedes JMD haben muss.',
  incidents: 'Datenpannen',
  incidentsLead: 'Wenn Daten verloren gehen oder in falsche Hände kommen: hier festhalten. Ab dem Bemerken bleiben 72 Stunden für die Meldung an die Aufsicht, auch am Wochenende.',
  add: 'Datenpanne festhalten …',
  none: 'Bisher ist keine Datenpanne festgehalten.',
  papers: 'Vorlagen',
  papersLead: 'Mit den Angaben Ihres JMD gefüllt. Es sind Entwürfe: Wer für den Datenschutz beauftragt ist, prüft sie.',
  paperNames: [
    { kind: 'processing_record', title: 'Verzeichnis von Verarbeitungstätigkeiten' },
    { kind: 'measures', title: 'Technische und organisatorische Maßnahmen' },
    { kind: 'impact_assessment', title: 'Datenschutz-Folgenabschätzung' },
    { kind: 'staff_information', title: 'Information für Mitarbeitende' },
    { kind: 'staff_commitment', title: 'Verpflichtung auf Vertraulichkeit' },
  ],
} as const;

export const incidentTexts = {
  sheet: 'Blatt zur Datenpanne',
  noNames: 'Bitte keine Namen von Betroffenen: Dieses Blatt sehen alle, die hier arbeiten.',
  what: 'Was ist geschehen?',
  whatMissing: 'Bitte in einem Satz sagen, was geschehen ist.',
  noticedOn: 'Bemerkt am',
  noticedAt: 'Bemerkt um (Uhrzeit)',
  timeWrong: 'Bitte so: 14:30',
  data: 'Welche Arten von Daten?',
  people: 'Wie viele Menschen ungefähr?',
  measures: 'Was wurde getan?',
  risk: 'Risiko für die Betroffenen',
  risks: [
    { value: 'none', label: 'voraussichtlich kein Risiko' },
    { value: 'some', label: 'Risiko: Aufsicht informieren' },
    { value: 'high', label: 'hohes Risiko: Aufsicht und Betroffene informieren' },
  ],
  authorityToldOn: 'Aufsicht informiert am',
  personsToldOn: 'Betroffene informiert am',
  whyNotTold: 'Wenn nicht oder spät informiert wurde: warum?',
} as const;

export const logTexts = {
  title: 'Protokoll',
  lead: 'Was mit den Akten geschehen ist. Niemand kann darin etwas ändern oder herausnehmen.',
  from: 'Von',
  until: 'Bis',
  read: 'Protokoll zeigen',
  roleHead: ['Tag', 'Aufgabe', 'Was', 'Akte'],
  none: 'In dieser Zeit ist nichts festgehalten.',
  more: 'Es sind mehr Einträge da, als hier stehen; bitte eine kürzere Zeit wählen.',
  names: 'Mit Namen öffnen',
  personHead: ['Wann', 'Wer', 'Was', 'Akte'],
  namesLead:
    'Namen und Uhrzeiten öffnen nur zwei Personen gemeinsam, etwa bei Verdacht auf unbefugten Zugriff. Wer Sie dabei begleitet, gibt das eigene Passwort selbst ein. Anlass und beide Personen stehen danach im Protokoll.',
  reason: 'Anlass',
  second: 'Anmeldename der zweiten Person',
  secondPassword: 'Passwort der zweiten Person',
  secondHelp: 'Das tippt sie selbst. Nur wo es keinen zweiten Zugang gibt, bleiben beide Felder leer.',
  missing: 'Bitte den Anlass nennen.',
  open: 'Öffnen',
  officer: 'Übersicht für den Datenschutz',
  officerLead:
    'Für die oder den Datenschutzbeauftragte(n): Anträge mit Fristen, Einschränkungen und Löschsperren mit Grund, Datenpannen, Löschprotokoll und Protokoll nach Aufgabe. Nummern der Akten statt Namen, kein Inhalt. Für die Zeit, die oben steht.',
  officerCut: 'Offene Anträge, Einschränkungen und Löschsperren stehen alle darin. Vom Protokoll sind mehr Einträge da, als hineinpassen: Für eine kürzere Zeit passt es ganz.',
  officerPdf: 'Als PDF speichern',
  officerJson: 'Als Daten speichern',
} as const;
