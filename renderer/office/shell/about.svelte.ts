/** What the page "Über Lotse" knows. */
import type { LicencesFile } from '../../../shared/licences.ts';
import type { OfficeClient } from '../rpc.ts';
import { browserLines, desktopLines, type Line } from './about-words.ts';
import type { Shell } from './client.ts';
import { loadLicences } from './licences.ts';

export class About {
  readonly #shell: Shell | null;
  readonly #client: Pick<OfficeClient, 'catalogue'> | null;
  /** What runs, as the shell says it; null in the browser shell: then it is the version the window was built with. */
  #running: string | null = $state(null);
  lines: readonly Line[] = $state.raw([]);
  /** null before an office is open: then nobody says it. */
  edition: string | null = $state(null);
  /** `loading`: on its way; `missing`: the file is not there. */
  licences: LicencesFile | 'loading' | 'missing' = $state.raw('loading');

  constructor(shell: Shell | null, client: Pick<OfficeClient, 'catalogue'> | null) {
    this.#shell = shell;
    this.#client = client;
  }

  readonly version = $derived.by(() => this.#running ?? (typeof this.licences === 'string' ? null : this.licences.version));

  async load(): Promise<void> {
    await Promise.all([this.#loadProgram(), this.#loadEdition(), this.loadLicences()]);
  }

  async loadLicences(): Promise<void> {
    this.licences = 'loading';
    try {
      this.licences = await loadLicences();
    } catch {
      // Not there, or cut off: the page says so and offers to try again.
      this.licences = 'missing';
    }
  }

  async #loadProgram(): Promise<void> {
    if (this.#shell === null) {
      const { userAgentData } = navigator as Navigator & { readonly userAgentData?: { readonly brands: readonly { brand: string; version: string }[] } };
      this.lines = browserLines(navigator.userAgent, userAgentData?.brands);
      return;
    }
    try {
      const { version: running, ...about } = await this.#shell.client.about();
      this.#running = running;
      this.lines = desktopLines(about);
    } catch {
      // The window is being cut off; what is known without the shell stays on the page.
      this.lines = [];
    }
  }

  async #loadEdition(): Promise<void> {
    try {
      this.edition = (await this.#client?.catalogue.current())?.edition ?? null;
    } catch {
      // Locked meanwhile: the line is left out.
      this.edition = null;
    }
  }
}
