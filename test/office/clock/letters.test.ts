/** Letters before an act of the clock announce days that can still come. */
import { afterEach, expect, test } from 'vitest';
import { casesContext, openContext } from '../../../office/base.ts';
import type { SheetPaper } from '../../../shared/papers/sheet-paper.ts';
import { answerAll, codeOf, unlockAs } from '../support/office.ts';
import { addDays, daysBetween } from '../../../shared/domain/day.ts';
import { day, endedFiles, first, isThere, itIs, runningFile, staffedOffice, until, type Staffed } from './ended-files.ts';

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

test('the day until which she may ask for a copy is hers: the file goes on the day after', async () => {
  staffed = await staffedOffice();
  const { office, selin } = staffed;
  await unlockAs(office, selin);
  const [caseId] = await endedFiles(office, 1);
  if (caseId === undefined) throw new Error('no file');
  const [letter] = (await office.client.clock.ofFile({ caseId })).letters;
  expect(letter?.text).toMatch(/Am 02\.05\.2026 löschen wir[^]*bis zum 01\.05\.2026 Bescheid/);
  await until(office, day('2026-05-01'), selin);
  expect(await isThere(office, caseId)).toBe(true);
  await itIs(office, day('2026-05-02'), selin);
  expect(await isThere(office, caseId)).toBe(false);
});

test.each([9, 6, 3, 1])('somebody long silent gets her letter before the end, also where the office ends a file after %i months', async (months) => {
  staffed = await staffedOffice();
  const { office, head } = staffed;
  const caseId = await runningFile(office, 'Still');
  await office.client.clock.settings({ anonymiseAfterMonths: 2, counsellingToo: true, endAfterMonths: months });
  const { dates } = await office.client.clock.ofFile({ caseId });
  const dayOf = (kind: string) => dates.find((date) => date.kind === kind)?.day ?? first;
  const [hint, end] = [dayOf('inactive'), dayOf('inactive_end')];
  expect(daysBetween(hint, end)).toBeGreaterThanOrEqual(28);
  await until(office, addDays(hint, -1), head);
  expect((await office.client.clock.ofFile({ caseId })).letters).toEqual([]);
  await itIs(office, hint, head);
  expect((await office.client.clock.ofFile({ caseId })).letters.map(({ kind }) => kind)).toEqual(['long_silent']);
  expect((await office.client.worklist.list({ mine: false, kinds: ['inactive'], until: hint, limit: 5 })).rows).toHaveLength(1);
}, 120_000);
