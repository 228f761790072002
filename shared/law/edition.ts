/** The data-protection law a JMD works under, by edition: data, replaceable without touching a decision (domain.md §4, corrections.md 23). */
import type { IsoDay } from '../domain/day.ts';

export type Law = 'gdpr' | 'kdg' | 'dsg_ekd';

/** What papers and hints cite. */
export const lawTopics = [
  'consent',
  'minors',
  'information',
  'access',
  'rectification',
  'erasure',
  'notify_recipients',
  'restriction',
  'portability',
  'objection',
  'special_categories',
  'processor',
  'complaint',
] as const;
export type LawTopic = (typeof lawTopics)[number];

export interface Paragraph {
  readonly text: string;
  /** False: nobody has read it in this edition yet; whoever shows it says so. */
  readonly confirmed: boolean;
}

export interface LawEdition {
  readonly law: Law;
  readonly name: string;
  /** The day it came into force; it counts until the next of the same law. */
  readonly since: IsoDay;
  readonly source: string;
  /** Who watches over it. `{land}` is the office's Land. */
  readonly authority: string;
  readonly paragraphs: Readonly<Record<LawTopic, Paragraph>>;
  readonly ageHints: readonly string[];
  /** What a lawyer of the client has still to confirm. */
  readonly unreviewed: boolean;
}

export const read = (text: string): Paragraph => ({ text, confirmed: true });
export const unread = (text: string): Paragraph => ({ text, confirmed: false });

/** Of every law: no fixed age for counselling, what was said then, and what ends with 18. */
export const everyAge: readonly string[] = [
  'Auch Minderjährige dürfen ohne Kenntnis der Eltern beraten werden, wenn es ihre Lage braucht (§ 8 Abs. 3 SGB VIII).',
  'Selbst einwilligen kann, wer versteht, worum es geht. Eine feste Altersgrenze gibt es dafür nicht; in der Akte steht, wer eingewilligt hat.',
  'Mit dem 18. Geburtstag endet die Personensorge: eigene Einwilligung einholen, wenn bisher nur die Personensorgeberechtigten eingewilligt haben.',
];

/** Who is younger and consents alone may well do so; that she understood it is then written down (not confirmed by a lawyer). */
export const maturityAge = 14;
