/** New versions of Lotse in the desktop shell: each step is asked for by a person, and says what comes next. */
import type { UpdatesView } from '../../../shared/rpc/shell.contract.ts';
import { flushOpenCases, hasUnsaved } from '../case/open-cases.ts';
import { Working } from '../working.svelte.ts';
import type { ShellClient } from './client.ts';

type Step = 'state' | 'look' | 'fetch' | 'fromFile' | 'install';

export class Updates extends Working<Step> {
  readonly #shell: Pick<ShellClient, 'updates'>;
  view: UpdatesView | null = $state.raw(null);
  /** Somebody looked just now: an answer "nothing new" is news too. */
  looked = $state(false);
  /** Words are typed somewhere that are not stored: the program must not end now. */
  unsaved = $state(false);

  constructor(shell: Pick<ShellClient, 'updates'>) {
    super();
    this.#shell = shell;
  }

  #step(step: Exclude<Step, 'install'>): Promise<boolean> {
    this.looked = false;
    return this.#try(step, async () => {
      this.view = await this.#shell.updates[step]();
      this.looked = step === 'look';
    });
  }

  /** What is refused may have been removed: the page shows what is left, and why. */
  async #try(step: Step, act: () => Promise<void>): Promise<boolean> {
    return this.work(step, async () => {
      try {
        await act();
      } catch (refusal) {
        // A shell that answers no more has nothing newer to say than the refusal.
        if (step !== 'state') this.view = await this.#shell.updates.state().catch(() => this.view);
        throw refusal;
      }
    });
  }

  load(): Promise<boolean> {
    return this.#step('state');
  }

  look(): Promise<boolean> {
    return this.#step('look');
  }

  fetch(): Promise<boolean> {
    return this.#step('fetch');
  }

  fromFile(): Promise<boolean> {
    return this.#step('fromFile');
  }

  /** What is typed is stored first; then the shell asks once more, and ends the program. It comes back here when the person said no. */
  async install(): Promise<boolean> {
    await flushOpenCases();
    this.unsaved = hasUnsaved();
    if (this.unsaved) return false;
    return this.#try('install', () => this.#shell.updates.install());
  }
}
