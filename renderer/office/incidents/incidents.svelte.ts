/** Breaches of data protection and the papers an office owes, as the page „Verwaltung“ sees them. */
import type { IncidentView } from '../../../shared/rpc/rights.views.ts';
import { explainSave } from '../case/explain.ts';
import type { OfficeClient } from '../rpc.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';
import { Working } from '../working.svelte.ts';

type Asked = Pick<OfficeClient, 'incidents' | 'rights'>;
export type PaperKind = Parameters<Asked['rights']['paper']>[0]['kind'];
type IncidentWish = Parameters<Asked['incidents']['save']>[0];

export class Incidents extends Working<string> {
  readonly #client: Asked;
  readonly #saved: SavedFiles;
  list: readonly IncidentView[] | null = $state.raw(null);

  constructor(client: Asked, saved: SavedFiles) {
    super();
    this.#client = client;
    this.#saved = saved;
  }

  load(): Promise<boolean> {
    return this.work('load', async () => {
      this.list = await this.#client.incidents.list();
    });
  }

  /** Null: kept. Else why not. */
  async save(wish: IncidentWish): Promise<string | null> {
    try {
      this.list = await this.#client.incidents.save(wish);
      return null;
    } catch (error) {
      return explainSave(error).text;
    }
  }

  sheet(id: IncidentView['id']): Promise<boolean> {
    return this.work(id, async () => this.#leave(await this.#client.incidents.sheet({ id }), true));
  }

  paper(kind: PaperKind): Promise<boolean> {
    return this.work(kind, async () => this.#leave(await this.#client.rights.paper({ kind }), false));
  }

  async #leave({ pdf, fileName }: { readonly pdf: Blob; readonly fileName: string }, personal: boolean): Promise<void> {
    await this.#saved.savePaperAndTell(pdf, fileName, { personal });
  }
}
