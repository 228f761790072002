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

/**
 * Digits of a phone or file number, however it is written: the German country code is the 0 that people type, `+49 (0)170 / 12 34` → `01701234`, also
 * without its plus where a mobile number follows; of another country the code alone, `00380 67` = `+380 67`.
 */
export function digitsOf(text: string): string {
  const latin = text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  // Outlook writes +49 (4131) 75 86 12: a bracket around the area code is a gap like any other.
  const gap = '[\\s./()\\p{Pd}]*';
  return latin
    .replace(new RegExp(`(^|[^\\d+])(?:\\+|00)49${gap}0?${gap}(?=\\d)`, 'gu'), '$10')
    .replace(/^(\D*)00(?=[1-9]\d)/, '$1')
    .replace(new RegExp(`^([^\\d+]*)49${gap}(?=1[5-7]\\d${gap}\\d${gap}\\d)`, 'u'), '$10')
    .replace(/\D/g, '');
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
