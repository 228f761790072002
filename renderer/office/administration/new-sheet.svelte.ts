/** Another Notfallblatt: password, paper, typed back. The one before goes on opening until the end. */
import { announce } from '../../ui/toast.svelte.ts';
import type { OfficeApp } from '../office-app.svelte.ts';
import { problemOf, waitSecondsOf, type Problem } from '../problem.ts';
import { unlockTexts } from '../unlock/texts.ts';
import { Waiting } from '../unlock/waiting.svelte.ts';
import { administrationTexts as texts } from './texts.ts';

/** What of the window this needs. */
export type NewSheetApp = Pick<OfficeApp, 'newSheetCode' | 'show'> & {
  readonly client: { readonly access: Pick<OfficeApp['client']['access'], 'replaceRecovery' | 'confirmReplacement'> };
};

export class NewSheet {
  readonly #app: NewSheetApp;
  readonly waiting = new Waiting();
  stage: 'password' | 'show' | 'type' = $state('password');
  password = $state('');
  typed = $state('');
  busy = $state(false);
  problem: Problem | null = $state.raw(null);

  constructor(app: NewSheetApp) {
    this.#app = app;
  }

  async begin(): Promise<void> {
    await this.#try(async () => {
      const { recoveryCode } = await this.#app.client.access.replaceRecovery({ password: this.password });
      this.#app.newSheetCode = recoveryCode;
      this.password = this.typed = '';
      this.stage = 'show';
    });
  }

  async confirm(): Promise<void> {
    await this.#try(async () => {
      const session = await this.#app.client.access.confirmReplacement({ code: this.typed });
      this.giveUp();
      announce(texts.sheet.done, 'good');
      this.#app.show(session);
    });
  }

  /** The code is forgotten here; in the core it opens nothing until it is typed back. */
  giveUp(): void {
    this.#app.newSheetCode = null;
    this.password = this.typed = '';
    this.problem = null;
    this.stage = 'password';
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.busy || this.waiting.left > 0) return;
    this.busy = true;
    this.problem = null;
    try {
      await act();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'UNLOCK_WAIT') this.waiting.start(waitSecondsOf(error), unlockTexts.waitBegun, unlockTexts.waitEnded);
      else this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}
