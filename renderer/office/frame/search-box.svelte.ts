/** The one search: asks while one types, newest answer wins, words stay in this window. */
import type { SearchResultView } from '../../../shared/rpc/lists.views.ts';
import { listKey } from '../../ui/list-keys.ts';
import { problemOf, type Problem } from '../problem.ts';
import { hrefs } from '../router.ts';
import type { OfficeClient } from '../rpc.ts';

/** Pause after the last key before asking, in milliseconds. */
const pauseMs = 120;

export class SearchBoxState {
  readonly #client: OfficeClient;
  text = $state('');
  open = $state(false);
  results: readonly SearchResultView[] = $state.raw([]);
  marked = $state(0);
  /** Text the results belong to; null while none was asked for. */
  answered: string | null = $state(null);
  problem: Problem | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(client: OfficeClient) {
    this.#client = client;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (text.trim() === '') {
      this.close();
      return;
    }
    this.open = true;
    this.#timer = setTimeout(() => void this.#ask(text.trim()), pauseMs);
  }

  async #ask(text: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const results = await this.#client.search.everywhere({ text });
      if (asked !== this.#asked) return;
      this.results = results;
      this.problem = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.results = [];
      this.problem = problemOf(error);
    }
    this.answered = text;
    this.marked = 0;
  }

  close(): void {
    this.open = false;
    this.results = [];
    this.answered = null;
    this.problem = null;
    this.#asked += 1;
  }

  /** A file one may not open leads nowhere: the sentence is all there is. */
  go(result: SearchResultView): void {
    if (result.closed) return;
    this.text = '';
    this.close();
    location.hash = hrefs.case(result.caseId);
  }

  /** The marked hit, and the box is empty again; null without one that may be opened. */
  take(): SearchResultView | null {
    const marked = this.open ? this.results[this.marked] : undefined;
    if (marked === undefined || marked.closed) return null;
    this.text = '';
    this.close();
    return marked;
  }

  /** True when the key was used up. */
  key(name: string): boolean {
    if (name === 'Escape') {
      this.text = '';
      this.close();
      return true;
    }
    const marked = this.results[this.marked];
    if (name === 'Enter' && this.open && marked !== undefined) {
      this.go(marked);
      return true;
    }
    if (name !== 'ArrowDown' && name !== 'ArrowUp') return false;
    this.marked = listKey(name, this.marked, this.results.length, 'column') ?? 0;
    return true;
  }
}
