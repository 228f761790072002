/** Measures this PC and this edition; nothing is judged by it but the budgets it names. */
import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BenchResult, Machine } from '../bench/run-bench.ts';
import { asJson, optional, UsageError, wholeNumber, type Command, type Json } from '../command.ts';

function casesOf(text: string): readonly number[] {
  const numbers = text.split(',').map((one) => wholeNumber(one.trim(), '--cases', 10, 100_000));
  if (new Set(numbers).size !== numbers.length) throw new UsageError('--cases: jede Zahl nur einmal');
  return numbers;
}

function line(cells: readonly string[]): string {
  const [first = '', ...rest] = cells;
  return `${first.padEnd(46)}${rest.map((cell) => cell.padStart(11)).join('')}`;
}

function table({ cases, results, ciphers, memory }: BenchResult): readonly string[] {
  const ms = (value: number): string => value.toFixed(2);
  return [
    `${String(cases)} Fälle (Millisekunden)`,
    line(['', 'p50', 'p95', 'n', 'bloß', 'Verhältnis', 'Ziel']),
    ...results.map((one) =>
      'skipped' in one
        ? line([one.stage, `ausgelassen: ${one.skipped}`])
        : line([one.stage, ms(one.p50), ms(one.p95), String(one.n), one.bare === null ? '' : ms(one.bare.p50), one.ratio?.toFixed(1) ?? '', one.budget === null ? '' : String(one.budget)]),
    ),
    '',
    line(['SQLite allein (p50)', 'Liste', 'Suche', 'Öffnen', 'Speichern']),
    ...ciphers.map((one) => line([one.cipher, ms(one.list.p50), ms(one.search.p50), ms(one.open.p50), ms(one.save.p50)])),
    '',
    ...memory.map(({ after, rss }) => line([after, `${String(rss)} MiB`])),
    '',
  ];
}

/** Whole or not at all: what was kept of the part before stays until this one is written. */
function keep(file: string, report: Json): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export const bench: Command = {
  name: ['bench'],
  usage: '[--cases 10000 oder 1000,10000,50000] [--folder ORDNER] [--times 200] [--history 1000] [--out DATEI]',
  summary: 'Misst auf diesem PC mit erfundenen Fällen, wie lange Lotse braucht, und SQLite und Typst allein daneben.',
  options: {
    cases: { type: 'string', default: '10000' },
    folder: { type: 'string' },
    times: { type: 'string', default: '200' },
    history: { type: 'string', default: '1000' },
    out: { type: 'string' },
  },
  run: async ({ values, progress }): Promise<Json> => {
    // Browser, Typst and a database of its own: nobody who reads the help should wait for them.
    const { inPassingFolder, machine, missedBudgets, runBench } = await import('../bench/run-bench.ts');
    const numbers = casesOf(String(values['cases']));
    const times = wholeNumber(String(values['times']), '--times', 2, 10_000);
    const history = wholeNumber(String(values['history']), '--history', 10, 100_000);
    const folder = optional(values, 'folder');
    const out = optional(values, 'out');
    const measure = async (dir: string): Promise<Json> => {
      const runs: BenchResult[] = [];
      const pc = machine();
      const report = (all: readonly BenchResult[]): Json => asJson({ machine: pc, runs: all.map((run) => ({ ...run, missed: missedBudgets(run) })) });
      for (const cases of numbers) {
        const onPart = (part: BenchResult): void => { if (out !== null) keep(resolve(out), report([...runs, part])); };
        runs.push(await runBench({ dir, cases, times, history, say: progress, onPart }));
      }
      return report(runs);
    };
    return folder === null ? inPassingFolder(measure) : measure(resolve(folder));
  },
  text: (result) => {
    const { machine: pc, runs } = result as unknown as { machine: Machine; runs: readonly BenchResult[] };
    const { os, processor, cores, memory, node, sqlite } = pc;
    const head = `${os} · ${processor} · ${String(cores)} Kerne · ${String(memory)} GiB · Node ${node} · SQLite ${sqlite}`;
    return [head, '', ...runs.flatMap(table)].join('\n').trimEnd();
  },
};
