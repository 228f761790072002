/** What follows the end: anonymised, and gone from the backups. */
import { addDays, germanDay } from '../../domain/day.ts';
import type { ClockLook } from '../look.ts';
import { anonymisePeriod } from '../months.ts';
import { sources } from '../sources.ts';
import { backupDays, type ClockDate } from '../types.ts';

export function anonymiseDates(look: ClockLook): readonly ClockDate[] {
  const { ends, hasEnded, followed, settings, today } = look;
  if (ends.end === null) return [];
  const { day, limit } = anonymisePeriod(ends.end, settings);
  const ended = `${hasEnded ? 'Beendet am' : 'Endet am'} ${germanDay(ends.end)}`;
  if (!followed) {
    const text = `${ended}. In diesem JMD läuft die Frist nur für das Case Management: Bitte bis zum ${germanDay(day)} überlegen, ob die Akte der Beratung noch gebraucht wird.`;
    return [{ kind: 'counselling_over', day, limit: null, entry: null, text, source: sources.counsellingOver }];
  }
  const text = `${ended}; anonymisiert wird am ${germanDay(day)}, spätestens am ${germanDay(limit)}.`;
  // What was not done on its day is done today at the earliest.
  const done = day < today ? today : day;
  const gone = addDays(done, backupDays);
  const inTime = gone <= limit;
  const grade = inTime ? `Grenze für alles ist der ${germanDay(limit)}.` : `Das ist nach dem ${germanDay(limit)}, der Grenze für alles.`;
  const backups = `Wird die Akte am ${germanDay(done)} anonymisiert, enthält vom ${germanDay(gone)} an auch keine Sicherung mehr etwas davon. ${grade}`;
  return [
    { kind: 'anonymise', day, limit, entry: null, text, source: sources.end },
    { kind: 'backups_gone', day: gone, limit: inTime ? limit : null, entry: null, text: backups, source: sources.backups },
  ];
}
