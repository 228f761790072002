/** Lets go of what was deleted a moment ago: into the file with the pages `secure_delete` has emptied, and the WAL cut to nothing. */
import { filesAtRest } from '../backup/in-worker.ts';
import type { Store } from '../contract/store.ts';
import { StoreError } from '../errors.ts';
import { insideOf } from '../open-store.ts';
import { emptyWal } from './rewrite-file.ts';

/**
 * After the transaction that deleted, which is durable by itself. Waits for a backup that is being written: it reads old pages and would keep
 * them from going. Where they cannot go now (a disk that refuses, a store closed meanwhile), they go when the store closes.
 *
 * Returns whether they are gone.
 */
export async function dropFrames(store: Store, isOpen: () => boolean): Promise<boolean> {
  await filesAtRest(store.dir);
  if (!isOpen()) return false;
  const { cases } = insideOf(store).databases;
  try {
    if (cases !== null) emptyWal(cases);
    return true;
  } catch (problem) {
    if (!(problem instanceof StoreError)) throw problem;
    return false;
  }
}
