/** Fixed words of the papers, by language. Plain German; the words young people get (no IFP, no Maßnahme). */
export const words = {
  de: {
    title: 'Mein Plan',
    training: 'Übung: Diese Person gibt es nicht.',
    for: 'für',
    with: 'mit',
    version: 'Fassung',
    dated: 'vom',
    page: 'Seite',
    of: 'von',
    step: 'Schritt',
    who: 'Wer',
    until: 'Bis wann',
    done: '(geschafft)',
    doneColumn: 'Geschafft',
    reached: 'Geschafft!',
    jmd: 'Das macht der JMD',
    review: 'So geht es weiter',
    reviewText: 'Wir schauen gemeinsam auf den Plan am',
    agreed: 'Das haben wir vereinbart',
    agreedText: 'Wir haben den Plan zusammen besprochen. Wenn sich etwas ändert, ändern wir den Plan gemeinsam.',
    dateAndName: 'Datum und Unterschrift:',
  },
} as const;

export type PaperLanguage = keyof typeof words;
