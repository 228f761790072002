/** 6 months without activity: somebody asks. 9 at the latest: the support ends. */
import { addMonths, germanDay } from '../../domain/day.ts';
import type { Base, ClockLook } from '../look.ts';
import { hintAfterMonths, inactivityPeriod } from '../months.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';

const sinceText: Readonly<Record<Base['since'], (day: string) => string>> = {
  activity: (day) => `Letzte Aktivität am ${day}`,
  resumed: (day) => `Wiederaufgenommen am ${day}, seither keine Aktivität`,
  begun: (day) => `Noch keine Aktivität eingetragen, die Akte besteht seit dem ${day}`,
};

export function inactiveDates(look: ClockLook): readonly ClockDate[] {
  const { base, settings, followed, hasEnded } = look;
  if (base === null || hasEnded) return [];
  const since = sinceText[base.since](germanDay(base.day));
  const { day: end, limit } = inactivityPeriod(base.day, settings);
  const hint = addMonths(base.day, hintAfterMonths);
  const dates: ClockDate[] = [];
  if (!followed || hint < end) {
    const text = `${since}: Am ${germanDay(hint)} sind es sechs Monate ohne Aktivität. Bitte nachfragen, wie es weitergehen soll.`;
    dates.push({ kind: 'inactive', day: hint, limit: null, entry: null, text, source: sources.inactiveHint });
  }
  if (followed) {
    const text = `${since}: Ohne neue Aktivität wird die Begleitung ab dem ${germanDay(end)} beendet, spätestens am ${germanDay(limit)}.`;
    dates.push({ kind: 'inactive_end', day: end, limit, entry: null, text, source: sources.end });
  }
  return dates;
}
