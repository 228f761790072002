/** What our own words of a form are filled with: the office and the law it works under, nothing of a young person. */
import type { LawView } from '../../rpc/session.views.ts';
import type { Letterhead } from '../letterhead.ts';

export interface WordingFacts {
  readonly officeName: string;
  readonly letterhead: Letterhead;
  readonly law: LawView;
  /** The clock of this office is for Beratung, too, not for Case Management alone. */
  readonly clockForAll: boolean;
}

/** Our own words of one form, in the notation of wording.ts. */
export type StandardWording = (facts: WordingFacts) => string;

export function paragraph({ law }: WordingFacts, topic: string): string {
  return law.paragraphs[topic] ?? law.name;
}

/** How long, in one sentence; the clock of the office keeps it. */
export function howLong({ clockForAll }: WordingFacts): string {
  const begin = clockForAll ? 'Spätestens drei Monate nach dem Ende der Begleitung' : 'Spätestens drei Monate nach dem Ende einer Begleitung mit Plan, sonst sobald wir sie nicht mehr brauchen,';
  return `${begin} machen wir aus der Akte reine Zahlen: Niemand kann {dich|Sie} darin mehr erkennen.`;
}
