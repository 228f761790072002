/** A word in every place of a file: found in each before, in none after its time is over, whenever the power went. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erasureSteps } from '../../db/erase/steps.ts';
import { insideOf } from '../../db/open-store.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { anonymise } from '../../office/forgetting/anonymise.ts';
import { erasureProtocol } from '../../office/forgetting/protocol.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { AttachmentId } from '../../shared/domain/ids.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { scanFolder } from '../support/decrypting-scan.ts';
import { fullFile, stem, type FullFile } from './support/full-file.ts';
import { openByKeys } from './support/office-template.ts';
import type { TallyRowView } from '../../shared/rpc/desk.views.ts';
import { amira, answerAll, officeIn, officeKeys, readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
let file: FullFile;
let eraser: string;
let template: string;
/** Kept papers in which a word of the plan stands. */
const keptPapers: AttachmentId[] = [];
let tables: readonly string[];
/** Kurzberatungen that became contacts of the file: alone in their open hour, and not. */
const talks: TallyRowView[] = [];
const made: string[] = [];
const quick = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

function keysOf({ core }: TestOffice) {
  const { deskKey, casesKey } = insideOf(openContext(core.context).store).keys;
  return { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}

const tablesIn = async ({ client }: TestOffice): Promise<readonly string[]> =>
  Promise.all([2025, 2026].map(async (year) => canonicalJson((await client.monitoring.build({ year, half: null })).tables)));

function newFolder(): string {
  const dir = mkdtempSync(join(quick, 'lotse-forget-'));
  made.push(dir);
  return dir;
}

/** She was in the open hour twice before she had a file: once alone, once beside somebody who stays. */
async function talksBefore(): Promise<void> {
  for (const others of [[], [{ 'tally.minutes': 15 }]]) {
    const [row] = await office.client.tally.enter({ rows: [{ 'tally.gender': 'm', 'tally.age_group': '19_26', 'tally.minutes': 35 }, ...others] });
    if (row === undefined) throw new Error('nothing was entered');
    await office.client.tally.moveToCase({ session: row.session, entry: row.entry, caseId: file.record });
    talks.push(row);
  }
}

/** Agreement and wall sheet are kept word for word with the file, as they were handed over; a form that is filled is not. */
async function printed(): Promise<void> {
  const { plan, papers } = office.client;
  for (const paper of ['agreement', 'wall'] as const) {
    const { attachment } = await plan.print({ caseId: file.record, paper, language: 'de' });
    const { pdf } = await plan.kept({ caseId: file.record, attachment });
    if ((await pdf.text()).includes(stem)) keptPapers.push(attachment);
    if (paper === 'agreement') await plan.handedOver({ caseId: file.record, attachment, outcome: 'handed_over' });
  }
  await papers.fill({ caseId: file.record, form: 'consent', entry: null, language: 'de' });
}

beforeAll(async () => {
  eraser = await bundleForNode('test/db/erase/kill-eraser.ts', 'kill-eraser-full');
  office = await readyOffice();
  file = await fullFile(office);
  // Others, some like her: what is counted of her stands among them.
  for (const gender of ['w', 'm', 'w']) {
    await answerAll(office, await amira(office), [{ field: 'case.gender', value: gender }, { field: 'case.support_form', value: 'counselling' }]);
  }
  await talksBefore();
  await printed();
  await office.client.safety.backupNow();
  tables = await tablesIn(office);
  template = newFolder();
}, 300_000);
afterAll(async () => {
  await office.remove();
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

test('the scan finds the word of every place, in the data folder and in its backup', () => {
  expect(file.words.size).toBeGreaterThan(60);
  expect(keptPapers.length).toBe(2);
  const { cases } = insideOf(openContext(office.core.context).store).databases;
  const kept = new Set(cases?.prepare<[], string>('SELECT id FROM attachments').pluck().all());
  expect(keptPapers.filter((id) => !kept.has(id))).toEqual([]);
  // A restriction is an act of its own; a postal code, a district and a time have no room for a word.
  expect(file.without).toEqual(['restriction', 'institution.postal_code', 'person.postal_code', 'person.district_code', 'appointment.time']);
  const keys = keysOf(office);
  const found = new Set(scanFolder(office.dir, keys, [...file.words.values()]).finds.map(({ canary }) => canary));
  expect([...file.words].filter(([, word]) => !found.has(word)).map(([place]) => place)).toEqual([]);
  expect(scanFolder(office.dir, keys, [Buffer.from(file.fileName)]).finds).toEqual([]);
}, 300_000);

async function expectForgotten(here: TestOffice): Promise<void> {
  const scan = scanFolder(here.dir, keysOf(here), [stem, file.record]);
  expect(scan.finds.filter(({ canary, place }) => canary === stem || !place.startsWith('backups/20'))).toEqual([]);
  expect(scan.unread).toEqual([]);
  expect(scan.pages).toBeGreaterThan(100);
  const left = insideOf(openContext(here.core.context).store).databases.cases?.prepare<[], string>('SELECT id FROM attachments').pluck().all() ?? [];
  expect(keptPapers.filter((id) => left.includes(id))).toEqual([]);
  const [alone, beside] = talks.map(({ entry }) => scanFolder(here.dir, keysOf(here), [entry]).finds);
  expect(alone).toEqual([]);
  // The key of an open hour lives on with its others, until the last backup that holds it is gone.
  expect(beside?.filter(({ place }) => !/^backups\/20.*: sealed (intent|audit)$/.test(place))).toEqual([]);
  const { cases } = insideOf(openContext(here.core.context).store).databases;
  expect(cases?.prepare('SELECT moved, retired, answers FROM tallies').all()).toEqual([{ moved: 0, retired: 0, answers: '{"tally.day":"2026-03-02","tally.minutes":15}' }]);
  expect(await tablesIn(here)).toEqual(tables);
  expect((await here.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
}

describe('when its time is over', () => {
  test('nothing of it is left, the tables are the same bytes, the log verifies, and the Löschprotokoll says what went', async () => {
    await office.core.lock();
    cpSync(office.dir, template, { recursive: true });
    openByKeys(office, await officeKeys());
    const lines = await anonymise(openContext(office.core.context), () => [file.record]);
    expect(lines.map(({ reason, doneAt }) => [reason, doneAt !== null])).toEqual([['retention', true], ['retention', true]]);
    await expectForgotten(office);
    const said = erasureProtocol(openContext(office.core.context)).map(({ removed, backupsGoneOn }) => [removed, backupsGoneOn]);
    expect(said).toEqual(expect.arrayContaining([['persönliche Arbeitsnotiz', '2026-03-30']]));
    expect(said.map(([removed]) => removed)).toEqual(expect.arrayContaining([expect.stringMatching(/^Akte, Personenkarte, Kurzberatungen davor, bis zu 5 Kontakte.*bis zu 5 Dateien/)]));
    expect(casesContext(openContext(office.core.context)).cases.read((tx) => tx.histories.ids('note'))).toEqual([]);
  }, 120_000);

  test.each(erasureSteps)('and the power went after “%s”: the next start ends it', async (step) => {
    const dir = newFolder();
    cpSync(template, dir, { recursive: true });
    const keys = await officeKeys();
    const ended = spawnSync(process.execPath, [eraser, dir, keys.user, keys.desk, keys.cases, file.record, step], { encoding: 'utf8' });
    expect([ended.signal, ended.stderr]).toEqual(['SIGKILL', '']);
    const here = officeIn(dir, {}, { now: new Date('2026-03-02T12:00:00Z'), day: IsoDay.parse('2026-03-02') });
    openByKeys(here, keys);
    // The work note beside it goes with the sweep of the unlock, which this core leaves to its callers.
    await anonymise(openContext(here.core.context), () => [file.record]);
    await expectForgotten(here);
    await here.core.lock();
    rmSync(dir, { recursive: true, force: true });
  }, 120_000);
});
