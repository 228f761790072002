/**
 * One-time enrolment codes: 100 random bits as twenty signs in groups of four, without signs that look alike (Crockford base 32).
 * The database keeps the SHA-256 only; with 100 bits nothing slower is needed.
 */
import { randomBytes, sha256Hex } from '../../shared/crypto/sodium.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = 20;

/** How long a code is valid, in days. */
export const codeValidDays = 30;

export function newEnrolmentCode(): string {
  const code = Array.from(randomBytes(signs), (byte) => alphabet[byte % alphabet.length]).join('');
  return code.replace(/(.{4})(?!$)/g, '$1-');
}

/** Hash of a code as typed: case, spaces and hyphens do not matter, O reads 0, I and L read 1. */
export function enrolmentCodeHash(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return sha256Hex(`lotse-enrolment-code:${plain}`);
}
