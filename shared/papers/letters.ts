/** The letters that go to a young person before an act of the clock: their words as she is spoken to, and the sheet they stand on. Her address is on none: an envelope is written by hand. */
import { addDays, germanDay, type IsoDay } from '../domain/day.ts';
import type { SheetPaper } from './sheet-paper.ts';
import type { FormFrame } from './form-paper.ts';
import { addressed, type Address } from './wording.ts';

/** „Wir haben lange nichts gehört“ · the offer of a copy before the file is anonymised. */
export const letterKinds = ['long_silent', 'copy_offer'] as const;
export type LetterKind = (typeof letterKinds)[number];

export function isLetterKind(word: string): word is LetterKind {
  return letterKinds.some((kind) => kind === word);
}

/** `fileName`: says nothing of her, as little as possible of what it is about. */
export const letterHeads: Readonly<Record<LetterKind, { readonly title: string; readonly fileName: string }>> = {
  long_silent: { title: 'Wir haben lange nichts gehört', fileName: 'Brief-Nachfrage' },
  copy_offer: { title: '{Deine|Ihre} Akte und eine Kopie davon', fileName: 'Brief-Kopie' },
};

export interface LetterFacts {
  /** As she is greeted; '' where nobody said. */
  readonly name: string;
  readonly address: Address;
  readonly officeName: string;
  /** The day that is announced; null where nobody can say which it will be. */
  readonly day: IsoDay | null;
}

export function letterTitle(kind: LetterKind, address: Address): string {
  return addressed(letterHeads[kind].title, address);
}

/** Paragraphs, an empty line between them. */
export function letterText(kind: LetterKind, { name, address, officeName, day }: LetterFacts): string {
  // What is put in is not of ours: only our own words are said as she is spoken to.
  const say = (words: string): string => addressed(words, address);
  const greeting = name === '' ? 'Guten Tag,' : `${say('{Hallo|Guten Tag}')} ${name},`;
  return [greeting, ...bodies[kind](say, day), `Viele Grüße\n${officeName}`].join('\n\n');
}

type Say = (words: string) => string;

const bodies: Readonly<Record<LetterKind, (say: Say, day: IsoDay | null) => readonly string[]>> = {
  long_silent: (say, day) => [
    say('wir haben lange nichts voneinander gehört. Wie geht es {dir|Ihnen}? {Brauchst du|Brauchen Sie} noch Hilfe von uns?'),
    say('{Du kannst|Sie können} uns einfach anrufen, schreiben oder vorbeikommen. Auch wenn etwas nicht geklappt hat: {Du bist|Sie sind} willkommen.'),
    say(`Wenn wir nichts von {dir|Ihnen} hören, beenden wir unsere Begleitung${day === null ? '' : ` am ${germanDay(day)}`}. Danach löschen wir nach einiger Zeit, was wir über {dich|Sie} aufgeschrieben haben. `) +
      say('Bis dahin {kannst du|können Sie} jederzeit wiederkommen, und wir machen dort weiter, wo wir waren. Auch später {kannst du|können Sie} immer neu anfangen.'),
  ],
  copy_offer: (say, day) => [
    say(`unsere Begleitung ist zu Ende. ${day === null ? 'Bald' : `Am ${germanDay(day)}`} löschen wir, was wir über {dich|Sie} aufgeschrieben haben. Es bleiben nur Zahlen, die niemandem sagen, dass es um {dich|Sie} geht.`),
    say(`{Möchtest du|Möchten Sie} vorher eine Kopie? Dann {sag|sagen Sie} uns bitte ${day === null ? 'bald' : `bis zum ${germanDay(addDays(day, -1))}`} Bescheid. Die Kopie kostet nichts, und {du musst|Sie müssen} keinen Grund nennen.`),
    say('{Möchtest du|Möchten Sie} noch einmal mit uns sprechen oder weitermachen? Auch das geht: {Ruf an, schreib uns oder komm|Rufen Sie an, schreiben Sie uns oder kommen Sie} vorbei.'),
  ],
};

export function letterPaper(frame: FormFrame, { title, text }: { readonly title: string; readonly text: string }): SheetPaper {
  return {
    template: 'sheet',
    language: 'de',
    title,
    subtitle: germanDay(frame.day),
    mark: '',
    ...frame,
    blocks: text.split('\n\n').map((paragraph) => ({ kind: 'text', text: paragraph })),
  };
}
