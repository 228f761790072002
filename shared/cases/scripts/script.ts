/**
 * How the letters of a script are written in Latin ones. A key is a letter or two that are read as one, `^` before it where a word begins, `$` behind
 * it where one ends; the longest key that fits is taken. Several readings where the letter has several, the likeliest first.
 *
 * Readings are spelled for sound-words.ts and alike/spoken.ts: č, š, ž, dzh, kh, th, ts as those two read them.
 */
export type Script = Readonly<Record<string, string | readonly string[]>>;
