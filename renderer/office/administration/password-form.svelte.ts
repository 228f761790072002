/** Choosing a password, once and once more: one's own, the first of somebody new, the next of somebody who forgot hers. */
import { minLength, passwordWords } from '../setup/password-words.ts';
import { administrationTexts as texts } from './texts.ts';

export class PasswordChoice {
  readonly #names: () => readonly string[];
  fresh = $state('');
  again = $state('');
  freshError: string | undefined = $state();
  againError: string | undefined = $state();

  readonly strength = $derived.by(() => passwordWords(this.fresh, this.#names()));

  /** `names`: what the password must not be made of. */
  constructor(names: () => readonly string[]) {
    this.#names = names;
  }

  /** True when it can be used. `old`: the one that opens now, where it is known. */
  check(old?: string): boolean {
    const short = this.fresh.length < minLength;
    this.freshError = short ? texts.password.short(minLength) : this.fresh === old ? texts.password.same : undefined;
    this.againError = this.fresh === this.again ? undefined : texts.password.different;
    return this.freshError === undefined && this.againError === undefined;
  }

  /** What was wrong is being mended: said again when it is sent. */
  typed(): void {
    this.freshError = this.againError = undefined;
  }

  clear(): void {
    this.fresh = this.again = '';
    this.freshError = this.againError = undefined;
  }
}
