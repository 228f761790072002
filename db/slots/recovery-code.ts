/**
 * The code on the Notfallblatt: 130 random bits and a checksum in Crockford's base32, seven groups of four.
 *
 * The alphabet has no I, L, O and U, so what is read off paper is forgiven: O is 0, I and L are 1.
 */
import { randomBelow, sha256Hex } from '../../shared/crypto/sodium.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 × 5 = 130 bits. */
const randomCharacters = 26;
const checkCharacters = 2;

/** `7K3M-…`, to be printed once. */
export function newRecoveryCode(): string {
  const secret = Array.from({ length: randomCharacters }, () => alphabet[randomBelow(32)] ?? '').join('');
  return (secret + checksum(secret)).replace(/.{4}(?=.)/g, '$&-');
}

/** The secret of a typed code, whatever its spaces, dashes and case; null when it cannot be one (a slip, the checksum tells). */
export function readRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (code.length !== randomCharacters + checkCharacters || [...code].some((c) => !alphabet.includes(c))) return null;
  const secret = code.slice(0, randomCharacters);
  return checksum(secret) === code.slice(randomCharacters) ? secret : null;
}

/** Ten bits of SHA-256: a slip goes unnoticed once in a thousand, and then it is simply a wrong code. */
function checksum(secret: string): string {
  const bits = Number.parseInt(sha256Hex(`lotse recovery ${secret}`).slice(0, 3), 16) >> 2;
  return `${alphabet[bits >> 5] ?? ''}${alphabet[bits & 31] ?? ''}`;
}
