/** 6 months without activity, or four weeks before the end where an office ends sooner: somebody asks. 9 at the latest: the support ends. */
import { addDays, addMonths, germanDay, IsoDay, yearOf } from '../../domain/day.ts';
import type { Base, ClockLook } from '../look.ts';
import { hintAfterMonths, hintAheadDays, inactivityPeriod } from '../months.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';

const sinceText: Readonly<Record<Base['since'], (day: string) => string>> = {
  activity: (day) => `Letzte Aktivität am ${day}`,
  resumed: (day) => `Wiederaufgenommen am ${day}, seither keine Aktivität`,
  begun: (day) => `Noch keine Aktivität eingetragen, die Akte besteht seit dem ${day}`,
};

export function inactiveDates(look: ClockLook): readonly ClockDate[] {
  const { base, settings, followed, hasEnded, today } = look;
  if (hasEnded) return [];
  if (base === null) return followed ? [unknownBeginning(today)] : [];
  const since = sinceText[base.since](germanDay(base.day));
  const { day: end, limit } = inactivityPeriod(base.day, settings);
  const [half, early] = [addMonths(base.day, hintAfterMonths), addDays(end, -hintAheadDays)];
  const dates: ClockDate[] = [];
  if (!followed || half <= early) {
    const text = `${since}: Am ${germanDay(half)} sind es sechs Monate ohne Aktivität. Bitte nachfragen, wie es weitergehen soll.`;
    dates.push({ kind: 'inactive', day: half, limit: null, entry: null, text, source: sources.inactiveHint });
  } else {
    const day = early > base.day ? early : addDays(base.day, 1);
    const text = `${since}: Ab dem ${germanDay(day)} bitte nachfragen, wie es weitergehen soll, denn am ${germanDay(end)} endet die Frist dieses JMD.`;
    dates.push({ kind: 'inactive', day, limit: null, entry: null, text, source: sources.earlyHint });
  }
  if (followed) {
    const text = `${since}: Ohne neue Aktivität wird die Begleitung ab dem ${germanDay(end)} beendet, spätestens am ${germanDay(limit)}.`;
    dates.push({ kind: 'inactive_end', day: end, limit, entry: null, text, source: sources.end });
  }
  return dates;
}

/**
 * Everything in it was written while the clock of the PC was wrong: the file is in sight until somebody says when it began. The first day of the year,
 * because what is kept of a file is made anew with the year and not every day.
 */
function unknownBeginning(today: IsoDay): ClockDate {
  const day = IsoDay.parse(`${String(yearOf(today))}-01-01`);
  const text = `Für diese Akte läuft seit dem ${germanDay(day)} oder später keine Frist: Was in ihr steht, wurde mit einem Datum gespeichert, das erst noch kommt. Bitte den Tag der Anfrage oder ein Gespräch eintragen.`;
  return { kind: 'inactive', day, limit: null, entry: null, text, source: sources.inactiveHint };
}
