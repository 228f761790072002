/** German words of the settings of the clock and of the Löschprotokoll. */
import { germanDay } from '../../../shared/domain/day.ts';
import type { ClockSettings } from '../../../shared/clock/types.ts';
import { anonymisedWhen, endedWhen } from '../../../shared/rights/papers/deadlines.ts';
import type { ErasureProtocolLine } from '../../../shared/rpc/clock.views.ts';

export const clockSettingTexts = {
  title: 'Fristen',
  lead: 'Wann Lotse von selbst beendet und anonymisiert. Das Rahmenkonzept setzt späteste Tage; früher geht immer.',
  now: (settings: ClockSettings) => `Anonymisiert wird ${anonymisedWhen(settings)}; eine Begleitung endet ${endedWhen(settings)}.`,
  counselling: { yes: 'Für Beratung gilt dasselbe wie für Case Management.', no: 'Für Beratung geschieht nichts von selbst; Lotse erinnert nur.' },
  anonymise: 'Vom Ende bis zur Anonymisierung',
  anonymiseHelp: '0 bis 3 Monate; bei 0 eine Woche nach dem Ende, bei 3 zwei Wochen vor der Grenze, damit auch ein geschlossenes JMD sie einhält. Mit 2 Monaten sind nach 3 Monaten auch die Sicherungen frei davon, denn eine Sicherung bleibt höchstens 28 Tage.',
  end: 'Ohne Aktivität bis zum Ende',
  endHelp: '1 bis 9 Monate; bei 9 zwei Wochen vor der Grenze. Nach 9 Monaten ohne Aktivität endet die Begleitung spätestens (Rahmenkonzept Nr. 1, 3.3).',
  unit: 'Monate',
  counsellingToo: 'Für Beratung gelten dieselben Fristen',
  missing: (min: number, max: number) => `Bitte eine Zahl von ${String(min)} bis ${String(max)} eintragen.`,
  act: 'Übernehmen',
  done: 'Übernommen. Alle Fristen sind neu berechnet.',
  noCases: 'Ihr Zugang öffnet keine Fallakten. Die Fristen stellt die Leitung ein.',
} as const;

export const protocolTexts = {
  title: 'Löschprotokoll',
  lead: 'Jede vergessene Akte hinterlässt eine Zeile mit laufender Nummer. Wessen Akte es war, kann niemand mehr sagen.',
  none: 'Noch keine Akte wurde anonymisiert oder gelöscht.',
  number: 'Nr.',
  at: 'Am',
  reason: 'Warum',
  removed: 'Was ging',
  backups: 'Sicherungen frei ab',
  reasons: { retention: 'Frist', wish: 'Wunsch des jungen Menschen', mistake: 'irrtümlich angelegt' } satisfies Record<ErasureProtocolLine['reason'], string>,
  backupsGone: ({ backupsGoneOn, secondPlaceOwed }: Pick<ErasureProtocolLine, 'backupsGoneOn' | 'secondPlaceOwed'>): string => {
    if (secondPlaceOwed) return 'Sicherungen am zweiten Ort: noch nicht gelöscht. Bitte den Stick oder das Laufwerk anschließen.';
    return backupsGoneOn === null ? 'wird beim nächsten Entsperren fertig' : germanDay(backupsGoneOn);
  },
  frozenTitle: 'Abgeschlossene Jahre',
  frozenLead: 'Ist ein Berichtsjahr endgültig geliefert, bleiben seine Tabellen und Berichte; die einzelnen Zeilen dahinter sind weg.',
  frozen: (years: readonly number[]) => (years.length === 0 ? 'Noch keines.' : years.join(', ')),
} as const;
