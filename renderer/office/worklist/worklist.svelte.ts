/** Everything dated, as it is looked at. */
import { addDays, addMonths, type IsoDay } from '../../../shared/domain/day.ts';
import type { DueKind } from '../../../shared/catalogue/types.ts';
import type { DueView } from '../../../shared/rpc/lists.views.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';

export type Reach = 'week' | 'month' | 'quarter' | 'year';

/** How many more are shown at a time. */
const step = 100;
/** The most the core gives at once. */
const most = 500;

export function reachEnd(today: IsoDay, reach: Reach): IsoDay {
  if (reach === 'week') return addDays(today, 7);
  return reach === 'month' ? addDays(today, 28) : addMonths(today, reach === 'quarter' ? 3 : 12);
}

export class Worklist extends Working<'load'> {
  readonly #client: Pick<OfficeClient, 'worklist'>;
  readonly #today: IsoDay;
  mine = $state(true);
  reach: Reach = $state('month');
  /** Empty: all of them. */
  kinds: readonly DueKind[] = $state.raw([]);
  limit = $state(step);
  /** null until the first answer. */
  rows: readonly DueView[] | null = $state.raw(null);
  total = $state(0);
  #asked = 0;

  constructor(client: Pick<OfficeClient, 'worklist'>, today: IsoDay) {
    super();
    this.#client = client;
    this.#today = today;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { mine, kinds, limit, reach } = this;
    await this.work('load', async () => {
      const { total, rows } = await this.#client.worklist.list({ mine, kinds: [...kinds], until: reachEnd(this.#today, reach), limit });
      if (asked !== this.#asked) return;
      this.total = total;
      this.rows = rows;
    });
  }

  toggle(kind: DueKind, on: boolean): void {
    this.kinds = on ? [...this.kinds, kind] : this.kinds.filter((known) => known !== kind);
    this.limit = step;
  }

  readonly canShowMore = $derived(this.rows !== null && this.rows.length < this.total && this.limit < most);

  more(): void {
    this.limit = Math.min(most, this.limit + step);
  }
}
