/** Who wanted a file deleted names it: what came back of that with an older desk goes at the next unlock. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openContext } from '../../office/base.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { amira, readyOffice, unlockAgain, type TestOffice } from './support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await readyOffice();
});
afterAll(() => office.remove());

const desk = () => openContext(office.core.context).store.desk;

it('a proposal about a forgotten file that an older copy of the desk brings back is gone after the next unlock', async () => {
  const caseId = (await amira(office)).row.id;
  await office.client.deletions.propose({ caseId, reason: 'wrong_person', recipients: null });
  const older = desk().read((tx) => tx.settings.read('deletions')) as Readonly<Record<string, unknown>>;
  expect(JSON.stringify(older)).toContain(caseId);
  await eraseRecords(openContext(office.core.context), [caseId], 'mistake');
  expect(JSON.stringify(desk().read((tx) => tx.settings.read('deletions')))).not.toContain(caseId);
  desk().write((tx) => { tx.settings.write('deletions', older); });
  await unlockAgain(office);
  expect(JSON.stringify(desk().read((tx) => tx.settings.read('deletions')))).not.toContain(caseId);
  expect(await office.client.deletions.list()).toEqual([]);
});
