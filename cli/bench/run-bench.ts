/** One whole measurement for one number of cases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bareDatabase, ciphers, timeBare, type BareSizes, type CipherTimes } from './bare-database.ts';
import { benchPassword, prepareOffice, withBenchOffice } from './bench-office.ts';
import { clockStage } from './clock-stage.ts';
import { deliveryStage } from './delivery-stage.ts';
import { foldStages } from './fold-stages.ts';
import { memoryAfter, timesOf, type Memory, type Result, type Times } from './measure.ts';
import { alikeStages, caseStages, everyRow, listStages, searchStages, unlockStage } from './office-stages.ts';
import { paperStages } from './paper-stages.ts';
import { startStage } from './start-stage.ts';
import type { CoreClient } from '../../office/core.ts';
import type { CaseRowView } from '../../shared/rpc/lists.views.ts';

export interface BenchOptions {
  /** Folder for the seeded office; kept and used again. */
  readonly dir: string;
  readonly cases: number;
  /** How often the quick things are done; the slow ones a part of it. */
  readonly times: number;
  /** Answers and edits of the long history. */
  readonly history: number;
  readonly say: (text: string) => void;
  /** Called after each part with all that is measured so far: a run that is stopped loses only the part it was in. */
  readonly onPart?: (soFar: BenchResult) => void;
}

export interface CipherResult {
  readonly cipher: string;
  readonly list: Times;
  readonly search: Times;
  readonly open: Times;
  readonly save: Times;
}

export interface BenchResult {
  readonly cases: number;
  readonly results: readonly Result[];
  readonly ciphers: readonly CipherResult[];
  readonly memory: readonly Memory[];
}

export interface Machine {
  readonly os: string;
  readonly processor: string;
  readonly cores: number;
  /** GiB */
  readonly memory: number;
  readonly node: string;
  readonly sqlite: string;
}

export function machine(): Machine {
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const [first] = cpus();
  return {
    os: `${type()} ${release()}`,
    processor: first?.model ?? '',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    sqlite,
  };
}

async function sizesOf(client: CoreClient, rows: readonly CaseRowView[]): Promise<BareSizes> {
  const sample = rows.filter((_, at) => at % Math.ceil(rows.length / 20) === 0);
  let bytes = 0;
  for (const row of sample) bytes += JSON.stringify(await client.cases.open({ caseId: row.id })).length;
  return { state: Math.round(bytes / Math.max(1, sample.length)) };
}

/** All ciphers in the same folder as the office, because the disk is half of every number. */
async function bareTimes(dir: string, rows: readonly CaseRowView[], sizes: BareSizes, times: number): Promise<readonly CipherTimes[]> {
  const folder = mkdtempSync(join(dir, 'bare-'));
  try {
    const all: CipherTimes[] = [];
    for (const cipher of ciphers) {
      const database = bareDatabase(folder, cipher, rows, sizes);
      all.push(await timeBare(database, times, 'al'));
      database.close();
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function runBench({ dir, cases, times, history, say, onPart }: BenchOptions): Promise<BenchResult> {
  const year = new Date().getFullYear();
  const few = Math.max(2, Math.ceil(times / 20));
  const office = join(dir, `jmd-${String(cases)}`);
  const memory: Memory[] = [memoryAfter('Beginn der Messung')];
  await prepareOffice(office, cases, year, say);
  say('Start des Fensters');
  const results: Result[] = [await startStage(office, few)];
  let ciphersSoFar: readonly CipherResult[] = [];
  const soFar = (): BenchResult => ({ cases, results: [...results], ciphers: ciphersSoFar, memory: [...memory] });
  const finish = (part: string, more: readonly Result[]): void => {
    results.push(...more);
    memory.push(memoryAfter(part));
    onPart?.(soFar());
  };
  onPart?.(soFar());

  return withBenchOffice(office, async ({ core, client, today }) => {
    await client.session.unlock({ login: null, password: benchPassword });
    // What an office does after an unlock is over before anything is measured.
    await client.monitoring.build({ year, half: null });
    say('Entsperren');
    finish('Entsperren', [await unlockStage(client, few)]);
    const rows = await everyRow(client);
    say('SQLite allein');
    const compared = await bareTimes(dir, rows, await sizesOf(client, rows), times);
    const [chosen] = compared;
    if (chosen === undefined) throw new Error('no cipher was measured');
    ciphersSoFar = compared.map(cipherResult);
    finish('SQLite allein', []);
    say('Liste und Suche');
    finish('Liste', await listStages(client, rows.length, times, chosen));
    finish('Suche', await searchStages(client, rows, times, chosen));
    finish('Ähnliche Personen', await alikeStages(client, rows, times, chosen));
    say('Öffnen und Speichern');
    finish('Öffnen und Speichern', await caseStages(client, rows, times, chosen));
    say('Meldung');
    finish('Meldung', [await deliveryStage({ core, client }, year, few)]);
    say('Fristen');
    finish('Fristen', [await clockStage({ core, client, today }, few)]);
    say('Plan als PDF');
    finish('Plan als PDF', await paperStages(few));
    // Last, because it can take the longest; many edits three times are enough to see it.
    say('Lange Verläufe');
    finish('Lange Verläufe', await foldStages(history, history, Math.min(3, few)));
    return { ...soFar(), cases: rows.length };
  });
}

function cipherResult({ cipher, ...times }: CipherTimes): CipherResult {
  return { cipher, list: timesOf(times.list), search: timesOf(times.search), open: timesOf(times.open), save: timesOf(times.save) };
}

/** A folder for a measurement that nobody wants to keep. */
export async function inPassingFolder<T>(act: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  try {
    return await act(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Stages that took longer at p95 than promised. */
export function missedBudgets({ results }: BenchResult): readonly string[] {
  return results.flatMap((result) => ('skipped' in result || result.budget === null || result.p95 <= result.budget ? [] : [result.stage]));
}
