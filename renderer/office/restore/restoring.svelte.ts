/** Bringing a backup back: choose, open, wait, hear what came of it. Works while the office is locked or cannot be opened. */
import type { BackupView, RestoreView } from '../../../shared/rpc/safety.views.ts';
import { problemOf, waitSecondsOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';
import { unlockTexts } from '../unlock/texts.ts';
import { Waiting } from '../unlock/waiting.svelte.ts';

/** What of the core this page needs. */
export interface RestoreClient {
  readonly safety: Pick<OfficeClient['safety'], 'backups' | 'restore'>;
}

export class Restoring {
  readonly #client: RestoreClient;
  readonly waiting = new Waiting();
  /** Newest first; null until they are known. */
  backups: readonly BackupView[] | null = $state.raw(null);
  chosen: string | null = $state(null);
  way: 'password' | 'sheet' = $state('password');
  login = $state('');
  password = $state('');
  code = $state('');
  busy = $state(false);
  problem: Problem | null = $state.raw(null);
  result: RestoreView | null = $state.raw(null);

  constructor(client: RestoreClient, chosen: string | null) {
    this.#client = client;
    this.chosen = chosen;
  }

  readonly ready = $derived.by(() => this.chosen !== null && (this.way === 'password' ? this.password !== '' : this.code.trim() !== ''));

  async load(): Promise<void> {
    this.problem = null;
    try {
      const backups = await this.#client.safety.backups();
      this.backups = backups;
      // The newest that was opened again and counted is what most people want.
      if (!backups.some(({ name }) => name === this.chosen)) this.chosen = (backups.find(({ verifiedAt }) => verifiedAt !== null) ?? backups[0])?.name ?? null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  async restore(): Promise<void> {
    const { chosen } = this;
    if (chosen === null || !this.ready || this.busy || this.waiting.left > 0) return;
    this.busy = true;
    this.problem = null;
    const login = this.login.trim();
    const secret = this.way === 'sheet' ? { code: this.code } : { login: login === '' ? null : login, password: this.password };
    try {
      this.result = await this.#client.safety.restore({ backup: chosen, secret });
      this.password = this.code = '';
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'UNLOCK_WAIT') this.waiting.start(waitSecondsOf(error), unlockTexts.waitBegun, unlockTexts.waitEnded);
      else this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}
