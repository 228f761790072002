/** Rights of the young person from the command line, with the refusals of the window. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const out = join(base, 'kopie');
const at = ['--dir', dir, '--today', '2026-03-02'];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

async function refused(args: readonly string[]): Promise<string> {
  const { exit, stdout } = await runCli([...args, ...at, '--json'], password);
  expect(exit).toBe(1);
  return (JSON.parse(stdout) as { error: { code: string } }).error.code;
}

test('a request is entered, the copy lies in a folder, a restricted file is closed until it is lifted', { timeout: 240_000 }, async () => {
  const { recoveryCode } = (await cliJson(['office', 'init', '--dir', dir, '--office-id', 'NI-0417', '--name', 'JMD Nordheide', '--display-name', 'Petra Amsel', '--training'], password)) as { recoveryCode: string };
  await cliJson(['recovery', 'confirm', ...at, '--code', recoveryCode], password);
  const { id } = (await cliJson(['case', 'new', ...at], password)) as { id: string };
  await cliJson(['case', 'answer', id, 'consent.data_processing_status', 'granted', ...at], password);
  await cliJson(['case', 'answer', id, 'person.first_name', 'Amira', ...at], password);
  await cliJson(['case', 'answer', id, 'education.career_goal', 'Tischlerin', ...at], password);
  await cliJson(['case', 'enter', id, 'guardian', 'guardian.name=Rabea Kanarienvogel', ...at], password);

  expect(await cliJson(['rights', 'enter', id, 'access_copy', ...at], password)).toMatchObject({ due: '2026-04-02' });
  expect(await cliJson(['rights', 'requests', ...at], password)).toMatchObject({ rows: [{ caseId: id, what: 'request', due: '2026-04-02', overdue: false }] });

  expect(await refused(['rights', 'copy', id, '--out', out])).toBe('RIGHTS_TEXTS_UNREAD');
  expect(await cliJson(['rights', 'copy', id, '--out', out, '--texts-read', ...at], password)).toMatchObject({ withheld: 1 });
  expect(readdirSync(out).sort()).toEqual(['kopie-2026-03-02.json', 'kopie-2026-03-02.pdf']);
  const { text, tagged } = await readPdf(readFileSync(join(out, 'kopie-2026-03-02.pdf')));
  expect(tagged).toBe(true);
  expect(text).toContain('Tischlerin');
  expect(text + readFileSync(join(out, 'kopie-2026-03-02.json'), 'utf8')).not.toContain('Kanarienvogel');

  expect(await cliJson(['rights', 'restrict', id, '--ground', 'accuracy', ...at], password)).toEqual({ restricted: true, toTell: 0 });
  expect(await refused(['case', 'show', id])).toBe('CASE_RESTRICTED');
  expect(await refused(['rights', 'copy', id, '--out', join(base, 'zweite'), '--texts-read'])).toBe('CASE_RESTRICTED');
  expect(await cliJson(['rights', 'requests', id, ...at], password)).toMatchObject({ restricted: true });
  expect(await cliJson(['rights', 'lift', id, '--ground', 'rectified', ...at], password)).toEqual({ restricted: false });
  expect(await cliJson(['case', 'show', id, ...at], password)).toMatchObject({ id });
});

test('a request goes its whole way: more time, a decision with its reason, the answer; parents get nothing without the words of the young person', { timeout: 240_000 }, async () => {
  const { id } = (await cliJson(['case', 'new', ...at], password)) as { id: string };
  await cliJson(['case', 'answer', id, 'consent.data_processing_status', 'granted', ...at], password);
  await cliJson(['case', 'answer', id, 'case.date_of_birth', '2010-06-01', ...at], password);
  const { entry } = (await cliJson(['rights', 'enter', id, 'rectification', ...at], password)) as { entry: string };
  const words = join(base, 'grund.txt');
  writeFileSync(words, 'Der Wohnort stimmt nicht mehr.');

  expect(await refused(['rights', 'answered', id, entry])).toBe('ANSWER_INVALID');
  expect(await refused(['rights', 'extend', id, entry, '--ground', 'complex', '--due', '2026-09-01'])).toBe('ANSWER_INVALID');
  expect(await cliJson(['rights', 'extend', id, entry, '--ground', 'complex', '--due', '2026-05-01', ...at], password)).toMatchObject({ entry, open: true, due: '2026-05-01', decision: null });
  expect(await refused(['rights', 'decide', id, entry, 'refused'])).toBe('ANSWER_INVALID');
  expect(await cliJson(['rights', 'decide', id, entry, 'granted', '--reason-file', words, ...at], password)).toMatchObject({ open: true, decision: 'erfüllt', ground: null, toTell: 0 });
  const done = await runCli(['rights', 'answered', id, entry, ...at], password);
  expect([done.exit, done.stdout.trim()]).toEqual([0, 'Berichtigung: erfüllt\nBeantwortet am 02.03.2026.']);
  expect(JSON.stringify(await cliJson(['rights', 'requests', id, ...at], password))).toContain('Der Wohnort stimmt nicht mehr.');

  const asked = ((await cliJson(['rights', 'enter', id, 'parents_request', '--by', 'legal_guardian', ...at], password)) as { entry: string }).entry;
  expect(await refused(['rights', 'decide', id, asked, 'granted'])).toBe('ANSWER_INVALID');
  expect(await refused(['rights', 'decide', id, asked, 'granted', '--insight', 'capable_refuses', '--secret-counselling', 'nein'])).toBe('RIGHTS_PARENTS_SHIELD');
  expect((await runCli(['rights', 'decide', id, asked, 'refused', '--secret-counselling', 'vielleicht', ...at], password)).exit).toBe(2);
  expect(await refused(['rights', 'decide', id, 'f'.repeat(32), 'granted'])).toBe('ENTRY_UNKNOWN');
  const refusal = ['--ground', 'secret_of_youth', '--insight', 'capable_refuses', '--secret-counselling', 'ja'];
  expect(await cliJson(['rights', 'decide', id, asked, 'refused', ...refusal, ...at], password)).toMatchObject({ decision: 'abgelehnt', steps: [] });
});

test('her wish is granted, says what is to be done next, and is done by command', { timeout: 240_000 }, async () => {
  const { id } = (await cliJson(['case', 'new', ...at], password)) as { id: string };
  expect((await runCli(['case', 'delete', id, ...at, '--json'], password)).exit).toBe(2);
  expect(await refused(['case', 'delete', id, '--wish'])).toBe('DELETION_NEEDS_REQUEST');
  const { entry } = (await cliJson(['rights', 'enter', id, 'erasure', ...at], password)) as { entry: string };
  expect(await cliJson(['rights', 'decide', id, entry, 'granted', ...at], password)).toMatchObject({ next: 'Löschung ist zugesagt: Akte jetzt löschen' });
  const { rows } = (await cliJson(['rights', 'requests', ...at], password)) as { rows: { what: string; caseId: string }[] };
  expect(rows.filter(({ caseId }) => caseId === id).map(({ what }) => what).sort()).toEqual(['granted', 'request']);
  expect(await cliJson(['case', 'delete', id, '--wish', ...at], password)).toEqual({ deleted: true });
  expect(await refused(['case', 'show', id])).toBe('CASE_NOT_FOUND');
});
