/** Show, print, type back: the office opens only after the code came back from paper. */
import type { OfficeApp } from '../office-app.svelte.ts';
import { problemOf, type Problem } from '../problem.ts';

/** What of the window this step needs. */
export type RecoveryApp = Pick<OfficeApp, 'recoveryCode' | 'show'> & {
  readonly client: { readonly session: Pick<OfficeApp['client']['session'], 'confirmRecovery' | 'renewRecovery'> };
};

export class RecoveryTyping {
  readonly #app: RecoveryApp;
  stage: 'show' | 'type' = $state('show');
  typed = $state('');
  busy = $state(false);
  problem: Problem | null = $state.raw(null);

  constructor(app: RecoveryApp) {
    this.#app = app;
    // After a restart the code is on paper alone, or nowhere: then a new sheet is made.
    if (app.recoveryCode === null) this.stage = 'type';
  }

  async confirm(): Promise<void> {
    if (this.typed.trim() === '') return;
    await this.#try(async () => {
      this.#app.show(await this.#app.client.session.confirmRecovery({ code: this.typed }));
    });
  }

  /** A sheet nobody printed helps nobody: the new code is shown, the one before opens nothing any more. */
  async renew(): Promise<void> {
    await this.#try(async () => {
      const { recoveryCode } = await this.#app.client.session.renewRecovery();
      this.#app.recoveryCode = recoveryCode;
      this.typed = '';
      this.stage = 'show';
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
