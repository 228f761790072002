/**
 * Work on whole files in a thread of its own, so that nobody who types waits for it (R33, R34).
 *
 * Keys come as bytes and are wiped at the end. Out go plain results and codes, never a text of SQLite: it could name what somebody typed.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { cryptoReady, wipe } from '../../shared/crypto/sodium.ts';
import { storeCodeOf } from '../errors.ts';
import { runJob, type Job } from './jobs.ts';

const job = workerData as Job;
await cryptoReady();
try {
  parentPort?.postMessage({ done: await runJob(job) });
} catch (error) {
  const code = storeCodeOf(error);
  if (code === null) throw error;
  parentPort?.postMessage({ code });
} finally {
  wipe(job.deskKey);
  if (job.casesKey !== null) wipe(job.casesKey);
  if (job.type === 'restore' && job.signingSeed !== null) wipe(job.signingSeed);
}
