/** Finding one of many by typing: asks while one types, the newest answer wins. */
import { listKey } from '../../ui/list-keys.ts';
import { problemOf, type Problem } from '../problem.ts';

/** Pause after the last key before asking, in milliseconds. */
const pauseMs = 120;

export class Finder<Found> {
  readonly #ask: (text: string) => Promise<readonly Found[]>;
  readonly #pick: (found: Found) => void;
  text = $state('');
  /** null: nothing was asked for. */
  found: readonly Found[] | null = $state.raw(null);
  marked = $state(0);
  problem: Problem | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(ask: (text: string) => Promise<readonly Found[]>, pick: (found: Found) => void) {
    this.#ask = ask;
    this.#pick = pick;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (text.trim() === '') this.close();
    else this.#timer = setTimeout(() => void this.#find(text.trim()), pauseMs);
  }

  async #find(text: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const found = await this.#ask(text);
      if (asked !== this.#asked) return;
      this.found = found;
      this.problem = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.found = [];
      this.problem = problemOf(error);
    }
    this.marked = 0;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.found = null;
    this.problem = null;
  }

  pick(found: Found): void {
    this.text = '';
    this.close();
    this.#pick(found);
  }

  /** True when the key was used up. */
  key(name: string): boolean {
    if (name === 'Escape' && (this.found !== null || this.text !== '')) {
      this.text = '';
      this.close();
      return true;
    }
    const marked = this.found?.[this.marked];
    if (name === 'Enter' && marked !== undefined) {
      this.pick(marked);
      return true;
    }
    if ((name !== 'ArrowDown' && name !== 'ArrowUp') || this.found === null) return false;
    this.marked = listKey(name, this.marked, this.found.length, 'column') ?? 0;
    return true;
  }
}
