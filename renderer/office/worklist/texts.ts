/** German words of the worklist. */
export const worklistTexts = {
  title: 'Wiedervorlagen',
  lead: 'Alles mit Datum: Überfälliges zuerst.',
  filters: 'Liste filtern',
  mine: 'Meine Fälle',
  all: 'Alle Fälle',
  which: 'Welche Fälle',
  until: 'Bis',
  spans: { week: 'in den nächsten 7 Tagen', month: 'in den nächsten 4 Wochen', quarter: 'in den nächsten 3 Monaten', year: 'in den nächsten 12 Monaten' },
  kinds: 'Was',
  everyKind: 'alles zeigen',
  count: (shown: number, total: number) =>
    total === 0 ? '' : shown === total ? (total === 1 ? '1 Eintrag' : `${total.toLocaleString('de-DE')} Einträge`) : `${shown.toLocaleString('de-DE')} von ${total.toLocaleString('de-DE')} Einträgen`,
  more: 'Weitere zeigen',
  noneTitle: 'Hier steht nichts an.',
  none: 'Termine, Wiedervorlagen, Überprüfungen und erbetene Rückmeldungen mit Datum erscheinen hier von selbst.',
  overdue: 'überfällig',
} as const;
