/** What is typed during set-up, step by step; checked when one goes on, kept when one goes back. */
import { OfficeId } from '../../../shared/domain/ids.ts';
import type { OfficeClient } from '../rpc.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { carrierGroups, lands, privacyLaws } from './choices.ts';
import { minLength, passwordWords } from './password-words.ts';

type Value<T extends readonly { readonly value: string }[]> = T[number]['value'];
type FieldName = 'officeName' | 'officeId' | 'carrierGroup' | 'land' | 'privacyLaw' | 'displayName' | 'login' | 'password' | 'again';

export class SetupForm {
  step: 'office' | 'user' = $state('office');
  officeName = $state('');
  officeId = $state('');
  carrierGroup: Value<typeof carrierGroups> | null = $state(null);
  land: Value<typeof lands> | null = $state(null);
  privacyLaw: Value<typeof privacyLaws> | null = $state(null);
  training = $state(false);
  displayName = $state('');
  login = $state('');
  password = $state('');
  again = $state('');
  errors: Partial<Record<FieldName, string>> = $state({});
  busy = $state(false);
  problem: Problem | null = $state.raw(null);

  readonly strength = $derived.by(() => passwordWords(this.password, [this.login, this.displayName, this.officeName]));

  #officeErrors(): Partial<Record<FieldName, string>> {
    return {
      ...(this.officeName.trim().length < 2 && { officeName: 'Bitte den Namen Ihres JMD eintragen.' }),
      ...(!OfficeId.safeParse(this.officeId.trim().toUpperCase()).success && {
        officeId: 'Bitte die Kennung vom Servicebüro eintragen, zum Beispiel NI-0417.',
      }),
      ...(this.carrierGroup === null && { carrierGroup: 'Bitte die Trägergruppe wählen.' }),
      ...(this.land === null && { land: 'Bitte das Land wählen.' }),
      ...(this.privacyLaw === null && { privacyLaw: 'Bitte das anwendbare Datenschutzrecht wählen.' }),
    };
  }

  #userErrors(): Partial<Record<FieldName, string>> {
    return {
      ...(this.displayName.trim().length < 2 && { displayName: 'Bitte Ihren Namen eintragen.' }),
      ...(this.login.trim().length < 2 && { login: 'Bitte einen Anmeldenamen mit mindestens zwei Zeichen eintragen.' }),
      ...(this.password.length < minLength && { password: `Bitte mindestens ${minLength} Zeichen nehmen.` }),
      ...(this.again !== this.password && { again: 'Die beiden Passwörter sind nicht gleich. Bitte noch einmal tippen.' }),
    };
  }

  /** True when nothing is left to mend; else the first field with an error gets the cursor from the page. */
  check(): boolean {
    this.errors = this.step === 'office' ? this.#officeErrors() : this.#userErrors();
    return Object.keys(this.errors).length === 0;
  }

  /** Makes the office; returns the code for the Notfallblatt, or null with `problem` set. */
  async initialise(client: OfficeClient): Promise<string | null> {
    const { carrierGroup, land, privacyLaw } = this;
    if (carrierGroup === null || land === null || privacyLaw === null) return null;
    this.busy = true;
    this.problem = null;
    try {
      const { recoveryCode } = await client.session.initialise({
        officeId: OfficeId.parse(this.officeId.trim().toUpperCase()),
        officeName: this.officeName.trim(),
        carrierGroup,
        land,
        privacyLaw,
        login: this.login.trim(),
        displayName: this.displayName.trim(),
        password: this.password,
        training: this.training,
      });
      this.password = this.again = '';
      return recoveryCode;
    } catch (error) {
      this.problem = problemOf(error);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
