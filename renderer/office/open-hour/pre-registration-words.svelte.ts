/** A Vormerkung that is being typed: held over a lock, for its author alone. */
import type { HeldWords } from '../held-words.ts';

export class PreRegistrationWords implements HeldWords {
  firstName = $state('');
  phone = $state('');
  when = $state('');

  get unsaved(): boolean {
    return [this.firstName, this.phone, this.when].some((text) => text.trim() !== '');
  }

  clear(): void {
    this.firstName = this.phone = this.when = '';
  }
}
