/** Runs one job in a worker. */
import { Worker } from 'node:worker_threads';
import type { StoreErrorCode } from '../contract/errors.ts';
import { StoreError } from '../errors.ts';
import { startReading } from '../lock.ts';
import type { SlotKeys } from '../slots/slot.ts';
import type { Job, JobResult } from './jobs.ts';

/** Jobs under way, by data folder. */
const running = new Map<string, Set<Promise<unknown>>>();

/** Workers that hold keys of a folder, but for a restore: that one goes through, whoever locks meanwhile. */
const readers = new Map<string, Set<Worker>>();
const stopped = new WeakSet<Worker>();

/**
 * Ends every backup and check of the folder, so that nobody holds keys after a lock and no program waits for them at its end. Whoever
 * asked for one gets LOCKED. A thread that is inside SQLite ends when that has answered: see [Note: lingering lock].
 */
export function stopReaders(dir: string): void {
  for (const worker of readers.get(dir) ?? []) {
    stopped.add(worker);
    void worker.terminate();
  }
}

/** Counts `work` among what {@link filesAtRest} waits for. */
export function underWay<T>(dir: string, work: Promise<T>): Promise<T> {
  const ofFolder = running.get(dir) ?? new Set();
  running.set(dir, ofFolder.add(work));
  return work.finally(() => {
    ofFolder.delete(work);
    if (ofFolder.size === 0) running.delete(dir);
  });
}

/**
 * Resolves when no backup and no check reads the databases of this folder, which hold old pages as long as they do, and nothing is on its
 * way to a second place.
 */
export async function filesAtRest(dir: string): Promise<void> {
  await Promise.allSettled([...(running.get(dir) ?? [])]);
}

/** Whether {@link filesAtRest} would wait. */
export function isReading(dir: string): boolean {
  return running.has(dir);
}

/** Copies of the keys: the store wipes its own when it closes, the worker wipes these. */
export function keysForWorker({ deskKey, casesKey }: Pick<SlotKeys, 'deskKey' | 'casesKey'>): Pick<Job, 'deskKey' | 'casesKey'> {
  return { deskKey: deskKey.slice(), casesKey: casesKey?.slice() ?? null };
}

/** Throws a StoreError with the code the worker met. */
export function inWorker<J extends Job>(job: J): Promise<JobResult<J>> {
  return underWay(job.dir, start(job));
}

function start<J extends Job>(job: J): Promise<JobResult<J>> {
  return new Promise((resolve, reject) => {
    const keys = [job.deskKey, job.casesKey, ...(job.type === 'restore' ? [job.signingSeed] : [])];
    const buffers = keys.flatMap((key) => (key === null ? [] : [key.buffer as ArrayBuffer]));
    // Moved, not copied: this thread has none of them any more.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job, transferList: buffers });
    const endReading = startReading(job.dir);
    const ofFolder = readers.get(job.dir) ?? new Set();
    if (job.type !== 'restore') readers.set(job.dir, ofFolder.add(worker));
    let answer: { readonly done?: JobResult<J>; readonly code?: StoreErrorCode } | undefined;
    worker.once('message', (message: typeof answer) => (answer = message));
    worker.once('error', reject);
    worker.once('exit', () => {
      ofFolder.delete(worker);
      endReading();
      if (answer === undefined) reject(stopped.has(worker) ? new StoreError('LOCKED') : new Error('a worker ended without an answer'));
      else if (answer.code !== undefined) reject(new StoreError(answer.code));
      else resolve(answer.done as JobResult<J>);
    });
  });
}
