/** The next appointment as wall sheet and slip read it, and its calendar entry as the picture of a QR code. */
import encodeQR from 'qr';
import { germanDay, type IsoDay } from '../shared/domain/day.ts';
import { isTextKey } from '../shared/languages/german-texts.ts';
import { withoutDirection } from '../shared/languages/number-runs.ts';
import type { WordKey } from '../shared/languages/words.ts';
import type { Letterhead } from '../shared/papers/letterhead.ts';
import type { SlipPaper, WallPaper } from '../shared/plan/papers.ts';
import { calendarEntry } from './appointment-calendar.ts';
import type { PaperFiles } from './engine/engine.ts';
import type { PaperText } from './paper-text.ts';
import { weekdayKey, type Voices } from './voices.ts';

/**
 * Most bytes of a calendar entry: a code of version 15 at medium correction. At 40 mm its modules are half a millimetre wide, which a plain phone reads
 * from a sheet on the wall; see docs/unverified.md.
 */
export const mostBytes = 412;
/** Modules of white around the code (ISO/IEC 18004). */
const quietZone = 4;

export interface AppointmentData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly files: PaperFiles;
}

function addressLine({ address }: Letterhead, text: PaperText): string {
  return text.print(address).split('\n').map((line) => line.trim()).filter((line) => line !== '').join(', ');
}

/** As it goes into a calendar: the address where the sheet names the JMD as the place, and only where there is room. */
function entryOf(paper: WallPaper | SlipPaper, day: IsoDay, text: PaperText): string {
  const { appointment, counsellor, letterhead, officeName } = paper;
  const name = withoutDirection(text.line(counsellor));
  const summary = name === '' ? 'Termin' : `Termin mit ${[...name].slice(0, 40).join('')}`;
  const at = (location: string): string =>
    calendarEntry({ appointment: { day, time: appointment?.time ?? '', place: null }, summary, location, made: paper.day, office: officeName });
  const whole = at(appointment?.place === 'jmd_office' ? withoutDirection(addressLine(letterhead, text)) : '');
  return Buffer.byteLength(whole) <= mostBytes ? whole : at('');
}

/** One byte a module, black 0: a picture without a format, drawn as it is. */
function qrPixels(content: string): { readonly pixels: Uint8Array; readonly modules: number } {
  const rows = encodeQR(content, 'raw', { ecc: 'medium', encoding: 'byte', border: quietZone });
  return { pixels: Uint8Array.from(rows.flat(), (dark) => (dark ? 0 : 255)), modules: rows.length };
}

/** null where there is no appointment. */
export function appointmentData(paper: WallPaper | SlipPaper, text: PaperText, voices: Voices): AppointmentData | null {
  const { appointment, letterhead } = paper;
  if (appointment === null) return null;
  const { day, time, place } = appointment;
  const weekday = voices.say(weekdayKey(day));
  const at = text.line(time) === '' ? null : voices.say('at_time', { numbers: { time: text.line(time) } });
  const placeKey = `place.${place ?? ''}`;
  const { pixels, modules } = qrPixels(entryOf(paper, day, text));
  return {
    data: {
      weekday,
      date: germanDay(day),
      time: at,
      place: isTextKey(placeKey) ? voices.say(placeKey as WordKey) : null,
      address: place === 'jmd_office' ? addressLine(letterhead, text) : '',
      qr: {
        file: '/appointment-qr.bin',
        modules,
        alt: withoutDirection(`QR-Code. ${voices.say('my_appointment')[0] ?? ''}: ${weekday[0] ?? ''}, ${germanDay(day)} ${at?.[0] ?? ''}`.trim()),
      },
    },
    files: { 'appointment-qr.bin': pixels },
  };
}
