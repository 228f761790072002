/** Fixed words of every sheet (`sheet.typ`). What a young person's papers say is in shared/languages. */
export const words = {
  de: {
    training: 'Übung: Diese Person gibt es nicht.',
    page: 'Seite',
    of: 'von',
  },
} as const;
