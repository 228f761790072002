/** The calendar entry in the QR code: what RFC 5545 asks for, and what a camera reads from the printed sheet. */
import ICAL from 'ical.js';
import jsqr from 'jsqr';
import { describe, expect, test } from 'vitest';
import { calendarEntry } from '../../documents/appointment-calendar.ts';
import { mostBytes } from '../../documents/appointment-data.ts';
import type { Paper } from '../../documents/contract.ts';
import { createPrinter } from '../../documents/render.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { canDraw, drawnPage } from '../support/drawn-page.ts';
import { sampleLetterhead, sampleSlip, sampleWall } from '../support/sample-plan.ts';

const day = (text: string): IsoDay => IsoDay.parse(text);
const entry = { summary: 'Termin mit Jonas', location: '', made: day('2026-02-03'), office: 'JMD Nordheide' };
const at = (on: string, time: string) => ({ ...entry, appointment: { day: day(on), time, place: null } });

// A CommonJS module whose default export is unwrapped here, and not in its types.
const readQr = jsqr as unknown as typeof jsqr.default;

ICAL.design.strict = true;
function eventOf(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
}
const utcOf = (time: ICAL.Time): string => time.toJSDate().toISOString();

test.each([
  ['in winter', '2026-02-12', '14:30', '2026-02-12T13:30:00.000Z'],
  ['in summer', '2026-07-01', '14:30', '2026-07-01T12:30:00.000Z'],
  ['the day before summer time', '2026-03-28', '09:00', '2026-03-28T08:00:00.000Z'],
  ['the first day of summer time', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
  ['the hour that is left out', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['the hour that comes twice, the first time', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['the last day of summer time', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
  ['shortly after midnight', '2026-01-01', '00:15', '2025-12-31T23:15:00.000Z'],
])('German time %s', (_name, on, time, utc) => {
  const event = eventOf(calendarEntry(at(on, time)));
  expect(utcOf(event.startDate)).toBe(utc);
  expect(event.endDate.subtractDate(event.startDate).toSeconds()).toBe(45 * 60);
});

test('without a time it is the whole day', () => {
  const event = eventOf(calendarEntry(at('2026-02-12', '')));
  expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, '2026-02-12']);
});

test('says what was typed, whatever signs it holds, in lines of 75 bytes that end as they must', () => {
  const summary = 'Termin mit Renée; „Zoë“, C:\\';
  const location = 'Lindenstraße 4, Hinterhaus über der Bücherei, zweiter Stock, gleich neben der Küche, 12345 Nordheide';
  const text = calendarEntry({ ...at('2026-02-12', '14:30'), summary, location });
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const event = eventOf(text);
  expect([event.summary, event.location]).toEqual([summary, location]);
});

test('the same paper is the same entry; another day, time or office is another', () => {
  const uid = (one: Parameters<typeof calendarEntry>[0]): string => eventOf(calendarEntry(one)).uid;
  const first = at('2026-02-12', '14:30');
  expect(calendarEntry(first)).toBe(calendarEntry({ ...first }));
  expect(new Set([first, at('2026-02-13', '14:30'), at('2026-02-12', '15:30'), { ...first, office: 'JMD Südheide' }].map(uid)).size).toBe(4);
  expect(uid({ ...first, summary: 'Termin mit Petra' })).toBe(uid(first));
});

/** What a camera reads from the first page at `dpi`. */
function scanned(pdf: Uint8Array, dpi: number): string | undefined {
  const { width, height, grey } = drawnPage(pdf, dpi);
  const rgba = Uint8ClampedArray.from({ length: grey.length * 4 }, (_, at) => (at % 4 === 3 ? 255 : (grey[at >> 2] ?? 0)));
  return readQr(rgba, width, height)?.data;
}

const { print } = await createPrinter();

describe.skipIf(!canDraw)('the code on the printed sheet', () => {
  const long = { ...sampleLetterhead, address: `${'Haus der Jugend und der Begegnung am Lindenpark, '.repeat(5)}\n12345 Nordheide` };
  const papers: readonly (readonly [string, Paper, location: string | null])[] = [
    ['a wall sheet in German', sampleWall, 'Lindenstraße 4, 12345 Nordheide'],
    ['a wall sheet beside Arabic', { ...sampleWall, language: 'ar' }, 'Lindenstraße 4, 12345 Nordheide'],
    ['a slip beside Tigrinya', { ...sampleSlip, language: 'ti' }, 'Lindenstraße 4, 12345 Nordheide'],
    ['a sheet for an appointment elsewhere', { ...sampleWall, appointment: { day: day('2026-02-12'), time: '14:30', place: 'school' } }, null],
    ['a sheet with a long name and address, of which the calendar does without the address', { ...sampleWall, letterhead: long, counsellor: 'Ж'.repeat(60) }, null],
  ];

  test.each(papers)('of %s is read by a camera and is the appointment', (_name, paper, location) => {
    const content = scanned(print(paper).pdf, 150) ?? '';
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(mostBytes);
    const event = eventOf(content);
    expect(utcOf(event.startDate)).toBe('2026-02-12T13:30:00.000Z');
    expect(event.location).toBe(location);
    expect(content).not.toContain('Amira');
  });

  test('is not there without an appointment', () => {
    expect(scanned(print({ ...sampleWall, appointment: null }).pdf, 100)).toBeUndefined();
  });
});
