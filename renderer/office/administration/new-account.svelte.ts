/** What is typed for a new account, checked when it is sent. */
import type { Role } from '../../../shared/rpc/session.views.ts';
import { PasswordChoice } from './password-form.svelte.ts';
import { administrationTexts } from './texts.ts';

const texts = administrationTexts.accounts;

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
}

export class NewAccountForm {
  displayName = $state('');
  login = $state('');
  role: Role | null = $state(null);
  /** Sent once with something missing: from then on each field says what it lacks, until it does not. */
  #tried = $state(false);
  readonly choice: PasswordChoice;

  readonly errors = $derived.by((): { readonly displayName?: string; readonly login?: string; readonly role?: string } => {
    if (!this.#tried) return {};
    return {
      ...(this.displayName.trim().length < 2 && { displayName: texts.nameMissing }),
      ...(this.login.trim().length < 2 && { login: texts.loginMissing }),
      ...(this.role === null && { role: texts.roleMissing }),
    };
  });

  constructor(officeName: () => string) {
    this.choice = new PasswordChoice(() => [this.displayName, this.login, officeName()]);
  }

  /** null with its errors shown when something is left to mend. */
  check(): NewAccount | null {
    const { role } = this;
    const displayName = this.displayName.trim();
    const login = this.login.trim();
    this.#tried = true;
    const passwordFits = this.choice.check();
    if (role === null || !passwordFits || Object.keys(this.errors).length > 0) return null;
    return { login, displayName, role, password: this.choice.fresh };
  }
}
