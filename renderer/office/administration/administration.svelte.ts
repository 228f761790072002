/** Zugänge, Sicherungen and checks as one page sees them. One thing at a time; a failure is shown and nothing is lost. */
import type { SafetyView } from '../../../shared/rpc/safety.views.ts';
import type { AccountView, SessionView, UserView } from '../../../shared/rpc/session.views.ts';
import { announce } from '../../ui/toast.svelte.ts';
import type { OfficeApp } from '../office-app.svelte.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import { administrationTexts as texts } from './texts.ts';

type Work = 'load' | 'backup' | 'target' | 'lockAfter' | 'check' | 'rebuild' | 'account';
type NewAccount = Parameters<OfficeClient['access']['add']>[0];

/** What of the window this page needs. */
export type AdministrationApp = Pick<OfficeApp, 'refresh'> & {
  readonly client: { readonly access: OfficeClient['access']; readonly safety: OfficeClient['safety'] };
};

export class Administration extends Working<Work> {
  readonly #app: AdministrationApp;
  readonly isHead: boolean;
  safety: SafetyView | null = $state.raw(null);
  /** null where they are not for this person, or not known yet. */
  accounts: readonly AccountView[] | null = $state.raw(null);
  /** The last look through the files was taken on this page, not some day before. */
  checkedHere = $state(false);

  constructor(app: AdministrationApp, isHead: boolean) {
    super();
    this.#app = app;
    this.isHead = isHead;
  }

  protected override work(work: Work, act: () => Promise<void>): Promise<boolean> {
    return this.working === null ? super.work(work, act) : Promise.resolve(false);
  }

  /** What was wrong may be right now, and the page above says so. */
  async #safe(view: Promise<SafetyView>): Promise<void> {
    this.safety = await view;
    await this.#app.refresh();
  }

  load(): Promise<boolean> {
    const { access, safety } = this.#app.client;
    return this.work('load', async () => {
      const [view, accounts] = await Promise.all([safety.overview(), this.isHead ? access.accounts() : null]);
      this.safety = view;
      this.accounts = accounts;
    });
  }

  backUp(): Promise<boolean> {
    return this.work('backup', async () => {
      await this.#safe(this.#app.client.safety.backupNow());
      announce(texts.backups.done, 'good');
    });
  }

  setTarget(folder: string | null): Promise<boolean> {
    return this.work('target', async () => {
      await this.#safe(this.#app.client.safety.setTarget({ folder }));
      announce(folder === null ? texts.backups.targetDropped : texts.backups.targetDone, 'good');
    });
  }

  setLockAfter(minutes: number): Promise<boolean> {
    return this.work('lockAfter', async () => {
      await this.#safe(this.#app.client.safety.setLockAfter({ minutes }));
      announce(texts.lock.done, 'good');
    });
  }

  check(): Promise<boolean> {
    return this.work('check', async () => {
      const before = this.safety?.check?.at;
      await this.#safe(this.#app.client.safety.check());
      this.checkedHere = this.safety?.check?.at !== before;
    });
  }

  rebuild(): Promise<boolean> {
    return this.work('rebuild', async () => {
      await this.#safe(this.#app.client.safety.rebuild());
      announce(texts.check.rebuildDone, 'good');
    });
  }

  /** Staff stands in the session too. */
  #account(said: string, act: () => Promise<readonly AccountView[]>): Promise<boolean> {
    return this.work('account', async () => {
      this.accounts = await act();
      announce(said, 'good');
      await this.#app.refresh();
    });
  }

  add(account: NewAccount): Promise<boolean> {
    return this.#account(texts.accounts.added(account.displayName), () => this.#app.client.access.add(account));
  }

  reset({ id, displayName }: Pick<UserView, 'id' | 'displayName'>, newPassword: string): Promise<boolean> {
    return this.#account(texts.accounts.resetDone(displayName), () => this.#app.client.access.resetPassword({ user: id, newPassword }));
  }

  remove({ id, displayName }: Pick<UserView, 'id' | 'displayName'>): Promise<boolean> {
    return this.#account(texts.accounts.removed(displayName), () => this.#app.client.access.remove({ user: id }));
  }

  forgetProblem(): void {
    this.problem = null;
  }
}

export type OpenSession = Extract<SessionView, { phase: 'open' }>;
