/** Show, print, type back: the office opens only after the code came back from paper. */
import type { OfficeApp } from '../office-app.svelte.ts';
import { problemOf, type Problem } from '../problem.ts';

export class RecoveryTyping {
  readonly #app: OfficeApp;
  stage: 'show' | 'type' = $state('show');
  typed = $state('');
  busy = $state(false);
  problem: Problem | null = $state.raw(null);

  constructor(app: OfficeApp) {
    this.#app = app;
    // After a restart the code is on paper alone.
    if (app.recoveryCode === null) this.stage = 'type';
  }

  async confirm(): Promise<void> {
    if (this.busy || this.typed.trim() === '') return;
    this.busy = true;
    this.problem = null;
    try {
      this.#app.show(await this.#app.client.session.confirmRecovery({ code: this.typed }));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
