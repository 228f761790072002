/** When a file ends and goes, as this office has set its clock, in the words of its papers. [Note: months] */
import { anonymiseLimitMonths, endLimitMonths, slackDays } from '../../clock/months.ts';
import type { ClockSettings } from '../../clock/types.ts';

const slackWeeks = slackDays / 7;
const numbers: Readonly<Record<number, string>> = { 0: 'null', 1: 'ein', 2: 'zwei', 3: 'drei', 4: 'vier', 5: 'fünf', 6: 'sechs', 7: 'sieben', 8: 'acht', 9: 'neun' };

function months(count: number): string {
  return `${numbers[count] ?? String(count)} ${count === 1 ? 'Monat' : 'Monate'}`;
}

/** „zwei Monate nach der Beendigung“; where it is the last lawful month, two weeks before it is over. */
export function anonymisedWhen({ anonymiseAfterMonths: count }: ClockSettings): string {
  if (count === 0) return 'eine Woche nach der Beendigung';
  return count >= anonymiseLimitMonths ? `${numbers[slackWeeks] ?? String(slackWeeks)} Wochen, bevor ${months(anonymiseLimitMonths)} nach der Beendigung um sind` : `${months(count)} nach der Beendigung`;
}

/** „nach sieben Monaten ohne Aktivität“ */
export function endedWhen({ endAfterMonths: count }: ClockSettings): string {
  const without = 'ohne Aktivität';
  return count >= endLimitMonths ? `${numbers[slackWeeks] ?? String(slackWeeks)} Wochen, bevor ${months(endLimitMonths)} ${without} um sind` : `nach ${count === 1 ? 'einem Monat' : `${numbers[count] ?? String(count)} Monaten`} ${without}`;
}

/** Which files the clock is for. */
export function followedWhich({ counsellingToo }: ClockSettings): string {
  return counsellingToo ? 'Das gilt für Case Management und Beratung.' : 'Das gilt für das Case Management; bei Akten der Beratung allein erinnert Lotse, und eine Fachkraft entscheidet.';
}
