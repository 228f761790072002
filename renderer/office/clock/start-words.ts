/** What the start page says of the clock, in whole sentences; nothing where nothing is coming. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';
import type { ClockStartView } from '../../../shared/rpc/clock.views.ts';
import { countFiles } from './texts.ts';

export interface ClockBandWords {
  /** Loud: something is overdue, held or asked of the head; else it is only coming. */
  readonly loud: boolean;
  readonly sentences: readonly string[];
}

export function clockBand(clock: ClockStartView, today: IsoDay): ClockBandWords {
  const { overdue, held, dueNow, asksHead, waits, deletions, damaged } = clock;
  const sentences = [
    overdue > 0 ? `${countFiles(overdue)} überfällig${lastDay(clock, today)}.` : '',
    held > 0 ? `${countFiles(held)} aufgehalten: bitte entscheiden${overdue > 0 ? '' : lastDay(clock, today)}.` : '',
    dueNow > 0 && !asksHead ? `${countFiles(dueNow)} heute fällig.` : '',
    ahead(clock),
    deletions > 0 ? `${deletions === 1 ? '1 Vorschlag' : `${String(deletions)} Vorschläge`} zum Löschen, noch nicht bestätigt.` : '',
    damaged > 0 ? `${countFiles(damaged)} fällig und nicht lesbar: bitte aus einer Sicherung zurückholen; geht das nicht, sieht die Leitung unter „Fristen“, ab wann sie anonymisieren kann.` : '',
    waits ?? '',
  ].filter((sentence) => sentence !== '');
  return { loud: overdue > 0 || held > 0 || damaged > 0 || asksHead, sentences };
}

function lastDay({ lastDay: day }: ClockStartView, today: IsoDay): string {
  if (day === null) return '';
  return day < today ? `; der letzte erlaubte Tag war der ${germanDay(day)}` : `, spätestens am ${germanDay(day)}`;
}

/** "In 1 Woche anonymisiert: 2 Akten, in 4 Wochen: 3 Akten – davon 1 mit Termin oder Aktivität nach dem Ende." A farther reach with the same files says nothing new. */
function ahead({ within: { oneWeek, twoWeeks, fourWeeks }, contradictions }: ClockStartView): string {
  const reaches = [
    ['1 Woche', oneWeek, 0],
    ['2 Wochen', twoWeeks, oneWeek],
    ['4 Wochen', fourWeeks, twoWeeks],
  ] as const;
  const parts = reaches.filter(([, count, nearer]) => count > nearer).map(([reach, count], index) => `${index === 0 ? `In ${reach} anonymisiert` : `in ${reach}`}: ${countFiles(count)}`);
  if (parts.length === 0) return '';
  return `${parts.join(', ')}${contradictions > 0 ? ` – davon ${String(contradictions)} mit Termin oder Aktivität nach dem Ende` : ''}.`;
}
