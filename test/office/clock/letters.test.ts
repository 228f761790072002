/** Letters before an act of the clock announce days that can still come. */
import { afterEach, expect, test } from 'vitest';
import { casesContext, openContext } from '../../../office/base.ts';
import type { SheetPaper } from '../../../shared/papers/sheet-paper.ts';
import { answerAll, codeOf, unlockAs } from '../support/office.ts';
import { day, endedFiles, first, runningFile, staffedOffice, until, type Staffed } from './ended-files.ts';

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

test('a letter is a paper with the letterhead and the words of the day; its file has no name, no address is on it, and the log of the file says that it was made', async () => {
  staffed = await staffedOffice();
  const { office } = staffed;
  const letterhead = { carrier: 'Sozialwerk Nordheide e. V.', address: 'Lindenstraße 4', phone: '05555 123-456', email: '', funder: '', logos: [] };
  await office.client.papers.saveSettings({ letterhead, phones: [], unreviewedLanguages: [] });
  const [caseId] = await endedFiles(office, 1);
  if (caseId === undefined) throw new Error('no file');
  await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'person.street', value: 'Kanarienweg 7' }]);
  const { fileName } = await office.client.papers.fill({ caseId, form: 'copy_offer', entry: null });
  expect(fileName).toMatch(/^Brief-Kopie-[A-Z0-9-]+\.pdf$/);
  const paper = office.documents.printed.at(-1) as SheetPaper;
  expect(paper).toMatchObject({ template: 'sheet', title: 'Ihre Akte und eine Kopie davon', subtitle: '02.03.2026', letterhead });
  const [letter] = (await office.client.clock.ofFile({ caseId })).letters;
  expect(paper.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('\n\n')).toBe(letter?.text);
  expect(JSON.stringify([paper, fileName])).not.toContain('Kanarien');
  expect(fileName).not.toMatch(/Nilufar|Beendet/);
  const log = casesContext(openContext(office.core.context)).cases.read((tx) => tx.audit.read({ record: caseId, limit: 50 }));
  expect(log.filter(({ action }) => action.startsWith('paper'))).toMatchObject([{ action: 'paper.fill', details: { form: 'copy_offer', right: 'responsible' } }]);
});

test('it speaks to her as the file says, and only by her first name then', async () => {
  staffed = await staffedOffice();
  const { office } = staffed;
  const [caseId] = await endedFiles(office, 1);
  if (caseId === undefined) throw new Error('no file');
  await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'person.address_form', value: 'du' }]);
  const [letter] = (await office.client.clock.ofFile({ caseId })).letters;
  expect(letter?.title).toBe('Deine Akte und eine Kopie davon');
  expect(letter?.text).toMatch(/^Hallo Nilufar,\n\n[^]*Möchtest du vorher eine Kopie\? Dann sag uns/);
  expect(letter?.text).not.toMatch(/\bSie\b|\bIhnen\b|Beendet|[{}|]/);
});

test('there is none where nothing is announced, and nobody gets one of a file that is closed to her', async () => {
  staffed = await staffedOffice();
  const { office, head, jonas } = staffed;
  const running = await runningFile(office, 'Läuft');
  expect(await codeOf(office.client.papers.fill({ caseId: running, form: 'copy_offer', entry: null }))).toBe('LETTER_NOT_NOW');
  expect(await codeOf(office.client.papers.fill({ caseId: running, form: 'long_silent', entry: null }))).toBe('LETTER_NOT_NOW');
  const [ended] = await endedFiles(office, 1);
  if (ended === undefined) throw new Error('no file');
  await office.client.cases.shield({ caseId: ended, shielded: true });
  await unlockAs(office, jonas);
  expect(await codeOf(office.client.papers.fill({ caseId: ended, form: 'copy_offer', entry: null }))).toBe('CASE_SHIELDED');
  await unlockAs(office, head);
  await office.client.rights.restrict({ caseId: ended, ground: 'accuracy', askedBy: 'young_person' });
  expect(await codeOf(office.client.papers.fill({ caseId: ended, form: 'copy_offer', entry: null }))).toBe('CASE_RESTRICTED');
});
