/** What the page knows: the server, the token in memory, which part is open. */
import type { ServerInfo } from '../../shared/envelopes/collector-api.ts';
import type { DeliveryState, ReportChoices } from '../../shared/envelopes/reports-api.ts';
import { api } from './api.ts';
import type { Failure } from './api.ts';

export type Page = 'deliveries' | 'reports';

export class CentreApp {
  server = $state.raw<ServerInfo | null>(null);
  token = $state.raw<string | null>(null);
  page = $state<Page>('deliveries');
  deliveries = $state.raw<DeliveryState | null>(null);
  choices = $state.raw<ReportChoices | null>(null);
  failure = $state<Failure | null>(null);
  busy = $state(false);

  constructor(token: string | null) {
    void this.#start(token);
  }

  async #start(token: string | null): Promise<void> {
    const server = await api.server();
    if (server.ok) this.server = server.value;
    else this.failure = server.error;
    if (token !== null) await this.open(token);
  }

  /** Tries the token; only one that works is kept. */
  async open(token: string): Promise<void> {
    this.busy = true;
    const [deliveries, choices] = await Promise.all([api.deliveries(token), api.choices(token)]);
    this.busy = false;
    if (deliveries.ok && choices.ok) {
      this.token = token;
      this.deliveries = deliveries.value;
      this.choices = choices.value;
      this.failure = null;
    } else {
      this.failed(!deliveries.ok ? deliveries.error : !choices.ok ? choices.error : 'FAILED');
    }
  }

  async refresh(): Promise<void> {
    if (this.token !== null) await this.open(this.token);
  }

  failed(error: Failure): void {
    if (error === 'UNAUTHORISED') this.close();
    this.failure = error;
  }

  close(): void {
    this.token = null;
    this.deliveries = null;
    this.choices = null;
    this.failure = null;
    this.page = 'deliveries';
  }
}
