import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { readPdf } from '../support/pdf.ts';
import { cliJson, runCli, runCliProcess } from '../support/run-cli.ts';
import { filesHolding } from '../support/scan.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const at = ['--dir', dir];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

let caseId = '';
let recoveryCode = '';

// One of each kind as its own process; the others are about what they answer.
describe('the command line of an office', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const made = await cliJson(['office', 'init', ...at, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password, runCliProcess);
    recoveryCode = String(made['recoveryCode']);
  }, 120_000);

  it('office status says that the Notfallblatt is still to be typed back, and nothing of the office without its password', async () => {
    expect(await cliJson(['office', 'status', ...at], password)).toMatchObject({ phase: 'recovery_open', office: { id: 'NI-0417' }, user: { displayName: 'Petra Amsel' } });
    const outside = await runCliProcess(['office', 'status', ...at, '--json'], '');
    expect(JSON.parse(outside.stdout)).toEqual({ phase: 'locked', singleUser: true, training: true, waitSeconds: 0 });
  });

  it('makes no case before the Notfallblatt is typed back', async () => {
    const refused = await runCli(['case', 'new', ...at, '--json'], password);
    expect(refused.exit).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'RECOVERY_NOT_CONFIRMED' } });

    const wrong = await runCliProcess(['recovery', 'confirm', ...at, '--code', 'ABCD-EFGH', '--json'], password);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: 'WRONG_RECOVERY_CODE' } });
    expect(await cliJson(['recovery', 'confirm', ...at, '--code', recoveryCode.toLowerCase()], password)).toEqual({ confirmed: true });
  });

  it('office status says afterwards what is there, and that nothing is read-only or missing', async () => {
    expect(await cliJson(['office', 'status', ...at], password)).toMatchObject({ phase: 'open', readOnly: false, missing: null, cases: 0 });
  });

  it('refuses a wrong password with its own code and says what to do', async () => {
    const run = await runCliProcess(['case', 'list', ...at, '--json'], 'falsch-geraten');
    expect(run.exit).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
    expect(run.stderr).not.toContain('falsch-geraten');
  });

  it('takes personal answers only after consent', async () => {
    caseId = String((await cliJson(['case', 'new', ...at], password))['id']);
    const early = await runCli(['case', 'answer', caseId, 'person.last_name', 'Haydari', ...at, '--json'], password);
    expect(JSON.parse(early.stdout)).toMatchObject({ error: { code: 'CONSENT_MISSING' } });

    await cliJson(['case', 'answer', caseId, 'consent.data_processing_status', 'granted', ...at], password);
    await cliJson(['case', 'answer', caseId, 'person.last_name', 'Haydari-Kanarienvogel', ...at], password);
    await cliJson(['case', 'answer', caseId, 'person.first_name', 'Amira', ...at], password);
    await cliJson(['case', 'answer', caseId, 'case.gender', 'w', ...at], password);
    const shown = await cliJson(['case', 'answer', caseId, 'case.date_of_birth', '2008-01-01', ...at], password, runCliProcess);
    expect(shown).toMatchObject({ saved: true, name: 'Haydari-Kanarienvogel, Amira', born: '2008-01-01' });
  });

  it('refuses what is no answer of the field, with a reason and without quoting it', async () => {
    const run = await runCliProcess(['case', 'answer', caseId, 'case.gender', 'kanarienwert', ...at, '--json'], password);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'ANSWER_INVALID' } });
    expect(run.stdout + run.stderr).not.toContain('kanarienwert');
  });

  it('adds a goal, prints the plan and keeps the version', async () => {
    const { entry } = await cliJson(['case', 'add', caseId, 'goal', ...at], password);
    await cliJson(['case', 'answer', caseId, 'goal.area', 'vocational', '--entry', String(entry), ...at], password);
    await cliJson(['case', 'answer', caseId, 'goal.description', 'Ich will Elektrikerin werden.', '--entry', String(entry), ...at], password);
    const out = join(base, 'plan.pdf');
    const printed = await cliJson(['plan', 'pdf', caseId, '--out', out, ...at], password, runCliProcess);
    expect(printed).toMatchObject({ version: 1, replacedCharacters: [] });
    expect((await readPdf(readFileSync(out))).text).toContain('Ich will Elektrikerin werden.');

    const again = await cliJson(['plan', 'pdf', caseId, '--out', out, ...at], password);
    expect(again).toMatchObject({ version: 1, sha256: printed['sha256'] });
  });

  it('shows what is about other people, too: whoever may open the file reads it in the window', async () => {
    const { entry } = await cliJson(['case', 'add', caseId, 'guardian', ...at], password);
    const field = currentCatalogue.fieldsOfGroup('guardian').find(({ about, type }) => about === 'others' && type === 'text');
    await cliJson(['case', 'answer', caseId, field?.id ?? '', 'Onkel Kanarienvogel', '--entry', String(entry), ...at], password);
    const { content } = await cliJson(['case', 'show', caseId, ...at], password);
    const { sections } = content as { readonly sections: readonly { readonly id: string; readonly entries: readonly { readonly id: string; readonly fields: readonly unknown[] }[] }[] };
    expect(sections.flatMap(({ entries }) => entries).find(({ id }) => id === entry)?.fields).toMatchObject([{ id: field?.id, values: [{ value: 'Onkel Kanarienvogel', display: 'Onkel Kanarienvogel' }] }]);
    const log = JSON.stringify(await cliJson(['audit', 'verify', ...at], password));
    expect(log).not.toContain('Kanarienvogel');
  });

  it('shows everything held and lists the case', async () => {
    expect(JSON.stringify(await cliJson(['case', 'show', caseId, ...at], password))).toContain('Ich will Elektrikerin werden.');
    expect(await cliJson(['case', 'list', ...at], password, runCliProcess)).toMatchObject({ total: 1 });
  });

  it('builds the Monitoring-Meldung and verifies the log', async () => {
    const built = await cliJson(['extract', 'build', ...at], password, runCliProcess);
    expect(built).toMatchObject({ state: 'built' });
    expect((built['tables'] as { id: string }[]).map((table) => table.id)).toEqual(['A1', 'A2xA3', 'A7', 'B1', 'B6']);
    const early = await runCli(['extract', 'approve', ...at, '--json'], password);
    expect(JSON.parse(early.stdout)).toMatchObject({ error: { code: 'NOT_CONNECTED' } });
    expect(await cliJson(['audit', 'verify', ...at], password)).toMatchObject({ intact: true });
  });

  it('leaves no typed word in plain in any file of the folder', () => {
    const typed = ['Haydari-Kanarienvogel', 'Amira', 'Elektrikerin', 'JMD Nordheide', 'Petra Amsel', 'leitung', password, recoveryCode];
    expect(filesHolding(dir, typed)).toEqual([]);
  });

  it.each([
    ['an unknown command', ['casse', 'list']],
    ['an unknown option', ['case', 'list', '--farbe', 'blau']],
    ['a missing argument', ['case', 'answer']],
    ['a day that is none', ['case', 'list', '--today', '2026-02-30']],
  ])('answers %s with exit code 2', async (_name, args) => {
    const run = await runCliProcess([...args, ...at], password);
    expect(run.exit).toBe(2);
    expect(run.stdout).toBe('');
  });
});
