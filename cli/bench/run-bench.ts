/** One whole measurement for one number of cases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bareDatabase, ciphers, timeBare, type BareSizes, type CipherTimes } from './bare-database.ts';
import { benchPassword, prepareOffice, withBenchOffice } from './bench-office.ts';
import { deliveryStage } from './delivery-stage.ts';
import { foldStages } from './fold-stages.ts';
import { memoryAfter, timesOf, type Memory, type Result, type Times } from './measure.ts';
import { caseStages, everyRow, listStages, searchStages, unlockStage } from './office-stages.ts';
import { paperStages } from './paper-stages.ts';
import { startStage } from './start-stage.ts';
import type { CoreClient } from '../../office/core.ts';
import type { CaseRowView } from '../../shared/rpc/views.ts';

export interface BenchOptions {
  /** Folder for the seeded office; kept and used again. */
  readonly dir: string;
  readonly cases: number;
  /** How often the quick things are done; the slow ones a part of it. */
  readonly times: number;
  /** Answers and edits of the long history. */
  readonly history: number;
  readonly say: (text: string) => void;
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

export async function runBench({ dir, cases, times, history, say }: BenchOptions): Promise<BenchResult> {
  const year = new Date().getFullYear();
  const few = Math.max(2, Math.ceil(times / 20));
  const office = join(dir, `jmd-${String(cases)}`);
  const memory: Memory[] = [memoryAfter('start of the measurement')];
  await prepareOffice(office, cases, year, say);
  say('Start des Fensters');
  const start = await startStage(office, few);

  return withBenchOffice(office, async ({ core, client }) => {
    await client.session.unlock({ login: null, password: benchPassword });
    memory.push(memoryAfter('unlock'));
    // What an office does after an unlock is over before anything is measured.
    await client.monitoring.build({ year, half: null });
    const results: Result[] = [start];
    say('Entsperren');
    results.push(await unlockStage(client, few));
    const rows = await everyRow(client);
    say('SQLite allein');
    const compared = await bareTimes(dir, rows, await sizesOf(client, rows), times);
    const [chosen] = compared;
    if (chosen === undefined) throw new Error('no cipher was measured');
    memory.push(memoryAfter('bare databases'));
    say('Liste und Suche');
    results.push(...(await listStages(client, rows.length, times, chosen)));
    results.push(...(await searchStages(client, rows, times, chosen)));
    memory.push(memoryAfter('list and search'));
    say('Öffnen und Speichern');
    results.push(...(await caseStages(client, rows, times, chosen)));
    memory.push(memoryAfter('open and save'));
    say('Meldung');
    results.push(await deliveryStage({ core, client }, year, few));
    say('Lange Verläufe');
    // Ten thousand edits take long: three times is enough to see it.
    results.push(...(await foldStages(history, history, Math.min(3, few))));
    memory.push(memoryAfter('long histories'));
    say('Plan als PDF');
    results.push(...(await paperStages(few)));
    memory.push(memoryAfter('plan'));
    return { cases: rows.length, results, ciphers: compared.map(cipherResult), memory };
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
