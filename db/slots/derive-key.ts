/**
 * From a password or recovery code to the key that wraps a slot.
 *
 * [Note: what cannot be wiped] The bytes of the password are moved into the worker, not copied, and wiped there; the key is moved back.
 * What nobody can wipe: the password as a string of JavaScript (the window's, the message's, ours), the base64 texts inside an opened
 * slot, and what Argon2 left in the worker's WebAssembly memory, which the system takes back, unwiped, when the worker ends.
 */
import { Worker } from 'node:worker_threads';
import { passwordBytes } from '../../shared/crypto/sodium.ts';

export interface DerivationRequest {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly ops: number;
  /** Bytes. */
  readonly memory: number;
}

/** The same as it crosses to the worker. */
export type DerivationWork = Omit<DerivationRequest, 'password'> & { readonly password: Uint8Array };

/** 32 bytes after a good part of a second in a worker; rejects when the worker cannot run, such as without 64 MiB of memory. */
export function deriveKey(request: DerivationRequest): Promise<Uint8Array> {
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
