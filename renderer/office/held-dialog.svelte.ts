/** A dialog with what is typed into it: both outlive a lock, for its author alone. Words hold ids and what was typed, nothing of what is stored. */
import type { UserId } from '../../shared/domain/ids.ts';
import { heldOf, type HeldWords } from './held-words.ts';

export class HeldDialog<Words extends HeldWords> implements HeldWords {
  /** Null: the dialog is closed. */
  words: Words | null = $state.raw(null);

  get unsaved(): boolean {
    return this.words?.unsaved ?? false;
  }

  begin(words: Words): void {
    this.words = words;
  }

  readonly end = (): void => {
    this.words = null;
  };
}

/** To be asked for once by the page that shows it. One in which nothing was typed does not open again by itself. */
export function heldDialog<Words extends HeldWords>(owner: UserId, place: string): HeldDialog<Words> {
  const held = heldOf(owner, place, () => new HeldDialog<Words>());
  if (!held.unsaved) held.end();
  return held;
}
