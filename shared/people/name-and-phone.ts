/** What a Vormerkung takes: a first name and a number to call, and nothing that could be a story. The window says the same at the field. */

/** Letters of every script with their marks, spaces, hyphen, apostrophe; the joiners belong to the spelling of Persian names. */
const name = /^[\p{L}\p{M}\u200c\u200d '’.-]+$/u;
/** A number in the digits of Latin, Arabic and Persian phones. */
const number = /^[\p{Nd}+()/.\s\p{Pd}]+$/u;
const maxName = 40;
/** Mohammad Reza Ali, Nguyễn Thị Hoa. More are the beginning of a story. */
const maxNames = 4;
/** Belong to the name beside them: Abd al Rahman, Noor ul Ain, Maria del Carmen. */
const particles: ReadonlySet<string> = new Set(
  'abd abu abou al el ul ud ur ad ar as an az bin bint ben ibn umm van von der den de del della da do dos das di du la le los las e y'.split(' '),
);
/** Abd., Md., A.: what is left out of a name is short. */
const longestShortened = 4;
/** In these scripts a name begins with a capital letter; others have none, or write whole words in them. */
const small = /[\p{Ll}&&[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]]/v;

/** al-Amin, ’Aisha, Abd. are names; „hat“ and „schwanger“ are words. What begins with a capital letter nobody can tell from a name by its shape. */
function isName(word: string): boolean {
  const [before = '', ...rest] = word.split(/(?<=.)['’-]/u);
  const begins = rest.length > 0 && particles.has(before.toLowerCase()) ? rest.join('') : word;
  const shortened = word.indexOf('.');
  return !small.test(begins.replace(/^['’]/, '').slice(0, 1)) && (shortened === -1 || (shortened === word.length - 1 && shortened <= longestShortened));
}

/** Why this is no first name, in German; null where it is one, or nothing. */
export function whyNoFirstName(text: string): string | null {
  const said = text.trim();
  if (said === '') return null;
  const names = said.split(/\s+/u).filter((word) => !particles.has(word.toLowerCase()));
  if (said.length <= maxName && names.length <= maxNames && names.every(isName) && name.test(said)) return null;
  return 'Bitte nur den Vornamen, mit großem Anfangsbuchstaben: höchstens vier Namen und 40 Zeichen, ohne Ziffern und Satzzeichen. Alles andere gehört erst mit Einwilligung in eine Akte.';
}

/** Why this is no phone number, in German; null where it is one, or nothing. */
export function whyNoPhone(text: string): string | null {
  const said = text.trim();
  if (said === '') return null;
  const digits = said.replace(/\P{Nd}/gu, '').length;
  if (said.length <= 30 && digits >= 3 && number.test(said)) return null;
  return 'Bitte nur die Telefonnummer: Ziffern, Leerzeichen und + ( ) / - . sind möglich, 3 bis 30 Zeichen.';
}
