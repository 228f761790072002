/** Meldung, Versandprotokoll and connection as one page sees them. */
import type { DeliveryId } from '../../../shared/domain/ids.ts';
import type { DeliveryPreview, DeliveryView, ServerConnection } from '../../../shared/rpc/monitoring.views.ts';
import { announce } from '../../ui/toast.svelte.ts';
import type { OfficeClient } from '../rpc.ts';
import type { SavedFiles } from '../shell/saved-files.svelte.ts';
import { deliveryFileName } from '../../../shared/monitoring/delivery-file.ts';
import { Working } from '../working.svelte.ts';

type Work = 'load' | 'build' | 'approve' | 'send' | 'connect' | 'check' | 'file';

export class Monitoring extends Working<Work> {
  readonly #client: OfficeClient;
  readonly #saved: SavedFiles;
  connection: ServerConnection | null = $state.raw(null);
  deliveries: readonly DeliveryView[] | null = $state.raw(null);
  preview: DeliveryPreview | null = $state.raw(null);
  year: number;

  constructor(client: OfficeClient, saved: SavedFiles, year: number) {
    super();
    this.#client = client;
    this.#saved = saved;
    this.year = $state(year);
  }

  readonly waiting = $derived.by(() => (this.deliveries ?? []).filter(({ state }) => state === 'approved').length);

  load(): Promise<boolean> {
    return this.work('load', async () => {
      const [connection, deliveries] = await Promise.all([this.#client.monitoring.connection(), this.#client.monitoring.deliveries()]);
      this.connection = connection;
      this.deliveries = deliveries;
    });
  }

  build(): Promise<boolean> {
    return this.work('build', async () => {
      this.preview = await this.#client.monitoring.build({ year: this.year, half: null });
      this.deliveries = await this.#client.monitoring.deliveries();
    });
  }

  open(deliveryId: DeliveryId): Promise<boolean> {
    return this.work('load', async () => {
      this.preview = await this.#client.monitoring.preview({ deliveryId });
    });
  }

  approve(): Promise<boolean> {
    const { preview } = this;
    if (preview === null) return Promise.resolve(false);
    return this.work('approve', async () => {
      const delivery = await this.#client.monitoring.approve({ deliveryId: preview.delivery.id });
      this.preview = { ...preview, delivery };
      this.deliveries = await this.#client.monitoring.deliveries();
      announce('Freigegeben. Die Meldung liegt zum Versand bereit.', 'good');
    });
  }

  send(): Promise<boolean> {
    return this.work('send', async () => {
      const before = this.waiting;
      this.deliveries = await this.#client.monitoring.send();
      const shown = this.preview?.delivery.id;
      const again = this.deliveries.find(({ id }) => id === shown);
      if (this.preview !== null && again !== undefined) this.preview = { ...this.preview, delivery: again };
      if (this.waiting < before) announce('Der Server hat geantwortet. Das Ergebnis steht im Versandprotokoll.', 'good');
      else announce('Noch nicht angekommen. Lotse versucht es weiter; die Meldung bleibt bereit.');
    });
  }

  /** The signed bytes as a file: to keep, or to carry on a stick where there is no network. */
  saveFile(delivery: Pick<DeliveryView, 'id' | 'period' | 'sequence'>, office: string): Promise<boolean> {
    return this.work('file', async () => {
      const bytes = await this.#client.monitoring.envelope({ deliveryId: delivery.id });
      await this.#saved.savePaper(bytes, deliveryFileName({ ...delivery, office }), { personal: false });
    });
  }

  connect(url: string, code: string): Promise<boolean> {
    return this.work('connect', async () => {
      this.connection = await this.#client.monitoring.connect({ url, code });
    });
  }

  check(): Promise<boolean> {
    return this.work('check', async () => {
      const connection = await this.#client.monitoring.checkConnection();
      const waits = connection.state === 'pending' || (connection.state === 'connected' && connection.renewal === 'pending');
      if (waits) announce('Das Servicebüro hat die Anmeldung noch nicht freigegeben.');
      this.connection = connection;
    });
  }
}
