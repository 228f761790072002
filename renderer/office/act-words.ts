/** How much is missing, in the measure the store has: what was saved in one go. Nobody ever typed "an act", so the measure is explained. */

export const actMeasure = 'Eine Eingabe kann aus mehreren Vorgängen bestehen.';

/** `3 Vorgänge`. */
export function actsWords(count: number): string {
  return count === 1 ? '1 Vorgang' : `${count.toLocaleString('de-DE')} Vorgänge`;
}

/** `null`: nobody can say. */
export function missingWords(count: number | null): string {
  if (count === null) return 'Wie viel fehlt, lässt sich nicht feststellen.';
  return `Es ${count === 1 ? 'fehlt' : 'fehlen'} ${actsWords(count)}. ${actMeasure}`;
}
