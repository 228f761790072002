/** German words of the case list. */
export const listTexts = {
  filters: 'Liste filtern',
  text: 'Name, Nummer',
  which: 'Welche Fälle',
  mine: 'Meine Fälle',
  all: 'Alle Fälle',
  status: 'Status',
  anyStatus: 'jeder Status',
  supportForm: 'Unterstützungsform',
  anySupportForm: 'jede Form',
  gapsOnly: 'nur mit Lücken',
  reset: 'Filter zurücksetzen',
  /** `12 von 340 Fällen`; without a filter `340 Fälle`. `all` null: not known yet. */
  count: (shown: number, all: number | null) => {
    const one = (n: number): string => (n === 1 ? '1 Fall' : `${n.toLocaleString('de-DE')} Fälle`);
    if (all === null || all < shown) return one(shown);
    return all === shown ? one(shown) : `${shown.toLocaleString('de-DE')} von ${all === 1 ? '1 Fall' : `${all.toLocaleString('de-DE')} Fällen`}`;
  },
  emptyTitle: 'Hier ist noch kein Fall.',
  empty: 'Mit „Neuer Fall“ legen Sie die erste Akte an. Einen Namen trägt sie erst nach der Einwilligung.',
  noneMineTitle: 'Ihnen ist noch kein Fall zugeordnet.',
  noneMine: (count: number) => `Im JMD gibt es ${count === 1 ? '1 Fall' : `${count.toLocaleString('de-DE')} Fälle`}.`,
  showAll: 'Alle Fälle zeigen',
  noneTitle: 'Kein Fall passt dazu.',
  none: 'Auch Teile eines Namens oder der Nummer genügen. Oder setzen Sie die Filter zurück.',
  noneOfMine: 'In „Meine Fälle“ steht keiner. Sehen Sie unter „Alle Fälle“ nach.',
} as const;
