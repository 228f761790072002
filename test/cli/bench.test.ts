import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchResult, Machine } from '../../cli/bench/run-bench.ts';
import { runCliProcess } from '../support/run-cli.ts';

// Whether it is quick enough is never asked here: other programs run on this PC.
describe('lotse bench with forty cases', () => {
  let folder: string;
  let report: { readonly machine: Machine; readonly runs: readonly (BenchResult & { readonly missed: readonly string[] })[] };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-bench-test-'));
    const run = await runCliProcess(['bench', '--cases', '40', '--times', '2', '--history', '60', '--folder', folder, '--out', join(folder, 'bench.json'), '--json']);
    expect(run.stderr).toBe('');
    report = JSON.parse(run.stdout) as typeof report;
  }, 300_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('names every stage, in the order of a day', () => {
    expect(report.runs.map(({ cases }) => cases)).toEqual([40]);
    expect(report.runs[0]?.results.map(({ stage }) => stage)).toEqual([
      'Start bis zum bedienbaren Fenster',
      'Entsperren nach der Schlüsselableitung bis zur ersten Liste',
      'Liste nach Namen',
      'Liste nach Namen, letzte Seite',
      'Liste nach Datum',
      'Liste nach Änderung, neueste zuerst',
      'Liste mit fehlenden Angaben, meiste zuerst',
      'Liste: mein Case Management',
      'Liste mit getipptem Namen',
      'Startseite',
      'Suche: zwei Buchstaben',
      'Suche: ein Name',
      'Suche: Teil einer Telefonnummer',
      'Suche: die letzten sechs Ziffern',
      'Suche: eine Aktennummer',
      'Suche: ein Geburtsdatum',
      'Suche: ein Wort in den Texten',
      'Suche: nichts gefunden',
      'Ähnliche Personen beim Tippen',
      'Akte öffnen',
      'Angabe speichern',
      'Textänderung speichern',
      'Suche gleich nach einer Textänderung',
      'Meldung: Tabellen eines Jahres',
      'Fristen: Vorschau 30 Tage',
      'Plan als PDF, 10 Ziele, warm',
      'Plan als PDF, 10 Ziele, warm, als WebAssembly',
      'Plan als PDF, 40 Ziele, warm',
      'Plan als PDF, 40 Ziele, warm, als WebAssembly',
      'Wandblatt als PDF, warm',
      'Wandblatt als PDF, warm, als WebAssembly',
      '60 Angaben falten',
      '60 Änderungen eines Textes falten',
      'eine Änderung mehr an einem solchen Text',
    ]);
  });

  it('says for every stage how often, how long, beside what and how many times that', () => {
    for (const one of report.runs[0]?.results ?? []) {
      if ('skipped' in one) {
        expect(one.stage).toBe('Start bis zum bedienbaren Fenster');
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

  it('keeps every part in the file as soon as it is measured, at the end the whole', async () => {
    expect(JSON.parse(await readFile(join(folder, 'bench.json'), 'utf8'))).toEqual(report);
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
      const run = await runCliProcess(['bench', '--cases', cases, '--json']);
      expect(run.exit).toBe(2);
    }
  });
});
