/** The plan from the command line: both papers, their languages, and what changed between two versions. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const at = ['--dir', join(base, 'jmd'), '--today', '2026-02-03'];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

let caseId = '';
let goal = '';
const run = (...line: readonly string[]) => cliJson([...line, ...at], password);

describe('a plan', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const { recoveryCode } = await cliJson(['office', 'init', '--dir', join(base, 'jmd'), '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password);
    await run('recovery', 'confirm', '--code', String(recoveryCode));
    caseId = String((await run('case', 'new'))['id']);
    await run('case', 'answer', caseId, 'consent.data_processing_status', 'granted');
    await run('case', 'answer', caseId, 'person.first_name', 'Amira');
    await run('case', 'answer', caseId, 'person.last_name', 'Haydari');
    goal = String((await run('case', 'enter', caseId, 'goal', 'goal.area=vocational', 'goal.description=Ich will Elektrikerin werden'))['entry']);
    await run('case', 'enter', caseId, 'action_step', '--parent', goal, 'action_step.task=Drei Betriebe anrufen', 'action_step.due_date=2026-02-20', 'action_step.responsible=young_person');
  }, 120_000);

  it('has no differences before anything was printed', async () => {
    expect(await run('plan', 'changes', caseId)).toEqual({ from: null, to: null, changes: [] });
  });

  it('is printed as agreement and as wall sheet of one version', async () => {
    const [agreement, wall] = [join(base, 'plan.pdf'), join(base, 'wand.pdf')];
    expect(await run('plan', 'pdf', caseId, '--out', agreement)).toMatchObject({ file: agreement, paper: 'agreement', language: 'de', version: 1, replacedCharacters: [] });
    expect(await run('plan', 'pdf', caseId, '--paper', 'wall', '--out', wall)).toMatchObject({ file: wall, paper: 'wall', language: 'de', version: 1 });
    expect((await readPdf(readFileSync(agreement))).text).toContain('Amira Haydari');
    const { text } = await readPdf(readFileSync(wall));
    expect(text).toContain('Drei Betriebe anrufen');
    expect(text).not.toContain('Haydari');
  });

  it('says what changed since, then between the last two versions', async () => {
    await run('case', 'enter', caseId, 'action_step', '--parent', goal, 'action_step.task=Lebenslauf schreiben', 'action_step.responsible=young_person');
    const changes = [{ kind: 'new', what: 'step', text: 'Lebenslauf schreiben', details: [] }];
    expect(await run('plan', 'changes', caseId)).toEqual({ from: { version: 1, day: '2026-02-03' }, to: null, changes });
    await run('plan', 'pdf', caseId, '--out', join(base, 'zwei.pdf'));
    expect(await run('plan', 'changes', caseId)).toEqual({ from: { version: 1, day: '2026-02-03' }, to: { version: 2, day: '2026-02-03' }, changes });
    expect((await runCli(['plan', 'changes', caseId, ...at], password)).stdout).toBe('Fassung 1 vom 03.02.2026 → Fassung 2 vom 03.02.2026\n  neu: Schritt „Lebenslauf schreiben“\n');
  });

  it('is not printed in a language nobody has reviewed, and not in one or as a paper that is none', async () => {
    const refused = await runCli(['plan', 'pdf', caseId, '--language', 'ar', ...at, '--json'], password);
    expect([refused.exit, JSON.parse(refused.stdout)]).toMatchObject([1, { error: { code: 'LANGUAGE_NOT_REVIEWED' } }]);
    for (const wrong of [['--language', 'tlh'], ['--paper', 'poster']]) expect((await runCli(['plan', 'pdf', caseId, ...wrong, ...at], password)).exit).toBe(2);
  });
});
