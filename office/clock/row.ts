import type { ClockRow } from '../../db/contract/cases.ts';
import type { ClockFile, ClockSettings } from '../../shared/clock/types.ts';
import { fileClock } from '../../shared/clock/verdict.ts';
import type { IsoDay } from '../../shared/domain/day.ts';

/** What the clock does with the file next, by the file alone: what the office says is asked when somebody looks. null: nothing. */
export function clockRowOf(file: ClockFile, settings: ClockSettings, today: IsoDay): ClockRow | null {
  const { next } = fileClock(file, settings, today);
  if (next === null) return null;
  const { act, day, limit, ended, text, hindrances } = next;
  return { act, day, limit, ended, text, held: hindrances };
}
