/** The gate, the withdrawal and the shield by command line: the same procedures, the same refusals. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../cli/command.ts';
import { caseAnswer, caseEnter, caseWithdraw } from '../../cli/commands/case.ts';
import { explain } from '../../cli/explain.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-rights-'));
const at = ['--dir', join(base, 'jmd')];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

let caseId = '';
beforeAll(async () => {
  const made = await cliJson(['office', 'init', ...at, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password);
  await cliJson(['recovery', 'confirm', ...at, '--code', String(made['recoveryCode'])], password);
  caseId = String((await cliJson(['case', 'new', ...at], password))['id']);
}, 120_000);

async function codeOf(args: readonly string[]): Promise<unknown> {
  const { stdout } = await runCli([...args, ...at, '--json'], password);
  return (JSON.parse(stdout) as { error?: { code?: string } }).error?.code ?? 'no error';
}

/** As {@link codeOf}, without a process of its own for each of many. */
async function codeHere(command: Command, positionals: readonly string[]): Promise<string> {
  vi.stubEnv('LOTSE_PASSWORD', password);
  try {
    await command.run({ values: { dir: join(base, 'jmd') }, positionals, progress: () => undefined });
    return 'no error';
  } catch (problem) {
    return explain(problem).code;
  } finally {
    vi.unstubAllEnvs();
  }
}

/** The first closed field of every kind there is: how a word becomes an answer depends on nothing else. */
const kinds = [
  ...new Map(
    currentCatalogue.fields
      .filter(({ group, beforeConsent, type }) => group === undefined && beforeConsent !== true && type !== 'automatic')
      .map((field) => [`${field.type} ${field.record} ${field.needs ?? ''}`, field] as const),
  ).values(),
];
const words: Readonly<Record<string, string>> = { date: '2026-02-01', year_month: '2026-01', integer: '1', decimal: '1', boolean: 'ja' };

describe('the command line', { timeout: 240_000 }, () => {
  it('takes nothing personal before consent, whatever kind the field is', async () => {
    for (const { id, type, codeList } of kinds) {
      const word = words[type] ?? currentCatalogue.codes(codeList ?? '')[0]?.code ?? 'Kanarienvogel';
      expect([id, await codeHere(caseAnswer, [caseId, id, word])]).toEqual([id, 'CONSENT_MISSING']);
    }
    expect(await codeHere(caseEnter, [caseId, 'goal', 'goal.area=language', 'goal.description=Kanarienvogel'])).toBe('CONSENT_MISSING');
    expect(JSON.stringify(await cliJson(['case', 'show', caseId, ...at], password))).not.toContain('Kanarienvogel');
  });

  it('keeps a disclosure to its basis, records a withdrawal, and takes nothing after it', async () => {
    await cliJson(['case', 'answer', caseId, 'consent.data_processing_status', 'granted', ...at], password);
    expect(await codeHere(caseAnswer, [caseId, 'health.notes', 'Kanarienvogel'])).toBe('HEALTH_CONSENT_MISSING');
    const disclosure = [caseId, 'disclosure', 'disclosure.recipient_name=Berufsschule Nord', 'disclosure.content=Fehlzeiten'];
    expect(await codeHere(caseEnter, [...disclosure, 'disclosure.basis=release'])).toBe('DISCLOSURE_WITHOUT_BASIS');
    expect(await codeHere(caseEnter, [...disclosure, 'disclosure.basis=court_order'])).toBe('no error');
    expect(await codeHere(caseWithdraw, [caseId, 'everything'])).toBe('WRONG_USE');
    expect(await cliJson(['case', 'withdraw', caseId, 'data_processing', ...at], password)).toMatchObject({ withdrawn: 'data_processing', consent: 'withdrawn' });
    expect(await codeOf(['case', 'answer', caseId, 'person.last_name', 'Kanarienvogel'])).toBe('CONSENT_MISSING');
  });

  it('shields a file, and opens it again', async () => {
    expect(await cliJson(['case', 'shield', caseId, ...at], password)).toMatchObject({ shielded: true, closed: false });
    expect(await codeHere(caseAnswer, [caseId, 'case.shielded', 'nein'])).toBe('ANSWER_INVALID');
    expect(await cliJson(['case', 'shield', caseId, '--open', ...at], password)).toMatchObject({ shielded: false });
  });
});
