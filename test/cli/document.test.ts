/** Forms and letters from the command line, blank and filled, with the refusals of the window. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const at = ['--dir', dir, '--today', '2026-03-02'];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

test('a form is blank, or filled from a file once there is what it needs', { timeout: 240_000 }, async () => {
  const { recoveryCode } = (await cliJson(['office', 'init', '--dir', dir, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password)) as { recoveryCode: string };
  await cliJson(['recovery', 'confirm', ...at, '--code', recoveryCode], password);
  const out = join(base, 'blatt.pdf');
  expect(await cliJson(['document', 'pdf', 'information', ...at, '--out', out], password)).toMatchObject({ file: out, form: 'information', filled: false, replacedCharacters: [] });
  expect((await readPdf(readFileSync(out))).title).toBe('Was mit Ihren Daten geschieht');

  const { id } = (await cliJson(['case', 'new', ...at], password)) as { id: string };
  const refused = await runCli(['document', 'pdf', 'release', '--case', id, ...at, '--json'], password);
  expect([refused.exit, (JSON.parse(refused.stdout) as { error: { code: string } }).error.code]).toEqual([1, 'CONSENT_MISSING']);
  await cliJson(['case', 'answer', id, 'consent.data_processing_status', 'granted', ...at], password);
  await cliJson(['case', 'answer', id, 'person.first_name', 'Amira', ...at], password);
  expect(await cliJson(['document', 'pdf', 'release', '--case', id, ...at, '--out', out], password)).toMatchObject({ filled: true });
  expect((await readPdf(readFileSync(out))).text).toContain('Amira');
  expect((await runCli(['document', 'pdf', 'vertrag', ...at], password)).exit).toBe(2);

  expect((await runCli(['document', 'pdf', 'copy_offer', ...at], password)).exit).toBe(2);
  const early = await runCli(['document', 'pdf', 'copy_offer', '--case', id, ...at, '--json'], password);
  expect([early.exit, (JSON.parse(early.stdout) as { error: { code: string } }).error.code]).toEqual([1, 'LETTER_NOT_NOW']);
  await cliJson(['case', 'end', id, '--reason', 'relocation', ...at], password);
  expect(await cliJson(['document', 'pdf', 'copy_offer', '--case', id, ...at, '--out', out], password)).toMatchObject({ form: 'copy_offer', filled: true });
  expect((await readPdf(readFileSync(out))).text.replaceAll(/\s+/g, ' ')).toContain('Guten Tag Amira, unsere Begleitung ist zu Ende. Am 02.05.2026');
});
