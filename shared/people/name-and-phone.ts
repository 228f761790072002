/** What a Vormerkung takes: a first name and a number to call, and nothing that could be a story. The window says the same at the field. */

/** Letters of every script with their marks, spaces, hyphen, apostrophe; the joiners belong to the spelling of Persian names. */
const name = /^[\p{L}\p{M}\u200c\u200d '’-]+$/u;
const number = /^[\d+()/. -]+$/;
const maxName = 40;
/** A double name. A third is the beginning of a story. */
const maxNames = 2;
/** Belong to the name beside them: Abd al Rahman, Noor ul Ain, Maria da Luz. */
const particles: ReadonlySet<string> = new Set(['abd', 'abu', 'abou', 'al', 'el', 'ul', 'ud', 'bin', 'bint', 'ben', 'umm', 'van', 'von', 'de', 'da', 'do', 'dos', 'di']);

/** Why this is no first name, in German; null where it is one, or nothing. */
export function whyNoFirstName(text: string): string | null {
  const said = text.trim();
  if (said === '') return null;
  const names = said.split(/\s+/u).filter((word) => !particles.has(word.toLowerCase()));
  if (said.length <= maxName && names.length <= maxNames && name.test(said)) return null;
  return 'Bitte nur den Vornamen: höchstens zwei Namen und 40 Zeichen, ohne Ziffern und Satzzeichen. Alles andere gehört erst mit Einwilligung in eine Akte.';
}

/** Why this is no phone number, in German; null where it is one, or nothing. */
export function whyNoPhone(text: string): string | null {
  const said = text.trim();
  if (said === '') return null;
  const digits = said.replace(/\D/gu, '').length;
  if (said.length <= 30 && digits >= 3 && number.test(said)) return null;
  return 'Bitte nur die Telefonnummer: Ziffern, Leerzeichen und + ( ) / - . sind möglich, 3 bis 30 Zeichen.';
}
