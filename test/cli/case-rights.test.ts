/** The gate, the withdrawal and the shield by command line: the same procedures, the same refusals. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command, Values } from '../../cli/command.ts';
import { caseAnswer, caseEnter, caseWithdraw } from '../../cli/commands/case.ts';
import { explain } from '../../cli/explain.ts';
import { withOffice, type OfficeAtWork } from '../../cli/office-session.ts';
import type * as OfficeSession from '../../cli/office-session.ts';
import type { CoreClient } from '../../office/core.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

// Hundreds of commands on one unlocked office: unlocking is not what they are about.
const held = vi.hoisted((): { office: OfficeAtWork | null } => ({ office: null }));
vi.mock('../../cli/office-session.ts', async (original) => {
  const real = await original<typeof OfficeSession>();
  const onHeld: typeof real.withOffice = (values, act, more) => (held.office === null ? real.withOffice(values, act, more) : act(held.office));
  return { ...real, withOffice: onHeld };
});

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-rights-'));
const at = ['--dir', join(base, 'jmd')];
const passwordFile = join(base, 'password');
writeFileSync(passwordFile, password);
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
async function codeHere(command: Command, positionals: readonly string[], more: Values = {}): Promise<string> {
  vi.stubEnv('LOTSE_PASSWORD', password);
  try {
    await command.run({ values: { dir: join(base, 'jmd'), ...more }, positionals, progress: () => undefined });
    return 'no error';
  } catch (problem) {
    return explain(problem).code;
  } finally {
    vi.unstubAllEnvs();
  }
}

const words: Readonly<Record<string, string>> = { date: '2026-02-01', year_month: '2026-01', integer: '1', decimal: '1', boolean: 'ja' };
/** Every field that needs her consent; child protection does not. */
const closed = currentCatalogue.fields.filter(({ beforeConsent, type, group, retired }) => beforeConsent !== true && type !== 'automatic' && group !== 'protection' && retired !== true);

/** A file with an entry of every group in which such a field stands, whose consent ended. */
async function withEveryGroup(client: CoreClient): Promise<{ readonly caseId: RecordId; readonly entries: ReadonlyMap<string, EntryId> }> {
  const { row } = await client.cases.create();
  const granted = async (value: string): Promise<CaseView> => {
    const base = [...((await client.cases.open({ caseId: row.id })).answers['']?.['consent.data_processing_status']?.base ?? [])];
    return client.cases.answer({ caseId: row.id, entry: null, field: 'consent.data_processing_status', value, base });
  };
  await granted('granted');
  const entries = new Map<string, EntryId>();
  // Not a basis of the law: what that asks for is written down also without her consent.
  const basis = { 'disclosure.basis': 'anonymous_consultation', 'disclosure.date': '2026-02-01', 'disclosure.recipient_name': 'Fachberatung' };
  const entered = async (group: string, parent: EntryId | null): Promise<EntryId> => {
    if (group === 'request') return (await client.rights.enter({ caseId: row.id, kind: 'access_copy', by: 'young_person', receivedOn: IsoDay.parse('2026-02-01'), identity: 'known' })).entry;
    if (group === 'disclosure') return (await client.cases.enter({ caseId: row.id, group, parent, answers: basis, texts: { 'disclosure.content': 'Fallfrage' } })).entry;
    return (await client.cases.addEntry({ caseId: row.id, group, parent })).entry;
  };
  let groups = currentCatalogue.sections.flatMap((section) => section.groups ?? []).filter(({ id }) => closed.some(({ group }) => group === id));
  while (groups.length > 0) {
    const ready = groups.filter(({ parents }) => parents === undefined || parents.some((parent) => entries.has(parent)));
    if (ready.length === 0) throw new Error('a group stands in none');
    for (const { id: group, parents } of ready) {
      const parent = parents?.map((one) => entries.get(one)).find((one) => one !== undefined) ?? null;
      entries.set(group, await entered(group, parent));
    }
    groups = groups.filter(({ id }) => !entries.has(id));
  }
  expect((await granted('pending')).consentGiven).toBe(false);
  return { caseId: row.id, entries };
}

describe('the command line', { timeout: 240_000 }, () => {
  it('takes no field that needs it before consent, whichever it is and whatever it stands in', async () => {
    await withOffice({ dir: join(base, 'jmd'), 'password-file': passwordFile }, async (office) => {
      held.office = office;
      const { caseId: file, entries } = await withEveryGroup(office.client);
      const taken: unknown[] = [];
      for (const { id, type, codeList, group } of closed) {
        const word = words[type] ?? currentCatalogue.codes(codeList ?? '')[0]?.code ?? 'Kanarienvogel';
        const code = await codeHere(caseAnswer, [file, id, word], group === undefined ? {} : { entry: entries.get(group) });
        if (code !== 'CONSENT_MISSING') taken.push([id, code]);
      }
      expect(taken).toEqual([]);
      expect(await (await office.client.cases.export({ caseId: file })).text()).not.toContain('Kanarienvogel');
    }).finally(() => { held.office = null; });
    expect(closed.length).toBeGreaterThan(250);
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
