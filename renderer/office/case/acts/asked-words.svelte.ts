/** What is typed into a question about a file (a disclosure, a dispute, a resumption) and not answered yet: held over a lock, for its author alone. */
import type { IsoDay } from '../../../../shared/domain/day.ts';
import type { EntryId } from '../../../../shared/domain/ids.ts';
import { heldOf, letGo, type HeldWords } from '../../held-words.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import type { CaseAsk } from './case-ask.ts';
import { DayInput } from './day-input.svelte.ts';

type Source = Pick<CaseFile, 'caseId' | 'session'>;

/** One sentence and its day. */
export class SentenceWords implements HeldWords {
  text = $state('');
  readonly day: DayInput;

  constructor(today: IsoDay) {
    this.day = new DayInput(today);
  }

  get unsaved(): boolean {
    return this.text.trim() !== '';
  }
}

export class DisclosureWords implements HeldWords {
  recipient = $state<string | null>(null);
  name = $state('');
  content = $state('');
  basis = $state<string | null>(null);
  /** A release there is, or that she agreed orally. */
  release = $state<string | null>(null);
  told = $state<string | null>(null);
  means: string | null = $state(null);
  readonly day: DayInput;
  /** Written down before a disclosure that was refused: the next try names it. */
  oral: EntryId | null = null;

  constructor(today: IsoDay, means: string | null) {
    this.day = new DayInput(today);
    this.means = means;
  }

  get unsaved(): boolean {
    return this.name.trim() !== '' || this.content.trim() !== '' || this.basis !== null;
  }
}

/** The question and what was typed: it holds ids and the catalogue, nothing that stands in the file. */
class Asked implements HeldWords {
  readonly ask: CaseAsk;
  readonly words: HeldWords;

  constructor(ask: CaseAsk, words: HeldWords) {
    this.ask = ask;
    this.words = words;
  }

  get unsaved(): boolean {
    return this.words.unsaved;
  }
}

const placeOf = ({ caseId }: Source): string => `ask ${caseId}`;

function isSame(one: CaseAsk, other: CaseAsk): boolean {
  if (one.kind === 'dispute' && other.kind === 'dispute') return one.entry === other.entry && one.field.id === other.field.id;
  return one.kind === other.kind;
}

/** The words for this question; what was begun for another question of the same file is given up. */
export function askedWords<Words extends HeldWords>(file: Source, ask: CaseAsk, begin: () => Words): Words {
  const owner = file.session.user.id;
  const start = (): Asked => new Asked(ask, begin());
  const held = heldOf(owner, placeOf(file), start);
  if (isSame(held.ask, ask)) return held.words as Words;
  letGo(owner, placeOf(file));
  return heldOf(owner, placeOf(file), start).words as Words;
}

/** The question her words wait in; null where there are none. */
export function askedBefore(file: Source): CaseAsk | null {
  const owner = file.session.user.id;
  const held = heldOf<Asked | Nothing>(owner, placeOf(file), () => nothing);
  if (held instanceof Asked && held.unsaved) return held.ask;
  letGo(owner, placeOf(file));
  return null;
}

type Nothing = typeof nothing;
const nothing = { unsaved: false } as const;

/** Answered, or given up. */
export function endAsked(file: Source): void {
  letGo(file.session.user.id, placeOf(file));
}
