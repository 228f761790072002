/** The log from the command line: by role for the head, with names only together with a second person. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const hers = 'Sanddorn im Gegenwind';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const at = ['--dir', dir, '--login', 'amsel', '--today', '2026-03-02'];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

async function refused(args: readonly string[], by = password): Promise<string> {
  const { exit, stdout } = await runCli([...args, '--json'], by);
  expect(exit).toBe(1);
  return (JSON.parse(stdout) as { error: { code: string } }).error.code;
}

test('the head reads it by role; names take a second password; a year that is not final is not frozen', { timeout: 240_000 }, async () => {
  const secret = join(base, 'zweite.txt');
  writeFileSync(secret, `${hers}\n`);
  const { recoveryCode } = (await cliJson(['office', 'init', '--dir', dir, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--login', 'amsel', '--display-name', 'Petra Amsel', '--training'], password)) as { recoveryCode: string };
  await cliJson(['recovery', 'confirm', ...at, '--code', recoveryCode], password);
  await cliJson(['users', 'add', 'fink', '--display-name', 'Jonas Fink', '--role', 'caseworker', '--new-password-file', secret, ...at], password);
  await cliJson(['case', 'new', ...at], password);

  // Commands write their lines at the time of this PC, whatever day the office lives on.
  const always = ['--from', '2020-01-01', '--until', '2199-12-31'];
  const byRole = await cliJson(['audit', 'show', ...always, ...at], password);
  expect(byRole['lines']).toContainEqual(expect.objectContaining({ role: 'Leitung', what: 'Akte angelegt', number: 'NI-0417-2026-0001' }));
  expect(JSON.stringify(byRole)).not.toContain('Amsel');

  const names = ['audit', 'show', '--names', ...always, '--reason', 'Verdacht auf unbefugten Zugriff', ...at];
  expect(await refused(names)).toBe('AUDIT_NEEDS_SECOND_PERSON');
  const opened = await cliJson([...names, '--second', 'fink', '--second-password-file', secret], password);
  expect(opened['lines']).toContainEqual(expect.objectContaining({ name: 'Petra Amsel', what: 'Akte angelegt' }));
  expect(await refused(['audit', 'show', '--dir', dir, '--login', 'fink', '--today', '2026-03-02'], hers)).toBe('ROLE_NOT_ALLOWED');

  const { files } = await cliJson(['rights', 'officer', '--from', '2026-01-01', '--out', join(base, 'dsb'), ...at], password);
  const [pdf, json] = (files as string[]).map((file) => readFileSync(file, 'latin1'));
  expect(pdf?.startsWith('%PDF-')).toBe(true);
  expect(JSON.parse(json ?? '')).toMatchObject({ format: 'lotse-officer-extract', from: '2026-01-01', requests: [] });
  expect(await refused(['retention', 'freeze', '2025', ...at])).toBe('YEAR_NOT_FINAL');
  expect(await refused(['retention', 'freeze', '2025', '--dir', dir, '--login', 'fink', '--today', '2026-03-02'], hers)).toBe('ROLE_NOT_ALLOWED');
});
