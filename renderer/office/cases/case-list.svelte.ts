/** The case list as it is looked at: filter, order, and the pages of rows that were scrolled to. */
import { SvelteMap } from 'svelte/reactivity';
import type { CaseRowView } from '../../../shared/rpc/views.ts';
import type { Sorting } from '../../ui/table.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';

const pageSize = 200;
/** Pause after the last key of the filter, in milliseconds. */
const pauseMs = 120;

type Sort = 'name' | 'number' | 'nextDate' | 'gaps' | 'changedAt';
const sorts: readonly string[] = ['name', 'number', 'nextDate', 'gaps', 'changedAt'] satisfies readonly Sort[];

export class CaseList {
  readonly #client: OfficeClient;
  mine = $state(true);
  text = $state('');
  sorting: Sorting = $state.raw({ column: 'name', descending: false });
  /** null until the first answer. */
  total: number | null = $state(null);
  problem: Problem | null = $state.raw(null);
  readonly #pages = new SvelteMap<number, readonly CaseRowView[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- bookkeeping that nobody draws
  readonly #asked = new Set<number>();
  #generation = 0;
  /** Rows on the screen, `to` exclusive. */
  #seen = { from: 0, to: 1 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: OfficeClient) {
    this.#client = client;
  }

  rowAt = (index: number): CaseRowView | undefined => this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];

  /** Loads what is on the screen and not here yet. */
  see = (from: number, to: number): void => {
    this.#seen = { from, to };
    for (let page = Math.floor(from / pageSize); page * pageSize < to; page++) void this.#load(page);
  };

  async #load(page: number): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const generation = this.#generation;
    try {
      const { total, rows } = await this.#client.cases.list({
        mine: this.mine,
        text: this.text.trim(),
        sort: (sorts.includes(this.sorting.column) ? this.sorting.column : 'name') as Sort,
        descending: this.sorting.descending,
        offset: page * pageSize,
        limit: pageSize,
      });
      if (generation !== this.#generation) return;
      if (page === 0) this.#pages.clear();
      this.#pages.set(page, rows);
      this.total = total;
      this.problem = null;
      if (page === 0) this.see(this.#seen.from, Math.min(this.#seen.to, total));
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#asked.delete(page);
      this.problem = problemOf(error);
    }
  }

  /** Asks anew; the old rows stay on the screen until the first new page is here. */
  reload(): void {
    this.#generation += 1;
    this.#asked.clear();
    void this.#load(0);
  }

  filter(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.reload(), pauseMs);
  }

  show(mine: boolean): void {
    this.mine = mine;
    this.reload();
  }

  sort(sorting: Sorting): void {
    this.sorting = sorting;
    this.reload();
  }
}
