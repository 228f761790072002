/**
 * From a password or recovery code to the key that wraps a slot.
 *
 * [Note: what cannot be wiped] The bytes of the password are wiped; where a worker derives they are moved into it, and the key is moved back.
 * What nobody can wipe: the password as a string of JavaScript (the window's, the message's, ours), the base64 texts inside an opened
 * slot, and what Argon2 left in the worker's WebAssembly memory, which the system takes back, unwiped, when the worker ends.
 */
import { Worker } from 'node:worker_threads';
import { passwordBytes, wipe } from '../../shared/crypto/sodium.ts';
import { quickKey } from './quick-argon2.ts';

export interface DerivationRequest {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly ops: number;
  /** Bytes. */
  readonly memory: number;
}

/** The same as it crosses to the worker. */
export type DerivationWork = Omit<DerivationRequest, 'password'> & { readonly password: Uint8Array };

/** 32 bytes after some tenths of a second in another thread; rejects when it cannot run, such as without 64 MiB of memory. */
export async function deriveKey(request: DerivationRequest): Promise<Uint8Array> {
  const password = passwordBytes(request.password);
  try {
    return (await quickKey({ ...request, password })) ?? (await deriveInWorker(request));
  } finally {
    wipe(password);
  }
}

/** By libsodium, in a worker; takes a good part of a second. */
export function deriveInWorker(request: DerivationRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const password = passwordBytes(request.password);
    const work: DerivationWork = { ...request, password };
    const worker = new Worker(new URL('./derive-worker.ts', import.meta.url), { workerData: work, transferList: [password.buffer] });
    let key: Uint8Array | undefined;
    worker.once('message', (message: Uint8Array) => (key = message));
    worker.once('error', reject);
    worker.once('exit', () => {
      if (key === undefined) reject(new Error('key derivation ended without a key'));
      else resolve(key);
    });
  });
}
