/**
 * What Node and the system write when a process dies, and what may be in it: diagnostic reports (environment, command line), heap
 * snapshots and core dumps (everything that is in memory, keys and open files among it). None of it is written by a core.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

/** Switches of Node that write memory or traces to files; a core does not start with them. */
const writing = /^--?(heapsnapshot|heap-prof|heapsnapshot-near-heap-limit|cpu-prof|prof\b|trace-event|perf-|inspect)/;

/**
 * Sets the largest core dump (Linux). One byte: nothing is written, and unlike with 0 neither is a program started that collects dumps. The
 * filter above does not reach the registers, and in one of them a few characters may still stand.
 */
const prlimit = '/usr/bin/prlimit';

/** The first switch on the command line or in NODE_OPTIONS that would write memory to a file; null when there is none. */
export function writingSwitch(given: readonly string[] = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)]): string | null {
  return given.map(asNodeReads).find((word) => writing.test(word)) ?? null;
}

/** Node takes quotation marks away from NODE_OPTIONS and reads _ in a name as -. */
function asNodeReads(word: string): string {
  const [name = '', ...value] = word.replace(/["'\\]/g, '').split('=');
  return [name.replaceAll('_', '-'), ...value].join('=');
}

/** What a shell says before it ends with 2. */
export function refusal(word: string): string {
  return `Lotse startet nicht mit ${word}: Damit käme der Inhalt von Akten in eine Datei.\n`;
}

/** To be called before anything is unlocked. */
export function writeNoDumps(): void {
  const { report } = process;
  report.reportOnFatalError = false;
  report.reportOnUncaughtException = false;
  report.reportOnSignal = false;
  // A child would start with them again.
  delete process.env['NODE_OPTIONS'];
  process.execArgv = process.execArgv.filter((word) => !word.startsWith('--report'));
  noCoreDump(process.pid);
}

/** Linux: no kind of memory of this process comes into a core dump. Its children inherit that. */
export function noCoreDump(pid: number): void {
  if (process.platform !== 'linux') return;
  if (existsSync(prlimit)) spawnSync(prlimit, ['--core=1:1', '--pid', String(pid)], { stdio: 'ignore' });
  try {
    writeFileSync(`/proc/${String(pid)}/coredump_filter`, '0x0');
  } catch {
    // A kernel without it (or a sandbox that forbids it): what a dump would hold stands in the threat model.
  }
}
