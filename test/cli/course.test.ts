/** The turns of the support from the command line, with the refusals of the window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const at = ['--dir', dir, '--today', '2026-03-02'];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

describe('the course of the support', { timeout: 120_000 }, () => {
  let caseId = '';
  beforeAll(async () => {
    const made = await cliJson(['office', 'init', '--dir', dir, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password);
    await cliJson(['recovery', 'confirm', '--dir', dir, '--code', String(made['recoveryCode'])], password);
    caseId = String((await cliJson(['case', 'new', ...at], password))['id']);
  }, 120_000);

  const refusedWith = async (...words: readonly string[]): Promise<unknown> => {
    const { exit, stdout } = await runCli(['case', ...words, ...at, '--json'], password);
    expect(exit).toBe(1);
    return (JSON.parse(stdout) as { error: { code: string } }).error.code;
  };

  it('begins, ends and is taken up again', async () => {
    expect(await cliJson(['case', 'change-form', caseId, 'counselling', '--day', '2026-01-12', ...at], password)).toMatchObject({ form: 'counselling', supportForm: 'counselling', status: 'open' });
    expect(await refusedWith('resume', caseId)).toBe('CASE_NOT_ENDED');
    expect(await cliJson(['case', 'end', caseId, '--reason', 'relocation', ...at], password)).toMatchObject({ ended: true, status: 'closed' });
    expect(await refusedWith('end', caseId, '--reason', 'relocation')).toBe('ANSWER_INVALID');
    expect(await cliJson(['case', 'resume', caseId, ...at], password)).toMatchObject({ resumed: true, status: 'open' });
  });

  it('goes over into Case Management only with the consent, and by a form there is', async () => {
    expect(await refusedWith('change-form', caseId, 'case_management')).toBe('CONSENT_MISSING');
    expect((await runCli(['case', 'change-form', caseId, 'both', ...at, '--json'], password)).exit).toBe(2);
  });
});
