/**
 * The campaign: an office at work is killed (kill -9) at a moment nobody chose, opened again and compared with what it had acknowledged.
 *
 * What is done and where it is killed follow from the seed; when exactly a signal arrives does not, so a seed repeats the acts and, for
 * kills counted in steps (steps.ts), the place.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '../../office/training/random.ts';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { acts } from './acts.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { complaintsAbout, filesThatStay, takeReports, type Life } from './check.ts';
import type { Report, SelfKill, Work } from './facts.ts';
import { makeTemplate, olderTemplates, type Template } from './template.ts';

export interface CampaignOptions {
  readonly runs: number;
  readonly seed: number;
  /** One line per step of the campaign. */
  readonly say: (line: string) => void;
  /** Only acts of this kind come first; null: all. */
  readonly only?: string | null;
}

export interface CampaignResult {
  readonly runs: number;
  /** Acts that were acknowledged, and kills in the middle of one, by kind. */
  readonly acknowledged: number;
  readonly interrupted: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly run: number; readonly what: readonly string[] }[];
}

/** Opening a folder of an earlier schema: no act, so it is not in the list of acts. */
const migration = 'migration';

/** Runs on one folder before a fresh one: killed again and again, and still small enough to be looked at whole. */
const runsPerFolder = 20;
/** No run is longer, ms; a backup starts a thread that has to load first. */
const longest = { usual: 5_000, backup: 15_000 } as const;

interface Worker {
  readonly child: ChildProcess;
  readonly reports: Report[];
  onReport: (report: Report) => void;
  readonly complaints: string[];
}

/** Starts loading the program at once: the next process gets ready while the last folder is looked at. */
function startWorker(workerFile: string): Worker {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', workerFile], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(import.meta.dirname, '..', '..', '.build', 'compile-cache') },
  });
  const worker: Worker = { child, reports: [], onReport: () => undefined, complaints: [] };
  child.stderr?.on('data', (chunk: Buffer) => worker.complaints.push(chunk.toString()));
  // Killed before it read what to do: the pipe says so, and nobody minds.
  child.stdin?.on('error', () => undefined);
  readline.createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
    // The last line may be cut off by the kill.
    if (!line.endsWith('}')) return;
    const report = JSON.parse(line) as Report;
    worker.reports.push(report);
    worker.onReport(report);
  });
  return worker;
}

/** How a run is ended. */
type Moment =
  | { readonly how: 'after'; readonly ms: number }
  | { readonly how: 'report'; readonly nth: number; readonly ms: number }
  | { readonly how: 'file'; readonly name: RegExp; readonly nth: number; readonly ms: number; readonly opening: boolean }
  | { readonly how: 'whole file'; readonly nth: number; readonly ms: number }
  | ({ readonly how: 'step' } & SelfKill);

/** Files that change in an act of a kind, and about how often. */
const everywhere = [[/./, 25], [/-wal$/, 20], [/-head-/, 15]] as const;
const wholeFiles = [[/^(desk|cases)\.db$/, 6], [/keys\.db$/, 4], [/./, 40]] as const;
const watched: Readonly<Record<string, readonly (readonly [RegExp, number])[]>> = {
  password: [[/^slots/, 3]],
  'account removed': [[/^slots/, 3], ...everywhere],
  backup: [[/^backups/, 25], [/./, 25]],
  migration: [...wholeFiles, [/^backups/, 10]],
  restore: [[/./, 60], [/^set-aside/, 3], [/^(desk|cases)/, 30]],
  erasure: [...wholeFiles, [/^backups/, 10]],
  'new account': [[/^slots/, 3], ...everywhere],
  'new case': [[/keys\.db/, 3], ...everywhere],
  compaction: wholeFiles,
  'lock and unlock': [...wholeFiles, ...everywhere],
};

function chooseMoment(random: Random, act: string, steps: ReadonlyMap<string, number>): Moment {
  const how = random.weighted([['after', 2], ['report', 4], ['file', 3], ['whole file', act === 'compaction' || act === 'erasure' || act === 'backup' ? 4 : 0], ['step', 4]] as const);
  switch (how) {
    case 'after':
      return { how, ms: random.next() * 900 };
    case 'report':
      return { how, nth: random.int(1, 20), ms: random.next() * 6 };
    case 'file': {
      const [name, often] = random.pick(watched[act] ?? everywhere);
      return { how, name, nth: random.int(1, often), ms: random.chance(0.5) ? 0 : random.next() * 2, opening: act === migration || random.chance(0.2) };
    }
    case 'whole file':
      return { how, nth: random.int(1, 6), ms: random.next() * 8 };
    case 'step': {
      const within = act === migration || random.chance(0.1) ? 'open' : act;
      return { how, within, step: random.int(1, Math.max(3, steps.get(act === migration ? migration : within) ?? 30)) };
    }
  }
}

/** Lets it work until the moment has come. Resolves when the process is gone and all it said has been read. */
async function workAndKill(worker: Worker, work: Work, moment: Moment): Promise<void> {
  const { child } = worker;
  const gone = once(child, 'close');
  let dying = false;
  const kill = (ms: number): void => {
    if (dying) return;
    dying = true;
    if (ms < 1) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), ms);
  };
  let seen = 0;
  const watchers: fs.FSWatcher[] = [];
  worker.onReport = (report) => {
    if (report.type === 'broken') kill(0);
    if (moment.how === 'report' && (report.type === 'begins' || report.type === 'done') && ++seen === moment.nth) kill(moment.ms);
    if (moment.how === 'whole file' && report.type === 'near' && ++seen === moment.nth) kill(moment.ms);
  };
  if (moment.how === 'file') {
    const look = (below: string) => (_: string, name: string | null): void => {
      const counts = moment.opening || worker.reports.some(({ type }) => type === 'open');
      if (counts && moment.name.test(`${below}${name ?? ''}`) && ++seen === moment.nth) kill(moment.ms);
    };
    for (const below of ['', 'slots', 'backups', 'set-aside']) {
      const folder = path.join(work.dir, below);
      if (fs.existsSync(folder)) watchers.push(fs.watch(folder, look(below === '' ? '' : `${below}/`)));
    }
  }
  child.stdin?.write(`${JSON.stringify(work)}\n`);
  if (moment.how === 'after') kill(moment.ms);
  // From when it is ready; a derivation may take its time.
  const last = setTimeout(() => { kill(0); }, work.only === 'backup' ? longest.backup : longest.usual);
  const [, signal] = (await gone) as [number | null, string | null];
  clearTimeout(last);
  for (const watcher of watchers) watcher.close();
  if (signal !== 'SIGKILL' && !worker.reports.some(({ type }) => type === 'broken')) {
    worker.reports.push({ type: 'broken', what: `the process ended by itself: ${worker.complaints.join('').slice(0, 2_000)}` });
  }
}

function freshLife(template: Template): Life {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-faults-'));
  fs.cpSync(template.dir, dir, { recursive: true });
  const { keys, facts, passwords } = template;
  return { dir, keys, facts, passwords };
}

export async function campaign({ runs, seed, say, only = null }: CampaignOptions): Promise<CampaignResult> {
  await cryptoReady();
  const random = createRandom(seed);
  const template = await makeTemplate();
  const older = await olderTemplates();
  const interrupted: Record<string, number> = {};
  const failures: { run: number; what: readonly string[] }[] = [];
  /** Most steps an act of a kind took so far. */
  const steps = new Map<string, number>();
  let acknowledged = 0;
  let life = freshLife(template);
  const workerFile = await bundleForNode('test/faults/worker.ts', 'faults');
  let next = startWorker(workerFile);

  for (let run = 1; run <= runs; run++) {
    const act = only ?? random.weighted([...acts.map(({ name, weight }) => [name, Math.sqrt(weight)] as const), [migration, 1] as const]);
    // Its own folder, of another age each time; the mixed one goes on afterwards.
    const mixed = life;
    if (act === migration) life = freshLife(random.pick(older));
    const moment = chooseMoment(random, act, steps);
    const before = filesThatStay(life.dir);
    const copy = `${life.dir}-before`;
    fs.cpSync(life.dir, copy, { recursive: true });
    const worker = next;
    while (!worker.reports.some(({ type }) => type === 'ready') && worker.child.exitCode === null) await wait(5);
    const { dir, keys, passwords } = life;
    const kill = moment.how === 'step' ? { within: moment.within, step: moment.step } : null;
    await workAndKill(worker, { dir, keys, passwords, seed: random.int(1, 2 ** 31), only: act, kill }, moment);
    if (run < runs) next = startWorker(workerFile);

    for (const report of worker.reports) {
      if (report.type === 'open') steps.set(act === migration ? migration : 'open', report.steps);
      if (report.type !== 'done') continue;
      acknowledged += 1;
      steps.set(report.act, Math.max(steps.get(report.act) ?? 0, report.steps));
    }
    const begun = takeReports(life, worker.reports);
    const where = begun?.act ?? (worker.reports.some(({ type }) => type === 'open') ? 'between two acts' : act === migration ? migration : 'opening');
    interrupted[where] = (interrupted[where] ?? 0) + 1;
    const touched = worker.reports.flatMap((report) => (report.type === 'begins' ? Object.keys(report.will) : [])).filter((name) => name.startsWith('password/'));
    const said = worker.reports.flatMap((report) => (report.type === 'broken' ? [report.what] : []));
    const met = (name: string): boolean => worker.reports.some((report) => report.type === 'begins' && report.act === name);
    const what = [...said, ...(await complaintsAbout(life, begun, before, { passwords: touched, backups: met('backup') || met('erasure'), removal: met('account removed') }))];
    if (what.length > 0) {
      failures.push({ run, what });
      say(`run ${String(run)} FAILED (${where}, killed by ${JSON.stringify(moment, (_, value: unknown) => (value instanceof RegExp ? String(value) : value))})`);
      for (const complaint of what) say(`  ${complaint}`);
      say(`  the folder before this run: ${copy}, after it: ${life.dir}`);
    } else fs.rmSync(copy, { recursive: true, force: true });
    if (act === migration) {
      if (what.length === 0) fs.rmSync(life.dir, { recursive: true, force: true });
      life = mixed;
    } else if (what.length > 0 || run % runsPerFolder === 0) {
      if (what.length === 0) fs.rmSync(life.dir, { recursive: true, force: true });
      life = freshLife(template);
    }
    if (run % 10 === 0 || run === runs) say(`${String(run)} of ${String(runs)}: ${String(acknowledged)} acts acknowledged, ${String(failures.length)} runs failed`);
  }
  fs.rmSync(life.dir, { recursive: true, force: true });
  for (const { dir } of [template, ...older]) fs.rmSync(dir, { recursive: true, force: true });
  return { runs, acknowledged, interrupted, failures };
}
