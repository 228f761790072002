/** One Argon2id derivation in a thread of its own, so that nothing waits meanwhile (R06). */
import { parentPort, workerData } from 'node:worker_threads';
import { cryptoReady, keyFromPassword } from '../../shared/crypto/sodium.ts';
import type { DerivationRequest } from './derive-key.ts';

const { password, salt, ops, memory } = workerData as DerivationRequest;
await cryptoReady();
parentPort?.postMessage(keyFromPassword(password, salt, ops, memory));
