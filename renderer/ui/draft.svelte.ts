/**
 * The text someone is typing, beside the value that is stored.
 *
 * A stored value never overwrites words that were not handed out yet, nor words handed out whose answer has not come back: a late
 * or failed save leaves them in the field.
 */
import { untrack } from 'svelte';

export class Draft {
  text = $state('');
  /** Typed and not handed out. */
  dirty = $state(false);
  #handedOut: string | null = null;

  /** `stored` is read as a signal: the draft follows it while nobody is typing. */
  constructor(stored: () => string) {
    this.text = untrack(stored);
    $effect.pre(() => {
      const now = stored();
      untrack(() => this.#follow(now));
    });
  }

  #follow(stored: string): void {
    if (this.#handedOut !== null && stored.trim() === this.#handedOut.trim()) this.#handedOut = null;
    if (this.dirty || this.#handedOut !== null) return;
    this.text = stored;
  }

  type(text: string): void {
    this.text = text;
    this.dirty = true;
  }

  /** Marks the present text as handed to the page and returns it. */
  handOut(): string {
    this.dirty = false;
    this.#handedOut = this.text;
    return this.text;
  }

  /** Drops what was typed in favour of the stored value. */
  replace(text: string): void {
    this.text = text;
    this.dirty = false;
    this.#handedOut = null;
  }
}
