/**
 * The run of the clock: what is due and free is ended or anonymised, in the background, between the acts of whoever types.
 *
 * A file is judged a second time from its whole history at the moment of acting. Interrupted anywhere, by a lock, a full disk, a power cut, what
 * was done stays done and the rest is due as before: the next run, or the next unlock, goes on with it.
 */
import { setImmediate } from 'node:timers/promises';
import { ORPCError } from '@orpc/server';
import { storeCodeOf } from '../../db/errors.ts';
import type { JudgedFile } from '../../shared/clock/types.ts';
import type { ActId, RecordId } from '../../shared/domain/ids.ts';
import type { ClockRunView } from '../../shared/rpc/clock.views.ts';
import { openContext, stillOpen } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { anonymise, batchSize } from '../forgetting/anonymise.ts';
import { forgetRecords } from '../forgetting/erase-records.ts';
import { whereItBroke } from '../where-it-broke.ts';
import { notesBeside } from '../work-notes/notes.ts';
import { isDamaged } from './damaged.ts';
import { endByClock } from './end-file.ts';
import { clockOffice } from './guard.ts';
import { keepJob, type Job } from './job.ts';
import { judgeFile } from './judge.ts';
import { writeClock } from './settings.ts';

/** Begins with these files and returns at once; never two at a time in one office. */
export function startRun(context: CasesContext, acts: readonly JudgedFile[], act: ActId | null): Job {
  const day = context.options.today();
  const view: ClockRunView = { state: 'running', day, total: acts.length, done: 0, ended: 0, anonymised: 0, refused: 0, damaged: 0, problem: null };
  const job: Job = { view, cancelled: false, act, done: Promise.resolve() };
  keepJob(context.office, job);
  job.done = work(context, job, acts).then(
    (state) => { finish(context, job, state, null); },
    (problem: unknown) => { finish(context, job, 'stopped', codeOf(context, problem)); },
  );
  return job;
}

async function work(context: CasesContext, job: Job, acts: readonly JudgedFile[]): Promise<'done' | 'cancelled'> {
  const of = (act: 'end' | 'anonymise'): readonly RecordId[] => acts.filter(({ verdict }) => verdict.act === act).map(({ record }) => record);
  const ended: RecordId[] = [];
  try {
    for (const record of of('end')) {
      if (await isOver(context, job)) return 'cancelled';
      const done = endByClock(present(context), record);
      if (done) ended.push(record);
      count(job, { done: 1, ended: done ? 1 : 0, refused: done ? 0 : 1, damaged: !done && isDamaged(context, record) ? 1 : 0 });
    }
  } finally {
    // A work note goes with the end of the support.
    if (ended.length > 0 && context.session.open === context.office) await forgetNotes(context, ended);
  }
  const due = of('anonymise');
  for (let at = 0; at < due.length; at += batchSize) {
    if (await isOver(context, job)) return 'cancelled';
    const batch = due.slice(at, at + batchSize);
    // Looked at before: what was forgotten cannot be read either.
    const damaged = batch.filter((record) => isDamaged(context, record)).length;
    const anonymised = await anonymiseDue(context, batch);
    count(job, { done: batch.length, anonymised, refused: batch.length - anonymised, damaged });
  }
  return 'done';
}

/** Lets everybody else have a turn first. Throws LOCKED. */
async function isOver(context: CasesContext, job: Job): Promise<boolean> {
  await setImmediate();
  stillOpen(context);
  return job.cancelled;
}

/** The same office at this moment: a long run writes the time of each act, not of its beginning. */
function present(context: CasesContext): CasesContext {
  return { ...context, actor: openContext(context).actor };
}

async function forgetNotes(context: CasesContext, ended: readonly RecordId[]): Promise<void> {
  const notes = (): readonly RecordId[] => notesBeside(context, ended);
  if (notes().length > 0) await forgetRecords(present(context), notes, 'retention');
}

/** Returns how many it were: what is no longer due in the transaction that notes the erasure stays. */
async function anonymiseDue(context: CasesContext, batch: readonly RecordId[]): Promise<number> {
  let due: readonly RecordId[] = [];
  const office = clockOffice(context);
  const which = (): readonly RecordId[] => {
    // Whatever was waited for: another day is another question.
    if (context.options.today() !== office.today) return [];
    due = batch.filter((record) => {
      const verdict = judgeFile(context, record, office);
      return verdict?.state === 'due' && verdict.act === 'anonymise';
    });
    return due;
  };
  await anonymise(present(context), which);
  return due.length;
}

function count(job: Job, more: Partial<Record<'done' | 'ended' | 'anonymised' | 'refused' | 'damaged', number>>): void {
  const { view } = job;
  job.view = {
    ...view,
    done: view.done + (more.done ?? 0),
    ended: view.ended + (more.ended ?? 0),
    anonymised: view.anonymised + (more.anonymised ?? 0),
    refused: view.refused + (more.refused ?? 0),
    damaged: view.damaged + (more.damaged ?? 0),
  };
}

/** What it came to, for whoever asks and for the log. */
function finish(context: CasesContext, job: Job, state: ClockRunView['state'], problem: string | null): void {
  job.view = { ...job.view, state, problem };
  const { store, office, session, options } = context;
  if (session.open !== office) return;
  const { ended, anonymised, refused, damaged, total } = job.view;
  try {
    store.desk.write((tx) => {
      writeClock(tx, 'clock_last_run', job.view);
      tx.audit.write({ action: 'clock.run', record: null, details: { state, total, ended, anonymised, refused, damaged, problem } }, present(context).actor);
    });
  } catch (failure) {
    // A full disk refuses this too; the run itself says what stopped it.
    options.log?.(`CLOCK_RUN_NOT_KEPT ${storeCodeOf(failure) ?? 'INTERNAL'}`);
  }
}

function codeOf({ options }: CasesContext, problem: unknown): string {
  if (problem instanceof ORPCError) return (problem as ORPCError<string, unknown>).code;
  const code = storeCodeOf(problem);
  if (code !== null) return code;
  options.log?.(`INTERNAL clock.run ${whereItBroke(problem)}`);
  return 'INTERNAL';
}
