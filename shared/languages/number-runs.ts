/**
 * Numbers in a text that is read from the right.
 *
 * Behind an Arabic letter the Unicode Bidirectional Algorithm turns "2026-03-01" into "01-03-2026" and "05555 123-457" into "457-123 05555": figures become
 * Arabic numbers, and a hyphen, a plus or a blank between two of them is read from the right (UAX 9, W2, W4, N1). Each run of figures and their signs is therefore
 * isolated from left to right.
 */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

const word = String.raw`[\p{Script=Latin}\p{Nd}\u0300-\u036f]+`;
/** "0261", "(0261)", "+49", "(+49)", "-5" behind a blank. */
const piece = String.raw`(?:\(\+?\p{Nd}{1,6}\)|(?:\+|(?<=^|\s)-)?${word})`;
/** What stands between two pieces of one number; a comma and a blank stand between two numbers. */
const between = String.raw`(?:[.,:/'_@+\-\u2010-\u2013]+| [/\-\u2010-\u2013] | |(?<=\))|(?=\())`;
const run = new RegExp(String.raw`${piece}(?:${between}${piece})*(?: ?[%€°])?`, 'gu');

/** A phone number, a date, hours: not to be torn apart at the end of a line. A longer row of numbers may be. */
const together = 24;

/** Figures that run from the right by themselves, and must be told otherwise. */
const arabicFigure = /[\u0660-\u0669]/u;

function isolated(numbers: string): string {
  if (!/\p{Nd}/u.test(numbers)) return numbers;
  const whole = numbers.length <= together && !/\p{L}/u.test(numbers) ? numbers.replaceAll(' ', '\u00a0') : numbers;
  return `\u2066${arabicFigure.test(whole) ? `\u202d${whole}\u202c` : whole}\u2069`;
}

/** The same text; in each line with a letter that is read from the right its numbers run from the left. */
export function numbersFromLeft(text: string): string {
  if (!fromTheRight.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (fromTheRight.test(line) ? line.replaceAll(run, isolated) : line))
    .join('\n');
}

/** A line that begins in a script that is read from the right, within a page that is read from the left: its pieces stand in their own order. */
export function inItsOwnDirection(line: string): string {
  const [first = ''] = /\p{L}/u.exec(line) ?? [];
  return fromTheRight.test(first) ? `\u2067${line}\u2069` : line;
}

/** Without marks that only steer direction, and with plain blanks: for what is no page, a calendar entry or a description. */
export function withoutDirection(text: string): string {
  return text.replaceAll(/[\u2066-\u2069\u202a-\u202e]/gu, '').replaceAll('\u00a0', ' ');
}
