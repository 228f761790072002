import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchResult, Machine } from '../../cli/bench/run-bench.ts';
import { runCli } from '../support/run-cli.ts';

// Whether it is quick enough is never asked here: other programs run on this PC.
describe('lotse bench with two hundred cases', () => {
  let folder: string;
  let report: { readonly machine: Machine; readonly runs: readonly (BenchResult & { readonly missed: readonly string[] })[] };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-bench-test-'));
    const run = await runCli(['bench', '--cases', '200', '--times', '4', '--history', '60', '--folder', folder, '--json']);
    expect(run.stderr).toBe('');
    report = JSON.parse(run.stdout) as typeof report;
  }, 300_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('names every stage, in the order of a day', () => {
    expect(report.runs.map(({ cases }) => cases)).toEqual([200]);
    expect(report.runs[0]?.results.map(({ stage }) => stage)).toEqual([
      'start to usable window',
      'unlock after derivation, to the first list',
      'list by name',
      'list by name, last page',
      'list by date',
      'list by change, newest first',
      'list with missing answers, most first',
      'list of my Case Management',
      'list with a typed name',
      'start page',
      'search: two letters',
      'search: a name',
      'search: part of a phone number',
      'search: a word in the texts',
      'search: nothing found',
      'open a case',
      'save an answer',
      'save a text edit',
      'delivery: the tables of a year',
      'fold of 60 answers',
      'fold of 60 edits of one text',
      'one more edit of such a text',
      'plan PDF, 10 goals, warm',
      'plan PDF, 40 goals, warm',
    ]);
  });

  it('says for every stage how often, how long, beside what and how many times that', () => {
    for (const one of report.runs[0]?.results ?? []) {
      if ('skipped' in one) {
        expect(one.stage).toBe('start to usable window');
        expect(one.skipped).not.toBe('');
        continue;
      }
      expect(one.n).toBeGreaterThanOrEqual(1);
      expect(one.p50).toBeGreaterThan(0);
      expect(one.p95).toBeGreaterThanOrEqual(one.p50);
      expect(one.max).toBeGreaterThanOrEqual(one.p95);
      if (one.bare !== null) expect(one.ratio).toBeGreaterThan(0);
    }
  });

  it('shows encrypted beside plain, and the other ciphers', () => {
    expect(report.runs[0]?.ciphers.map(({ cipher }) => cipher)).toEqual(['chacha20', 'plain', 'sqlcipher', 'aegis']);
  });

  it('says on what it was measured and how much memory was taken', () => {
    const { os, processor, cores, memory, node, sqlite } = report.machine;
    expect([os, processor, node].every((text) => text !== '')).toBe(true);
    expect(Math.min(cores, memory)).toBeGreaterThan(0);
    expect(sqlite).toMatch(/^3\.\d+/);
    expect(report.runs[0]?.memory.every(({ rss }) => rss > 0)).toBe(true);
  });

  it('refuses a number of cases that is none, or twice the same', async () => {
    for (const cases of ['0', 'viele', '200,200']) {
      const run = await runCli(['bench', '--cases', cases, '--json']);
      expect(run.exit).toBe(2);
    }
  });
});
