/**
 * Finds a slot by login name without a file saying the name.
 *
 * A BLAKE2b hash keyed with the office's random salt. It hides the word from a reader of the folder and from a search; somebody who
 * guesses names can confirm a guess, which a slow hash would only delay: the names of counsellors stand on the JMD's web page. What
 * guards the keys is the password under Argon2id alone.
 */
import { deriveSubkey, fromHex, toHex } from '../../shared/crypto/sodium.ts';

/** Two logins that differ in case, spaces around them or Unicode form only are the same. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** `salt`: hex, from office.json. */
export function loginTag(salt: string, login: string): string {
  return toHex(deriveSubkey(fromHex(salt), `login/${normaliseLogin(login)}`));
}
