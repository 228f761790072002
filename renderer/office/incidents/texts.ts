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
