/** Which version of the words stands on the forms now; asked once for a file. */
import type { OwnWordedForm } from '../../../shared/papers/forms.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';

export class WordsInForce extends Working<'load'> {
  readonly #client: Pick<OfficeClient, 'papers'>;
  #versions: Readonly<Partial<Record<OwnWordedForm, string>>> = $state.raw({});

  constructor(client: Pick<OfficeClient, 'papers'>) {
    super();
    this.#client = client;
  }

  load(): Promise<boolean> {
    return this.work('load', async () => {
      const { inForce } = await this.#client.papers.settings();
      this.#versions = Object.fromEntries(inForce.map(({ form, version }) => [form, version]));
    });
  }

  versionOf(form: OwnWordedForm): string | undefined {
    return this.#versions[form];
  }
}
