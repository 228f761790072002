/** The clock from the command line, with the guards and rights of the window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

describe('the legal clock', { timeout: 240_000 }, () => {
  const on = (today: string): readonly string[] => ['--dir', dir, '--today', today];
  const refused = async (...words: readonly string[]): Promise<unknown> => {
    const { exit, stdout } = await runCli([...words, '--json'], password);
    expect(exit).toBe(1);
    return (JSON.parse(stdout) as { error: { code: string } }).error.code;
  };
  const files: string[] = [];

  beforeAll(async () => {
    const made = await cliJson(['office', 'init', ...on('2026-03-02'), '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password);
    await cliJson(['recovery', 'confirm', ...on('2026-03-02'), '--code', String(made['recoveryCode'])], password);
    for (let at = 0; at < 2; at += 1) {
      const id = String((await cliJson(['case', 'new', ...on('2026-03-02')], password))['id']);
      await cliJson(['case', 'end', id, '--reason', 'relocation', ...on('2026-03-02')], password);
      files.push(id);
    }
  }, 240_000);

  it('shows what comes, with its reason, and does nothing before its day', async () => {
    const due = await cliJson(['retention', 'due', ...on('2026-04-02')], password);
    expect(due).toMatchObject({ dayTrusted: true, dueNow: 0, held: 0, ahead: 2, asksHead: false });
    expect((due['lines'] as readonly { day: string; state: string }[]).map(({ day, state }) => [day, state])).toEqual([['2026-05-02', 'ahead'], ['2026-05-02', 'ahead']]);
    expect((await cliJson(['retention', 'due', '--days', '7', ...on('2026-04-02')], password))['lines']).toEqual([]);
    expect(await cliJson(['retention', 'run', ...on('2026-04-02')], password)).toMatchObject({ state: 'done', total: 0 });
    expect((await runCli(['retention', 'due', ...on('2026-04-02')], password)).stdout).toMatch(/0 fällig.*2 in den nächsten 30 Tagen/);
  });

  it('does nothing on a day that jumped until the head says it is right', async () => {
    expect(await cliJson(['retention', 'due', ...on('2028-04-02')], password)).toMatchObject({ dayTrusted: false, dueNow: 0, held: 2 });
    expect(await refused('retention', 'run', ...on('2028-04-02'))).toBe('CLOCK_DAY_UNTRUSTED');
    expect(await refused('retention', 'trust', '2026-04-02', ...on('2028-04-02'))).toBe('CLOCK_DAY_CHANGED');
  });

  it('one file goes before its day by the head’s word, the other by the run on its day; the number has to be right', async () => {
    expect(await cliJson(['case', 'anonymise', files[0] ?? '', ...on('2026-04-20')], password)).toMatchObject({ anonymised: true, number: 1, reason: 'retention' });
    expect(await refused('retention', 'run', '--confirm', '7', ...on('2026-05-02'))).toBe('CLOCK_COUNT_CHANGED');
    expect(await cliJson(['retention', 'run', '--confirm', '1', ...on('2026-05-02')], password)).toMatchObject({ state: 'done', total: 1, anonymised: 1 });
    expect((await cliJson(['case', 'list', ...on('2026-05-02')], password))['total']).toBe(0);
    const { lines } = await cliJson(['retention', 'protocol', ...on('2026-05-02')], password) as { lines: readonly { number: number }[] };
    expect(lines.map(({ number }) => number)).toEqual([2, 1]);
    expect(await cliJson(['audit', 'verify', ...on('2026-05-02')], password)).toMatchObject({ intact: true });
  });

  it('a wrong use says so', async () => {
    expect((await runCli(['retention', 'due', '--days', 'viele', ...on('2026-05-02'), '--json'], password)).exit).toBe(2);
    expect((await runCli(['retention', 'run', '--confirm', '-1', ...on('2026-05-02'), '--json'], password)).exit).toBe(2);
  });
});
