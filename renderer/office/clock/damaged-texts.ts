/** German words about files that cannot be read any more. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';

export const damagedTexts = {
  title: 'Nicht lesbar',
  lead: 'Diese Akten lassen sich nicht mehr öffnen. Lotse beendet und anonymisiert sie nicht von selbst, weil eine Sicherung sie vielleicht zurückbringt. Bitte das zuerst versuchen:',
  backups: 'Sicherungen ansehen',
  from: (day: IsoDay | null) =>
    day === null ? 'Wann die Frist endet, lässt sich nicht mehr feststellen.' : `Anonymisieren kann die Leitung die Akte ab dem ${germanDay(day)}, wenn nichts dagegenspricht.`,
  askHead: 'Ihr Tag ist da. Die Leitung entscheidet: zurückholen oder anonymisieren.',
  open: 'Anonymisieren …',
  wish: 'Auf Wunsch löschen …',
  wishDialog: (name: string) => `Akte „${name}“ ungelesen löschen?`,
  wishMeans: 'Der junge Mensch wünscht, dass seine Akte gelöscht wird. Festhalten lässt sich sein Antrag in ihr nicht mehr; darum sagen Sie es hier. Alles, was von ihr noch da ist, geht sofort, spätestens nach 28 Tagen auch aus allen Sicherungen. Wer etwas aus ihr bekommen hat, weiß Lotse nicht: Bitte diese Stellen unterrichten, soweit Sie sie kennen.',
  wished: 'Der junge Mensch hat es selbst gewünscht, und es ist klar, wer fragt.',
  wishAct: 'Endgültig löschen',
  wishDone: 'Die Akte ist gelöscht. Im Löschprotokoll steht eine Zeile ohne Namen.',
  dialog: (name: string) => `Akte „${name}“ ungelesen anonymisieren?`,
  means: 'Der Tag dieser Akte ist gekommen, und nichts hält sie auf. Alles, was von ihr noch da ist, geht: die unlesbaren Angaben, Dateien, Termine und die Personenkarte; spätestens nach 28 Tagen auch aus allen Sicherungen. Es bleiben die Zählung und eine Zeile im Löschprotokoll, ohne Namen.',
  forever: 'Danach bringt auch eine Sicherung die Akte nicht mehr zurück.',
  tried: 'Aus den Sicherungen lässt sich die Akte nicht zurückholen, oder sie soll trotzdem jetzt gehen.',
  triedMissing: 'Bitte bestätigen.',
  act: 'Endgültig anonymisieren',
  done: (number: number) => `Die Akte ist anonymisiert. Im Löschprotokoll ist es Nummer ${String(number)}.`,
} as const;
