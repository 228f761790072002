/** Makes typed or pasted text storable. Nothing a person types is refused because of how it is encoded. */

/** Control characters other than tab and newline: invisible, and some formats refuse a whole document for one. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * NFC, line ends (Unicode's U+2028 and U+2029 too) as \n without blanks before them, lone surrogates as U+FFFD, no control characters.
 *
 * Nothing else goes: markup, formulas, direction marks and invisible characters are what somebody wrote. Whoever shows or prints
 * them keeps them inert.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(/[ \t]+(?=\n)/g, '')
    .normalize('NFC');
}

/** Something that can be seen. Joiners and direction marks cannot, nor can letters that are blank. */
const visible = /[^\s\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/u;

/** For a field of one line: line breaks become blanks, blanks around it go; a line in which there is nothing to see is empty. */
export function cleanLine(text: string): string {
  const line = cleanText(text).replace(/\n+/g, ' ').trim();
  return visible.test(line) ? line : '';
}
