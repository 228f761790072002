/**
 * Makes words comparable however they are spelled: for the search index and for what is typed into the search box alike.
 *
 * ä = ae = a (and ö, ü), ß = ss; other Latin letters lose their marks: Ł ł = l, Ø = o, đ = d, ı = i. Both sides go through the same
 * function, so the beginning of a word stays the beginning of its folded form. Cyrillic, Arabic, Ethiopic letters stay as they are.
 */

/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
  ĸ: 'k',
  ſ: 's',
};
const letterPattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Marks, the tatweel that only stretches Arabic words, and letters that stand for a breath in transliterations (ʿ, ʾ, ’). */
const silent = /[\p{Mn}\p{Me}\u0640\u02b0-\u02ff'’‘`´]/gu;

export function foldWords(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(silent, '')
    .replace(letterPattern, (letter) => letters[letter] ?? letter)
    .replace(/([aou])e/g, '$1');
}

/** The folded words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  return foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Digits of a phone or file number, the German country code as the 0 that people type: `+49 (0)170 / 12 34` → `01701234`. */
export function digitsOf(text: string): string {
  const national = text.normalize('NFKC').replace(/(^|[^\d+])(?:\+|00)49[\s./-]*(?:\(0\)|0)?[\s./-]*(?=\d)/g, '$10');
  return national.replace(/\D/g, '');
}

/** Key that sorts names as a German directory does (DIN 5007-1: ä as a), numbers inside by their value. */
export function sortKey(text: string): string {
  const folded = text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(silent, '')
    .replace(letterPattern, (letter) => letters[letter] ?? letter);
  return folded.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'));
}
