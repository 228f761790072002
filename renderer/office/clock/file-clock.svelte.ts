/** The clock of one open file. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { ClockFileView } from '../../../shared/rpc/clock.views.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';

export class FileClock extends Working<'load'> {
  readonly #client: Pick<OfficeClient, 'clock'>;
  readonly #caseId: RecordId;
  #asked = 0;
  /** null until the first answer. */
  view: ClockFileView | null = $state.raw(null);

  constructor(client: Pick<OfficeClient, 'clock'>, caseId: RecordId) {
    super();
    this.#client = client;
    this.#caseId = caseId;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    await this.work('load', async () => {
      const view = await this.#client.clock.ofFile({ caseId: this.#caseId });
      if (asked === this.#asked) this.view = view;
    });
  }
}
