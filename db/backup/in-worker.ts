/** Runs one job in a worker. */
import { Worker } from 'node:worker_threads';
import type { StoreErrorCode } from '../contract.ts';
import { StoreError } from '../errors.ts';
import type { SlotKeys } from '../slots/slot.ts';
import type { Job, JobResult } from './jobs.ts';

/** Jobs under way, by data folder. */
const running = new Map<string, Set<Promise<unknown>>>();

/** Resolves when no backup and no check reads the databases of this folder; they hold old pages as long as they do. */
export async function filesAtRest(dir: string): Promise<void> {
  await Promise.allSettled([...(running.get(dir) ?? [])]);
}

/** Copies of the keys: the store wipes its own when it closes, the worker wipes these. */
export function keysForWorker({ deskKey, casesKey }: Pick<SlotKeys, 'deskKey' | 'casesKey'>): Pick<Job, 'deskKey' | 'casesKey'> {
  return { deskKey: deskKey.slice(), casesKey: casesKey?.slice() ?? null };
}

/** Throws a StoreError with the code the worker met. */
export function inWorker<J extends Job>(job: J): Promise<JobResult<J>> {
  const done = start(job);
  const ofFolder = running.get(job.dir) ?? new Set();
  running.set(job.dir, ofFolder.add(done));
  return done.finally(() => {
    ofFolder.delete(done);
    if (ofFolder.size === 0) running.delete(job.dir);
  });
}

function start<J extends Job>(job: J): Promise<JobResult<J>> {
  return new Promise((resolve, reject) => {
    const keys = [job.deskKey, job.casesKey, ...(job.type === 'restore' ? [job.signingSeed] : [])];
    const buffers = keys.flatMap((key) => (key === null ? [] : [key.buffer as ArrayBuffer]));
    // Moved, not copied: this thread has none of them any more.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job, transferList: buffers });
    let answer: { readonly done?: JobResult<J>; readonly code?: StoreErrorCode } | undefined;
    worker.once('message', (message: typeof answer) => (answer = message));
    worker.once('error', reject);
    worker.once('exit', () => {
      if (answer === undefined) reject(new Error('a worker ended without an answer'));
      else if (answer.code !== undefined) reject(new StoreError(answer.code));
      else resolve(answer.done as JobResult<J>);
    });
  });
}
