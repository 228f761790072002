/** The case list as it is looked at: filters, order, and the pages of rows that were scrolled to. Kept while one looks at a case. */
import { SvelteMap } from 'svelte/reactivity';
import type { CaseRowView } from '../../../shared/rpc/lists.views.ts';
import type { Sorting } from '../../ui/table.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';

const pageSize = 200;
/** Pause after the last key of the filter, in milliseconds. */
const pauseMs = 120;

type Sort = 'name' | 'number' | 'nextDate' | 'gaps' | 'changedAt';
const sorts: readonly string[] = ['name', 'number', 'nextDate', 'gaps', 'changedAt'] satisfies readonly Sort[];

/** What narrows the list, beside whose cases they are. */
export interface CaseFilters {
  readonly text: string;
  readonly status: string | null;
  readonly supportForm: string | null;
  readonly gapsOnly: boolean;
}

const noFilters: CaseFilters = { text: '', status: null, supportForm: null, gapsOnly: false };

export class CaseList {
  readonly #client: OfficeClient;
  mine = $state(true);
  filters: CaseFilters = $state.raw(noFilters);
  sorting: Sorting = $state.raw({ column: 'name', descending: false });
  /** null until the first answer. */
  total: number | null = $state(null);
  /** How many there are without any filter; null until it is known. */
  all: number | null = $state(null);
  /** How many there are in the whole JMD; asked only where none of them is one's own. */
  elsewhere = $state(0);
  problem: Problem | null = $state.raw(null);
  /** Where the list was left, in pixels from its top. */
  scrolled = 0;
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

  /** Something narrows the list. */
  readonly filtered = $derived.by(() => {
    const { text, status, supportForm, gapsOnly } = this.filters;
    return text.trim() !== '' || status !== null || supportForm !== null || gapsOnly;
  });

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
        ...this.filters,
        mine: this.mine,
        text: this.filters.text.trim(),
        sort: (sorts.includes(this.sorting.column) ? this.sorting.column : 'name') as Sort,
        descending: this.sorting.descending,
        offset: page * pageSize,
        limit: pageSize,
      });
      if (generation !== this.#generation) return;
      if (page === 0) this.#pages.clear();
      this.#pages.set(page, rows);
      this.total = total;
      if (!this.filtered) this.all = total;
      if (total === 0 && this.mine && !this.filtered) await this.countElsewhere();
      this.problem = null;
      if (page === 0) this.see(this.#seen.from, Math.min(this.#seen.to, total));
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#asked.delete(page);
      this.problem = problemOf(error);
    }
  }

  /** The number behind "von": only asked for where a filter hides it. */
  async #count(): Promise<void> {
    if (!this.filtered) return;
    const { mine } = this;
    try {
      const { total } = await this.#client.cases.list({ ...noFilters, mine, sort: 'number', descending: false, offset: 0, limit: 1 });
      if (mine === this.mine) this.all = total;
    } catch {
      // The list itself was asked at the same time and says what is wrong; without this number it says how many are shown.
      this.all = null;
    }
  }

  /** A new Fachkraft has no case of her own, and the JMD has: the page points to them. */
  async countElsewhere(): Promise<void> {
    try {
      this.elsewhere = (await this.#client.cases.list({ ...noFilters, mine: false, sort: 'number', descending: false, offset: 0, limit: 1 })).total;
    } catch {
      // Only a signpost: without the number the page says what it says to everybody.
      this.elsewhere = 0;
    }
  }

  /** Asks anew; the old rows stay on the screen until the first new page is here. */
  reload(): void {
    this.#ask();
    void this.#count();
  }

  #ask(): void {
    this.#generation += 1;
    this.#asked.clear();
    void this.#load(0);
  }

  /** `typed`: more letters may follow. */
  filter(change: Partial<CaseFilters>, typed = false): void {
    const known = this.filtered;
    this.filters = { ...this.filters, ...change };
    this.scrolled = 0;
    clearTimeout(this.#timer);
    if (!known && this.all === null) void this.#count();
    if (typed) this.#timer = setTimeout(() => this.#ask(), pauseMs);
    else this.#ask();
  }

  reset(): void {
    this.filter(noFilters);
  }

  show(mine: boolean): void {
    this.mine = mine;
    this.scrolled = 0;
    this.all = null;
    this.reload();
  }

  /** My cases in which something is missing, the most first. The page asks for them when it opens. */
  aimAtGaps(): void {
    this.mine = true;
    this.filters = { ...noFilters, gapsOnly: true };
    this.sorting = { column: 'gaps', descending: true };
    this.scrolled = 0;
    this.all = null;
  }

  sort(sorting: Sorting): void {
    this.sorting = sorting;
    this.scrolled = 0;
    this.reload();
  }
}
