/** Stands above every list of work notes. */
export const workNoteNotice =
  'Persönliche Arbeitsnotizen sieht nur, wer sie schreibt. Sie gehören nicht zur Akte, werden nie gedruckt oder weitergegeben und löschen sich nach 30 Tagen oder am Ende der Begleitung selbst. Vor einem Auskunftsersuchen oder einer Beschlagnahme sind sie nicht sicher.';
