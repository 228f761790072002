/** Printing on a printer that is named before anything leaves, in the desktop shell. */
import type { PrinterView } from '../../../shared/rpc/shell.contract.ts';
import { Working } from '../working.svelte.ts';
import type { ShellClient } from './client.ts';

/** The one that was used last; until the window goes, nothing is written down. */
let lastPrinter: string | null = null;

/** What stands in the list at first: the last one, else the one of the system, else the only one. */
export function likelyPrinter(printers: readonly PrinterView[], last: string | null): string | null {
  const names = printers.map(({ name }) => name);
  if (last !== null && names.includes(last)) return last;
  return printers.find(({ isDefault }) => isDefault)?.name ?? (names.length === 1 ? (names[0] ?? null) : null);
}

/** "HP LaserJet · Flur, 1. Stock": where the paper comes out stands beside the name. */
export function printerWords({ displayName, location }: Pick<PrinterView, 'displayName' | 'location'>): string {
  return location === '' ? displayName : `${displayName} · ${location}`;
}

export class Printing extends Working<'load' | 'print'> {
  readonly #shell: Pick<ShellClient, 'printers' | 'print'>;
  /** null until they were asked for. */
  printers: readonly PrinterView[] | null = $state.raw(null);
  chosen: string | null = $state(null);
  copies: number | null = $state(1);
  /** Where the paper last went, in words; null before. */
  sent: string | null = $state(null);

  constructor(shell: Pick<ShellClient, 'printers' | 'print'>) {
    super();
    this.#shell = shell;
  }

  readonly printer = $derived.by(() => (this.printers ?? []).find(({ name }) => name === this.chosen) ?? null);

  load(): Promise<boolean> {
    return this.work('load', async () => {
      this.printers = await this.#shell.printers();
      this.chosen = likelyPrinter(this.printers, this.chosen ?? lastPrinter);
    });
  }

  /** False when it was refused; then `problem` says why, and the list is asked for anew. */
  async print(pdf: Blob, fileName: string): Promise<boolean> {
    const { chosen, copies, printer } = this;
    if (chosen === null || copies === null || printer === null) return false;
    this.sent = null;
    const done = await this.work('print', async () => {
      await this.#shell.print({ pdf: new File([pdf], fileName, { type: 'application/pdf' }), printer: chosen, copies });
      lastPrinter = chosen;
      this.sent = printerWords(printer);
    });
    const refused = this.problem;
    if (refused?.code === 'PRINTER_UNKNOWN') {
      await this.load();
      this.problem ??= refused;
    }
    return done;
  }
}
