/**
 * Choosing from a numbered list by digits: `0` leaves it open, `1` is the first. In a list of more than nine a second digit goes on with the
 * first as long as that makes a number of the list, so no pause decides anything.
 */
export function pickByDigits(count: number, before: string, digit: string): { readonly typed: string; readonly number: number } | null {
  const together = `${before}${digit}`;
  const number = Number(together);
  if (before !== '' && !before.startsWith('0') && number <= count) return { typed: together, number };
  return Number(digit) <= count ? { typed: digit, number: Number(digit) } : null;
}
