/**
 * [Note: launch token] Cookies ignore ports, so another program's page could borrow one. Instead a one-time token lies in a file only
 * this person can read. The window posts it once and gets a secret that lives in its memory; the file then holds the next token. A used
 * token that comes back means that two parties had it: nobody can tell which of them is the counsellor, so both are shut out.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes of tokens and secrets. */
const length = 32;

function random(): string {
  return randomBytes(length).toString('base64url');
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function same(a: string, b: string): boolean {
  return timingSafeEqual(hash(a), hash(b));
}

export type Redemption = { readonly outcome: 'opened'; readonly secret: string } | { readonly outcome: 'used_before' | 'unknown' };

export interface LaunchTokens {
  /** Opens the next window. */
  current(): string;
  redeem(token: string): Redemption;
  isSecret(text: string): boolean;
}

/** `renewed` is called with every new token, the first included. */
export function createLaunchTokens(renewed: (token: string) => void): LaunchTokens {
  let current = random();
  let secret: string | null = null;
  const used: Buffer[] = [];

  function renew(): void {
    current = random();
    renewed(current);
  }

  renewed(current);
  return {
    current: () => current,
    redeem: (token) => {
      const given = hash(token);
      if (used.some((earlier) => timingSafeEqual(earlier, given))) {
        secret = null;
        renew();
        return { outcome: 'used_before' };
      }
      if (!same(token, current)) return { outcome: 'unknown' };
      used.push(given);
      secret = random();
      renew();
      return { outcome: 'opened', secret };
    },
    isSecret: (text) => secret !== null && same(text, secret),
  };
}
