/** Opening with a password, or with the Notfallblatt and a new one. */
import type { OfficeApp } from '../office-app.svelte.ts';
import { problemOf, waitSecondsOf, type Problem } from '../problem.ts';
import { minLength, passwordWords } from '../setup/password-words.ts';
import { unlockTexts } from './texts.ts';
import { Waiting } from './waiting.svelte.ts';

/** What of the window this page needs. */
export type UnlockApp = Pick<OfficeApp, 'show' | 'refresh'> & {
  readonly client: { readonly session: Pick<OfficeApp['client']['session'], 'unlock' | 'recover'> };
};

export class Unlocking {
  readonly #app: UnlockApp;
  readonly waiting = new Waiting();
  way: 'password' | 'sheet' = $state('password');
  login = $state('');
  password = $state('');
  code = $state('');
  newPassword = $state('');
  again = $state('');
  busy = $state(false);
  problem: Problem | null = $state.raw(null);
  againError: string | undefined = $state();
  passwordError: string | undefined = $state();

  readonly strength = $derived.by(() => passwordWords(this.newPassword, [this.login]));

  constructor(app: UnlockApp) {
    this.#app = app;
  }

  go(way: 'password' | 'sheet'): void {
    this.way = way;
    this.problem = null;
  }

  /** The core says how long: at once when the page opens, and after a wrong try. */
  wait(seconds: number): void {
    this.waiting.start(seconds, unlockTexts.waitBegun, unlockTexts.waitEnded);
  }

  async unlock(singleUser: boolean): Promise<boolean> {
    return this.#try(async () => {
      const login = singleUser ? null : this.login.trim();
      this.#app.show(await this.#app.client.session.unlock({ login, password: this.password }));
      this.password = '';
    });
  }

  async recover(): Promise<boolean> {
    this.passwordError = this.newPassword.length < minLength ? `Bitte mindestens ${minLength} Zeichen nehmen.` : undefined;
    this.againError = this.newPassword === this.again ? undefined : 'Die beiden Passwörter sind nicht gleich.';
    if (this.passwordError !== undefined || this.againError !== undefined) return false;
    return this.#try(async () => {
      const { code, newPassword } = this;
      this.#app.show(await this.#app.client.session.recover({ code, login: this.login.trim(), newPassword }));
      this.code = this.newPassword = this.again = '';
    });
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    if (this.busy || this.waiting.left > 0) return false;
    this.busy = true;
    this.problem = null;
    try {
      await act();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      // The pause has words of its own, with the seconds; after any other failure the core is asked whether one begins.
      if (problem.code === 'UNLOCK_WAIT') this.wait(waitSecondsOf(error));
      else {
        this.problem = problem;
        await this.#app.refresh();
      }
      return false;
    } finally {
      this.busy = false;
    }
  }
}
