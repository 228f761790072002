import { defineErrors } from '../error-text.ts';

/** The legal clock, and deletions by staff. */
export const clockErrors = defineErrors({
  CLOCK_ASKS_HEAD: {
    text: 'Heute stehen mehr Akten an, als Lotse ohne Rückfrage beendet oder anonymisiert.',
    advice: 'Die Leitung sieht die Liste unter „Fristen“ durch und startet den Lauf mit der angezeigten Zahl.',
  },
  CLOCK_COUNT_CHANGED: {
    text: 'Inzwischen steht eine andere Zahl von Akten an als die bestätigte.',
    advice: 'Bitte die Vorschau noch einmal ansehen und die neue Zahl bestätigen. Bis dahin geschieht nichts.',
  },
  CLOCK_DAY_UNTRUSTED: {
    text: 'Lotse glaubt dem Datum dieses PCs nicht und handelt deshalb nicht nach Fristen.',
    advice: 'Bitte Datum und Uhrzeit des PCs prüfen. Stimmen sie, bestätigt die Leitung den Tag unter „Fristen“.',
  },
  CLOCK_DAY_CHANGED: {
    text: 'Der bestätigte Tag ist nicht der Tag dieses PCs.',
    advice: 'Bitte die Seite neu öffnen und den Tag bestätigen, der dort steht.',
  },
  CLOCK_HELD: {
    text: 'Diese Akte darf jetzt nicht gelöscht oder anonymisiert werden.',
    advice: 'Der Grund steht dabei. Ist er weggefallen, nimmt ihn die zuständige Fachkraft oder die Leitung in der Akte zurück.',
  },
  LETTER_NOT_NOW: {
    text: 'Dieser Brief passt heute nicht zur Akte.',
    advice: 'Welche Briefe heute passen, steht in der Akte unter „Mehr“, „Fristen dieser Akte“.',
  },
  DEVICE_NOT_FOUND: {
    text: 'Diesen PC kennt unser JMD nicht.',
    advice: 'Bitte die Seite neu öffnen und einen PC aus der Liste wählen.',
  },
  DELETION_NOT_FOUND: {
    text: 'Diesen Vorschlag zum Löschen gibt es nicht mehr.',
    advice: 'Vielleicht wurde er schon bestätigt oder zurückgenommen. Bitte die Liste neu öffnen.',
  },
  DELETION_NEEDS_REQUEST: {
    text: 'In der Akte steht noch kein Antrag auf Löschung, dem stattgegeben ist und bei dem klar ist, wer fragt.',
    advice: 'Bitte zuerst in der Akte unter „Rechte“ den Antrag auf Löschung festhalten, auch wer fragt, und entscheiden. Danach lässt sich die Akte gleich löschen.',
  },
  DELETION_RECIPIENTS_UNHEARD: {
    text: 'Aus dieser Akte haben andere Stellen etwas bekommen. Sie müssen erfahren, dass gelöscht wird.',
    advice: 'Bitte die Stellen unterrichten und sagen, dass es geschehen ist, oder warum es nicht geht. Danach lässt sich die Akte löschen. Nach dem Löschen weiß Lotse nicht mehr, wer es war.',
  },
  DELETION_NEEDS_SECOND_PERSON: {
    text: 'Eine Akte löscht niemand allein: Das bestätigt eine zweite Person.',
    advice: 'Bitte eine Kollegin, einen Kollegen oder die Leitung darum bitten. Ist niemand da, geht es nach sieben Tagen auch allein.',
  },
});
