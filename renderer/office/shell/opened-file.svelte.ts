/** A file of Lotse that somebody opened: by a double click, from the menu, or chosen in the browser. It is looked at, nothing is taken over. */
import type { OpenedFileView } from '../../../shared/rpc/files.contract.ts';
import { maxMessageBytes } from '../../../shared/rpc/limits.ts';
import { deliveryFileEnding } from '../../../shared/monitoring/delivery-file.ts';
import { problemOfCode } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import type { ShellClient } from './client.ts';

/** Room a message needs around the file. */
const aroundFile = 10_000;

type Source = Pick<ShellClient, 'files'>;

/** The browser's own dialog; null when it was closed without a choice. */
function chooseInBrowser(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = `.${deliveryFileEnding}`;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

export class OpenedFile extends Working<'open'> {
  readonly #client: Pick<OfficeClient, 'files'>;
  readonly #source: Source | null;
  /** Name of the file as the system calls it; null: no file is shown. */
  name: string | null = $state(null);
  file: OpenedFileView | null = $state.raw(null);

  constructor(client: Pick<OfficeClient, 'files'>, source: Source | null) {
    super();
    this.#client = client;
    this.#source = source;
  }

  /** Something is to be shown: a file, the wait for it, or why there is none. */
  readonly open = $derived.by(() => this.name !== null || this.problem !== null);

  /** Asks for a file and shows it. */
  choose(): Promise<void> {
    const source = this.#source;
    return this.#show(source === null ? chooseInBrowser : () => source.files.choose());
  }

  /** Shows the file that waits since Lotse was opened with it; nothing happens when none does. */
  async take(): Promise<void> {
    const source = this.#source;
    if (source !== null) await this.#show(() => source.files.takeOpened());
  }

  close(): void {
    this.name = null;
    this.file = null;
    this.problem = null;
  }

  async #show(get: () => Promise<File | null>): Promise<void> {
    await this.work('open', async () => {
      const file = await get();
      if (file === null) return;
      this.close();
      this.name = file.name;
      if (file.size > maxMessageBytes - aroundFile) {
        this.problem = problemOfCode('FILE_TOO_LARGE');
        return;
      }
      this.file = await this.#client.files.look({ file });
    });
  }
}
