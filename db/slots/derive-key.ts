/** From a password or recovery code to the key that wraps a slot. */
import { Worker } from 'node:worker_threads';

export interface DerivationRequest {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly ops: number;
  /** Bytes. */
  readonly memory: number;
}

/** 32 bytes after a good part of a second in a worker; rejects when the worker cannot run, such as without 64 MiB of memory. */
export function deriveKey(request: DerivationRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./derive-worker.ts', import.meta.url), { workerData: request });
    let key: Uint8Array | undefined;
    worker.once('message', (message: Uint8Array) => (key = message));
    worker.once('error', reject);
    worker.once('exit', () => {
      if (key === undefined) reject(new Error('key derivation ended without a key'));
      else resolve(key);
    });
  });
}
