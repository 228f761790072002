/** German words of the page "Fristen" and of what other pages say of the clock. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';
import type { ClockLine, ClockRunView, DeletionView } from '../../../shared/rpc/clock.views.ts';

export const countFiles = (count: number): string => (count === 1 ? '1 Akte' : `${count.toLocaleString('de-DE')} Akten`);

/** "3 beenden, 9 anonymisieren": what is to be done. */
export function actsWords({ end, anonymise }: { readonly end: number; readonly anonymise: number }): string {
  const parts = [end > 0 ? `${end.toLocaleString('de-DE')} beenden` : '', anonymise > 0 ? `${anonymise.toLocaleString('de-DE')} anonymisieren` : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function doneWords({ ended, anonymised, refused, damaged }: ClockRunView): string {
  const parts = [
    ended > 0 ? `${countFiles(ended)} beendet` : '',
    anonymised > 0 ? `${countFiles(anonymised)} anonymisiert` : '',
    damaged > 0 ? `${countFiles(damaged)} nicht lesbar` : '',
    refused > damaged ? `${countFiles(refused - damaged)} zurückgestellt, weil inzwischen etwas dagegenspricht` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nichts getan' : parts.join(', ');
}

export const clockTexts = {
  title: 'Fristen',
  lead: 'Wann eine Begleitung endet und wann eine Akte vergessen wird: was ansteht, was aufgehalten ist, was in den nächsten 30 Tagen kommt.',
  counts: 'Stand der Fristen',
  overdue: 'Überfällig',
  overdueBadge: 'überfällig',
  overdueLead: 'Der letzte erlaubte Tag ist vorbei. Bitte heute entscheiden.',
  due: 'Heute fällig',
  dueLead: 'Nichts spricht dagegen. Bis zu fünf Akten erledigt Lotse nach dem Entsperren von selbst.',
  held: 'Aufgehalten',
  heldLead: 'Der Tag ist da, aber etwas spricht dagegen. Lotse tut hier nichts, bis jemand entscheidet.',
  ahead: 'Vorschau 30 Tage',
  aheadLead: 'Das kommt. Wer jetzt noch etwas weiß, hat Zeit, es einzutragen.',
  noneTitle: 'In den nächsten 30 Tagen steht nichts an.',
  none: 'Wird eine Begleitung beendet oder bleibt es lange still, erscheint die Akte hier Wochen vorher.',
  more: 'Weitere zeigen',
  beyond: (count: number) => `und ${countFiles(count)} mehr; sie rücken nach, sobald die ersten erledigt sind.`,
  contradictions: 'davon mit Widerspruch',
  act: { end: 'Ende', anonymise: 'Anonymisierung' } satisfies Record<ClockLine['act'], string>,
  limit: (day: IsoDay) => `spätestens ${germanDay(day)}`,
  see: 'Fristen ansehen',
  resume: 'Wiederaufnehmen',

  run: 'Jetzt ausführen',
  runCount: (count: number) => `Jetzt ausführen (${countFiles(count)})`,
  onlyHead: 'So viele Akten auf einmal sieht die Leitung durch und startet den Lauf.',
  dayFirst: 'Zuerst bestätigt die Leitung den Tag.',
  runTitle: 'Fristen jetzt ausführen?',
  runAsk: (count: number, words: string) => `${countFiles(count)}: ${words}.`,
  runMeans: 'Beendete Begleitungen lassen sich wiederaufnehmen. Anonymisierte Akten sind weg, auch für Sie, und spätestens nach 28 Tagen auch aus allen Sicherungen; es bleibt nur die Zählung.',
  runConfirm: (count: number) => `Ich habe die Liste durchgesehen; es sind ${countFiles(count)}.`,
  runConfirmMissing: 'Bitte bestätigen Sie die Zahl.',
  runAct: 'Ausführen',
  running: (done: number, total: number) => `${done.toLocaleString('de-DE')} von ${countFiles(total)} bearbeitet`,
  stop: 'Abbrechen',
  stopHint: 'Hört zwischen zwei Akten auf. Was getan ist, bleibt getan; der Rest steht weiter an.',
  stopping: 'Hört auf …',
  progress: 'Fortschritt des Laufs',
  last: {
    done: (run: ClockRunView) => `Letzter Lauf am ${germanDay(run.day)}: ${doneWords(run)}.`,
    cancelled: (run: ClockRunView) => `Lauf vom ${germanDay(run.day)} abgebrochen nach ${run.done.toLocaleString('de-DE')} von ${countFiles(run.total)}: ${doneWords(run)}. Der Rest steht weiter an.`,
    stopped: (run: ClockRunView) => `Lauf vom ${germanDay(run.day)} nach ${run.done.toLocaleString('de-DE')} von ${countFiles(run.total)} stehen geblieben: ${doneWords(run)}. Der Rest steht weiter an.`,
  },

  dayTitle: 'Stimmt das Datum dieses PCs?',
  dayAct: (day: IsoDay) => `Ja, heute ist der ${germanDay(day)}`,
  dayDone: 'Der Tag ist bestätigt.',
  restsTitle: 'Die Fristen ruhen.',
  rests: (day: IsoDay) => `Nach der Übernahme der Akten geschieht bis zum ${germanDay(day)} nichts von selbst.`,
  silentTitle: 'Lotse wartet auf andere PCs.',
  silent: (name: string, day: IsoDay) => `„${name}“ hat sich zuletzt am ${germanDay(day)} gemeldet. Dort kann etwas stehen, das hier niemand weiß: bitte öffnen und abgleichen.`,
  except: 'Nicht mehr warten …',
  exceptTitle: (name: string) => `Auf „${name}“ nicht mehr warten?`,
  exceptLead: 'Nur wenn es diesen PC nicht mehr gibt oder er nicht mehr benutzt wird. Was nur dort steht, zählt dann nicht mehr gegen eine Anonymisierung. Ihr Name und der Grund stehen im Protokoll.',
  exceptReason: 'Warum',
  exceptMissing: 'Bitte den Grund mit mindestens drei Zeichen nennen.',
  exceptAct: 'Nicht mehr warten',
  exceptDone: 'Lotse wartet auf diesen PC nicht mehr.',
  excepted: 'PCs, auf die Lotse nicht wartet',
  exceptedLine: (reason: string, byName: string, on: IsoDay) => `${reason} (${byName}, ${germanDay(on)})`,

  deletions: 'Vorgeschlagen zum Löschen',
  deletionsLead: 'Eine Akte löscht niemand allein: Eine zweite Person bestätigt, oder es vergehen sieben Tage.',
  deletionReason: { wish: 'Wunsch des jungen Menschen', double: 'doppelt angelegt', wrong_person: 'falsche Person', trial: 'Versehen oder Probe' } satisfies Record<DeletionView['reason'], string>,
  deletionBy: (name: string, on: IsoDay) => `vorgeschlagen von ${name} am ${germanDay(on)}`,
  deletionWaits: (from: IsoDay) => `Das bestätigt jemand anderes; sonst können Sie es ab dem ${germanDay(from)} selbst.`,
  deletionConfirm: 'Löschen …',
  deletionCancel: 'Vorschlag zurücknehmen',
  deletionConfirmTitle: (name: string) => `Akte „${name}“ endgültig löschen?`,
  deletionConfirmLead: 'Alles in dieser Akte geht: Angaben, Kontakte, Plan, Dateien, Verlauf. Auch aus den Sicherungen, spätestens nach 28 Tagen. Das lässt sich nicht rückgängig machen, auch nicht vom Servicebüro.',
  deletionConfirmAct: 'Endgültig löschen',
  deletionDone: 'Die Akte ist gelöscht. Im Löschprotokoll steht eine Zeile ohne Namen.',
  deletionTakenBack: 'Der Vorschlag ist zurückgenommen; die Akte bleibt.',
} as const;
