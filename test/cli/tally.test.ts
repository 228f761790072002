/** Kurzberatungen from the command line, with the refusals of the window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const at = ['--dir', dir, '--today', '2026-02-03'];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

test('are entered, listed and counted; a name goes nowhere', { timeout: 120_000 }, async () => {
  await cliJson(['office', 'init', '--dir', dir, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password);
  await cliJson(['tally', 'add', 'tally.gender=w', 'tally.minutes=15', 'tally.topics=housing', ...at], password);
  await cliJson(['tally', 'add', ...at], password);
  const refused = await runCli(['tally', 'add', 'person.first_name=Samira', ...at, '--json'], password);
  expect([refused.exit, (JSON.parse(refused.stdout) as { error: { code: string } }).error.code]).toEqual([1, 'FIELD_UNKNOWN']);
  const listed = await cliJson(['tally', 'list', ...at], password);
  expect(listed).toMatchObject({ year: 2026, count: 2, minutes: 15, moved: 0 });
  expect(listed['rows']).toEqual(
    expect.arrayContaining([expect.objectContaining({ answers: { 'tally.day': '2026-02-03', 'tally.gender': 'w', 'tally.minutes': 15, 'tally.topics': ['housing'] } })]),
  );
});
