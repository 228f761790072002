/** The run that goes on just now, one per open office; and the last one, which the desk remembers. */
import type { ActId } from '../../shared/domain/ids.ts';
import type { ClockRunView } from '../../shared/rpc/clock.views.ts';
import type { OpenContext, OpenOffice } from '../context.ts';
import { readClock } from './settings.ts';

export interface Job {
  view: ClockRunView;
  /** Somebody wants it to stop; looked at between two batches. */
  cancelled: boolean;
  /** The window's name for the act that began it; null where Lotse began it by itself. */
  readonly act: ActId | null;
  /** Never rejects. */
  done: Promise<void>;
}

const jobs = new WeakMap<OpenOffice, Job>();

export function jobOf(office: OpenOffice): Job | undefined {
  return jobs.get(office);
}

export function keepJob(office: OpenOffice, job: Job): void {
  jobs.set(office, job);
}

export function isRunning(job: Job | undefined): boolean {
  return job?.view.state === 'running';
}

/** The one that goes on, else the last there was. */
export function lastRun({ office, store }: OpenContext): ClockRunView | null {
  return jobs.get(office)?.view ?? store.desk.read((tx) => readClock(tx, 'clock_last_run')) ?? null;
}
