/** An appointment as a calendar entry that fits into a small QR code (RFC 5545): what the sheet beside it says, and nothing more. */
import type { IsoDay } from '../shared/domain/day.ts';
import type { PaperAppointment } from '../shared/plan/papers.ts';

export interface CalendarEntry {
  readonly appointment: PaperAppointment;
  /** "Termin mit Jonas": what a lock screen may show. */
  readonly summary: string;
  /** One line; '' for none. */
  readonly location: string;
  /** Day of the paper: the same paper is the same entry. */
  readonly made: IsoDay;
  /** Tells two offices apart, whose phones meet nowhere; nothing of her. */
  readonly office: string;
}

/** How long she is expected to stay. */
const minutes = 45;

export function calendarEntry({ appointment, summary, location, made, office }: CalendarEntry): string {
  const { day, time } = appointment;
  const start = /^\d\d:\d\d$/.test(time) ? germanTime(day, time) : null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lotse//DE',
    'BEGIN:VEVENT',
    `UID:${shortHash(`${office} ${day} ${time}`)}`,
    `DTSTAMP:${compact(made)}T120000Z`,
    ...(start === null ? [`DTSTART;VALUE=DATE:${compact(day)}`] : [`DTSTART:${utc(start)}`, `DTEND:${utc(start + minutes * 60_000)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(location === '' ? [] : [`LOCATION:${escaped(location)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(day: IsoDay): string {
  return day.replaceAll('-', '');
}

/** `20260212T133000Z` */
function utc(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' });

/**
 * When it is that late in Germany, in milliseconds.
 *
 * An hour that comes twice is the first of the two; one that does not come at all is the hour after it.
 */
function germanTime(day: IsoDay, time: string): number {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const aheadOfUtc = (ms: number): number => Date.parse(`${berlin.format(ms).replace(' ', 'T')}Z`) - ms;
  const winter = asIfUtc - 3_600_000;
  const summer = asIfUtc - 7_200_000;
  return aheadOfUtc(summer) === 7_200_000 ? summer : winter;
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** At most 75 bytes a line, a letter never in two (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > 75) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += letter;
    bytes += size;
  }
  return lines.join('\r\n');
}

/** FNV-1a, 64 bits: two entries of one phone need different names, nobody needs to be kept from guessing what stands beside it. */
function shortHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
