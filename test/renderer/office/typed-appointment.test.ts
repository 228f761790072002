import { describe, expect, it } from 'vitest';
import { daysOf, weekStart } from '../../../renderer/office/appointments/span.ts';
import { typedAppointment } from '../../../renderer/office/appointments/typed-appointment.ts';
import { IsoDay } from '../../../shared/domain/day.ts';

/** A Tuesday. */
const today = IsoDay.parse('2026-02-03');

describe('an appointment as one says it', () => {
  it.each([
    ['4.2. 14:00', '2026-02-04', '14:00'],
    ['04.02.2026 14.30', '2026-02-04', '14:30'],
    ['4.2 um 9 Uhr', '2026-02-04', '09:00'],
    ['Mi 14 Uhr', '2026-02-04', '14:00'],
    ['Mittwoch, 14:00', '2026-02-04', '14:00'],
    ['di', '2026-02-10', null],
    ['Mo. 8h', '2026-02-09', '08:00'],
    ['morgen 9.30', '2026-02-04', '09:30'],
    ['Übermorgen', '2026-02-05', null],
    ['heute 15:05', '2026-02-03', '15:05'],
    ['2.2.', '2027-02-02', null],
    ['29.2.2028', '2028-02-29', null],
  ])('"%s" on a Tuesday is %s, %s', (text, day, time) => {
    expect(typedAppointment(text, today)).toEqual({ value: { day, time }, problem: null });
  });

  it.each([['31.2.'], ['4.2. 25:00'], ['4.2. 14:70'], ['nächste Woche'], ['sofort'], ['14:00'], ['morgens']])('"%s" is no appointment, and says what would be', (text) => {
    expect(typedAppointment(text, today)).toEqual({ value: null, problem: expect.stringMatching(/\.$/) as string });
  });

  it('nothing typed is no appointment and no mistake', () => {
    expect(typedAppointment('  ', today)).toEqual({ value: null, problem: null });
  });
});

it('a week begins on Monday, also on a Sunday', () => {
  expect(weekStart(today)).toBe('2026-02-02');
  expect(weekStart(IsoDay.parse('2026-02-08'))).toBe('2026-02-02');
  expect(daysOf('week', today)).toHaveLength(7);
  expect(daysOf('day', today)).toEqual([today]);
});
