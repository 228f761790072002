/**
 * Argon2id by the OpenSSL of Node, in a thread of its pool: the same bytes as libsodium's in a quarter of the time. Electron is built on another
 * library that has none; there the worker does it (see derive-key.ts).
 */
import crypto from 'node:crypto';

interface Work {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  /** Passes. */
  readonly ops: number;
  /** Bytes. */
  readonly memory: number;
}

/** 32 bytes, or null where this program cannot. Rejects when there is no such memory. */
export function quickKey({ password, salt, ops, memory }: Work): Promise<Uint8Array | null> {
  const parameters = { message: password, nonce: salt, parallelism: 1, tagLength: 32, memory: Math.floor(memory / 1024), passes: ops };
  // An older Node has no such function; the types know only ours.
  if (typeof (crypto as Partial<typeof crypto>).argon2 !== 'function') return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    try {
      crypto.argon2('argon2id', parameters, (error, key) => {
        if (error === null) resolve(new Uint8Array(key));
        else reject(error);
      });
    } catch (error) {
      if (isMissing(error)) resolve(null);
      else reject(error instanceof Error ? error : new Error('Argon2'));
    }
  });
}

/** A Node that was built without OpenSSL 3.2 says so when it is called. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_CRYPTO_ARGON2_NOT_SUPPORTED';
}
