/** Changing one's own password. */
import { announce } from '../../ui/toast.svelte.ts';
import type { OfficeApp } from '../office-app.svelte.ts';
import { problemOf, waitSecondsOf, type Problem } from '../problem.ts';
import { unlockTexts } from '../unlock/texts.ts';
import { Waiting } from '../unlock/waiting.svelte.ts';
import { PasswordChoice } from './password-form.svelte.ts';
import { administrationTexts as texts } from './texts.ts';

/** What of the window this needs. */
export type OwnPasswordApp = Pick<OfficeApp, 'show'> & {
  readonly client: { readonly access: Pick<OfficeApp['client']['access'], 'changePassword'> };
};

export class OwnPassword {
  readonly #app: OwnPasswordApp;
  readonly waiting = new Waiting();
  readonly choice: PasswordChoice;
  old = $state('');
  busy = $state(false);
  problem: Problem | null = $state.raw(null);

  constructor(app: OwnPasswordApp, names: () => readonly string[]) {
    this.#app = app;
    this.choice = new PasswordChoice(names);
  }

  async change(): Promise<boolean> {
    if (this.busy || this.waiting.left > 0 || !this.choice.check(this.old)) return false;
    this.busy = true;
    this.problem = null;
    try {
      this.#app.show(await this.#app.client.access.changePassword({ oldPassword: this.old, newPassword: this.choice.fresh }));
      this.old = '';
      this.choice.clear();
      announce(texts.password.done, 'good');
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'UNLOCK_WAIT') this.waiting.start(waitSecondsOf(error), unlockTexts.waitBegun, unlockTexts.waitEnded);
      else this.problem = problem;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
