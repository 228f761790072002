/** One Argon2id derivation in a thread of its own, so that nothing waits meanwhile (R06). */
import { parentPort, workerData } from 'node:worker_threads';
import { cryptoReady, keyFromPassword, wipe } from '../../shared/crypto/sodium.ts';
import type { DerivationWork } from './derive-key.ts';

const { password, salt, ops, memory } = workerData as DerivationWork;
await cryptoReady();
// A copy with a buffer of its own, so that it can be moved instead of copied.
const derived = keyFromPassword(password, salt, ops, memory);
const key = derived.slice();
wipe(derived);
wipe(password);
parentPort?.postMessage(key, [key.buffer]);
