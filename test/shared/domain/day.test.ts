import { expect, test } from 'vitest';
import { IsoDay, isIsoDay } from '../../../shared/domain/day.ts';

/** As the calendar of the runtime has it. */
function isRealDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
}

test('a day is what the calendar has, from 1900 to 2199, and both ways to ask agree', () => {
  const two = (number: number): string => String(number).padStart(2, '0');
  for (const year of [1899, 1900, 1904, 1999, 2000, 2023, 2024, 2100, 2199, 2200]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${String(year)}-${two(month)}-${two(day)}`;
        const real = year >= 1900 && year <= 2199 && isRealDay(text);
        expect([text, isIsoDay(text), IsoDay.safeParse(text).success]).toEqual([text, real, real]);
      }
    }
  }
});

test.each(['', '2026', '2026-1-1', ' 2026-01-01', '2026-01-01T', '2026-01-01\n', '２026-01-01', '2026-0a-01'])('%j is no day', (text) => {
  expect(isIsoDay(text)).toBe(false);
  expect(IsoDay.safeParse(text).success).toBe(false);
});
