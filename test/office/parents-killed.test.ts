/** What she says of her parents reaches whoever answers the phone before anything else can happen: killed between the commits, nobody is less careful than the file. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { amira, answerAll, newColleague, newFolder, officeIn, officeKeys, readyOffice, unlockAgain, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const field = 'consent.parents_may_be_informed';
const warned = 'Eltern erfahren nichts';

let killer: string;
let template: TestOffice;
let clerk: Colleague;
let silent: RecordId;
let open: RecordId;
beforeAll(async () => {
  killer = await bundleForNode('test/office/kill-acting.ts', 'kill-parents');
  template = await readyOffice();
  clerk = newColleague(template, 'Frau Krüger', 'admin_office');
  silent = (await answerAll(template, await amira(template), [{ field, value: 'no' }])).row.id;
  open = (await answerAll(template, await amira(template), [{ field, value: 'yes' }])).row.id;
  await template.core.lock();
}, 240_000);
afterAll(async () => { await template.remove(); });

/** How many commits were made; null: killed. */
async function act(office: TestOffice, caseId: RecordId, value: string, last: number): Promise<number | null> {
  const run = spawnSync(process.execPath, [killer, office.dir, JSON.stringify(await officeKeys()), caseId, 'parents', `${value} ${String(last)}`], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  fs.rmSync(`${office.dir}/lock`, { force: true });
  return run.signal === 'SIGKILL' ? null : Number.parseInt(run.stdout, 10);
}

async function copied(): Promise<TestOffice> {
  const dir = await newFolder();
  await cp(template.dir, dir, { recursive: true });
  fs.rmSync(`${dir}/lock`, { force: true });
  return officeIn(dir);
}

const heeded = async (office: TestOffice, record: RecordId): Promise<boolean> =>
  (await office.client.people.find({ text: 'Haddad' })).some((person) => person.record === record && person.cautions.includes(warned));

describe.each([
  { said: 'no', of: () => open },
  { said: 'yes', of: () => silent },
])('killed while the file learns "$said"', { timeout: 240_000 }, ({ said, of }) => {
  it('after any commit: the desk is never less careful than the file, and says the same as soon as somebody opens the cases', async () => {
    for (let last = 1; ; last += 1) {
      const office = await copied();
      const commits = await act(office, of(), said, last);
      if (commits !== null) {
        expect(last).toBe(commits + 1);
        expect(commits).toBeGreaterThan(1);
        await office.remove();
        return;
      }
      await unlockAs(office, clerk);
      const onDesk = await heeded(office, of());
      await unlockAgain(office);
      const { answers } = await office.client.cases.open({ caseId: of() });
      const inFile = answers['']?.[field]?.heads[0]?.value;
      if (inFile === 'no') expect([last, onDesk]).toEqual([last, true]);
      expect([last, await heeded(office, of())]).toEqual([last, inFile === 'no']);
      expect(office.log).toEqual([]);
      await office.remove();
    }
  });
});
