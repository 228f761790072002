/** Letters before an act of the clock announce days that can still come. */
import { afterEach, expect, test } from 'vitest';
import { day, runningFile, first, staffedOffice, until, type Staffed } from './ended-files.ts';

let staffed: Staffed;
afterEach(async () => staffed.office.remove());

test('the letter to somebody long silent names the day of the end while it is ahead, and none once something holds the file beyond it', async () => {
  staffed = await staffedOffice();
  const { office, head } = staffed;
  const caseId = await runningFile(office, 'Brief');
  const letter = async (): Promise<string> => (await office.client.clock.ofFile({ caseId })).letters.find(({ kind }) => kind === 'long_silent')?.text ?? 'none';
  await office.client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: first, identity: 'known' });
  expect(await letter()).toBe('none');
  await until(office, day('2026-09-15'), head);
  expect(await letter()).toMatch(/beenden wir unsere Begleitung am \d\d\.\d\d\.2026\. Danach/);
  await until(office, day('2026-12-20'), head);
  expect(await letter()).toContain('Wenn wir nichts von Ihnen hören, beenden wir unsere Begleitung. Danach');
});
