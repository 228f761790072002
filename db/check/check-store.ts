/** Looks through the files of an open office without anybody waiting for it. */
import { inWorker, keysForWorker } from '../backup/in-worker.ts';
import type { Store } from '../contract/store.ts';
import { insideOf } from '../open-store.ts';
import type { CopyFinding } from './check-copies.ts';
import type { Finding } from './check-files.ts';

/** Of a slot that opens the desk only: the desk. */
export async function checkStore(store: Store, depth: 'quick' | 'full'): Promise<readonly (Finding | CopyFinding)[]> {
  return inWorker({ type: 'check', dir: store.dir, depth, ...keysForWorker(insideOf(store).keys) });
}
