/** German words about the days of one file, and about deleting it. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';
import type { ClockKind } from '../../../shared/clock/types.ts';

export const fileClockTexts = {
  menu: 'Fristen dieser Akte',
  endedNote: 'Nach dem Ende',
  ended: (day: string, limit: string | null) => `Beendet. Kopie anbieten bis ${day}; an diesem Tag wird die Akte anonymisiert${limit === null ? '' : `, spätestens am ${limit}`}.`,
  someHold: 'Zurzeit spricht etwas dagegen.',
  resume: 'Wiederaufnehmen …',
  lead: 'Jedes Datum folgt aus der Akte und wird jeden Tag neu berechnet. Es sind späteste Tage: früher geht immer.',
  none: 'Aus dieser Akte folgt zurzeit kein Datum.',
  source: (source: string) => `Quelle: ${source}`,
  limit: (day: IsoDay) => `spätestens ${germanDay(day)}`,
  holds: 'Was dagegenspricht',
  activityTitle: 'Was als Aktivität zählt',
  activityDates: 'Neun Monate ohne Aktivität beenden die Begleitung; eine Wiederaufnahme fängt neu an zu zählen. Gezählt werden diese Daten der Akte:',
  letters: 'Briefe',
  lettersLead: 'Mit dem Briefkopf Ihres JMD zum Drucken, oder als Text zum Übernehmen. Die Anschrift des jungen Menschen steht nicht darauf.',
  letterPaper: 'Als Brief …',
  cautionsTitle: 'Vor dem Absenden beachten',
  mark: 'Text markieren',
  marked: 'Der Text ist markiert. Strg+C kopiert ihn; leeren Sie die Zwischenablage danach, indem Sie etwas anderes kopieren.',
  letterText: (title: string) => `Text: ${title}`,
} as const;

/** What a day is about, in a word or two. */
export const kindWords: Readonly<Record<ClockKind, string>> = {
  inactive: 'Lange still',
  inactive_end: 'Ende ohne Aktivität',
  anonymise: 'Anonymisierung',
  management_data: 'Daten des Case Managements',
  counselling_over: 'Beratung beendet',
  withdrawal: 'Nach dem Widerruf',
  management_average: '24 Monate Case Management',
  turns_18: '18. Geburtstag',
  turns_27: '27. Geburtstag',
  review: 'Überprüfung',
  residence_permit: 'Aufenthaltspapier',
  release_ends: 'Schweigepflichtentbindung',
  pre_registration: 'Vormerkung',
  work_note: 'Arbeitsnotiz',
  request: 'Antrag',
  hold_review: 'Löschsperre',
  backups_gone: 'Letzte Sicherung weg',
};

export const deleteTexts = {
  title: 'Akte löschen',
  why: 'Warum',
  reasons: [
    { value: 'wish', label: 'Der junge Mensch wünscht es' },
    { value: 'double', label: 'Die Akte ist doppelt angelegt' },
    { value: 'wrong_person', label: 'Die Akte ist für die falsche Person angelegt' },
    { value: 'trial', label: 'Die Akte entstand aus Versehen oder zur Probe' },
  ],
  whyMissing: 'Bitte wählen, warum.',
  goes: 'Was geht',
  goesText: 'Alles: Angaben, Kontakte, Plan, Dateien, Termine, Verlauf, Personenkarte und Arbeitsnotizen dazu. Spätestens nach 28 Tagen auch aus allen Sicherungen dieses JMD.',
  stays: 'Was bleibt',
  staysText: {
    wish: 'Eine Zahl: In dem Jahr wurde eine Person mehr begleitet. Nichts davon führt zu ihr. Und eine Zeile im Löschprotokoll, ohne Namen.',
    mistake: 'Nichts, auch keine Zählung; nur eine Zeile im Löschprotokoll, ohne Namen.',
  },
  forever: 'Das lässt sich nicht rückgängig machen, auch nicht vom Servicebüro und nicht aus einer Sicherung.',
  wishHow: 'Es geschieht sofort. Eine zweite Person braucht es dazu nicht; der Antrag auf Löschung muss in der Akte festgehalten und entschieden sein.',
  mistakeHow: 'Eine zweite Person bestätigt unter „Fristen“. Ist niemand da, geht es nach sieben Tagen auch allein.',
  recipients: 'Wer etwas aus dieser Akte bekommen hat',
  recipientsLead: 'Diese Stellen müssen erfahren, dass gelöscht wird (Art. 19 DSGVO). Danach weiß Lotse nicht mehr, wer es war: bitte erst unterrichten, dann löschen.',
  recipientGiven: (name: string, given: string, on: IsoDay | null) => `${name}: ${given}${on === null ? '' : ` (${germanDay(on)})`}`,
  heard: 'Haben die Stellen davon erfahren?',
  heardHow: [
    { value: 'told', label: 'Ja, alle sind unterrichtet' },
    { value: 'not_possible', label: 'Nein, es ist nicht möglich' },
    { value: 'disproportionate', label: 'Nein, der Aufwand wäre unverhältnismäßig' },
  ],
  heardMissing: 'Bitte erst unterrichten und hier sagen, dass es geschehen ist, oder warum nicht.',
  understood: 'Ich habe gelesen, was geht und was bleibt.',
  checkMissing: 'Bitte bestätigen.',
  act: { wish: 'Endgültig löschen', mistake: 'Zum Löschen vorschlagen' },
  done: 'Die Akte ist gelöscht. Im Löschprotokoll steht eine Zeile ohne Namen.',
  proposed: (from: IsoDay) => `Vorgeschlagen. Jetzt bestätigt eine zweite Person unter „Fristen“; ab dem ${germanDay(from)} geht es auch allein.`,
  gone: 'Es wird gelöscht …',
} as const;
