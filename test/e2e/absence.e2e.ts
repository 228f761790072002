/**
 * Story 4 at the window: the colleague is ill. Who stands in, who answers the phone, what the clerk sees, what is shown of a protected file, what a
 * lock keeps and for whom, and what he reads who comes back. Everybody unlocks with a name and a password of their own, at one PC.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import { choose, press, tabTo, write } from '../support/by-keyboard.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

const password = 'Zwei Reiher am Deich';
const petra = { login: at.counsellor.login, password: at.counsellor.password };
const [jonas, selin, krueger] = ['brandt', 'yildiz', 'krueger'].map((login) => ({ login, password })) as [at.Account, at.Account, at.Account];

let mohamed: RecordId;
let leyla: RecordId;

const answer = (field: string, value: string, entry: string | null = null) => ({ entry, field, value, base: [] });

/** A new file with the consent, by way of the core, of whoever has unlocked it. */
async function consented(day: string): Promise<RecordId> {
  const { cases } = office.core.client;
  const { row } = await cases.create();
  await cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', day)] });
  return row.id;
}

async function file(first: string, last: string, born: string, phone: string): Promise<RecordId> {
  const caseId = await consented('2026-02-03');
  const answers = [answer('person.first_name', first), answer('person.last_name', last), answer('person.phone', phone), answer('case.date_of_birth', born)];
  await office.core.client.cases.answerAll({ caseId, answers });
  return caseId;
}

/** One step of a plan, agreed before he fell ill. */
async function agreedStep(caseId: RecordId, task: string): Promise<void> {
  const { cases } = office.core.client;
  const goal = await cases.addEntry({ caseId, group: 'goal', parent: null });
  const subgoal = await cases.addEntry({ caseId, group: 'subgoal', parent: goal.entry });
  const { entry } = await cases.addEntry({ caseId, group: 'action_step', parent: subgoal.entry });
  await cases.answer({ caseId, entry, field: 'action_step.task', value: task, base: [] });
}

const lock = (): Promise<void> => at.lock(office);
const unlock = (who: at.Account): Promise<void> => at.unlockAs(page, who);

/** Another person sits down at this PC. */
async function sitDown(who: at.Account, moment?: string): Promise<void> {
  await lock();
  if (moment !== undefined) await office.setNow(new Date(moment));
  await unlock(who);
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
}

/** Another day, on which the backup is made as on every day. */
async function itIs(moment: string, who: at.Account): Promise<void> {
  await lock();
  await office.setNow(new Date(moment));
  const { session, safety } = office.core.client;
  await session.unlock(petra);
  await safety.backupNow();
  await session.lock();
  await page.clock.setFixedTime(new Date(moment));
  await unlock(who);
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
}

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser, { today: null });
  page = office.page;
  await at.setUpOffice(page);
  const { client } = office.core;
  await client.access.add({ ...jonas, displayName: 'Jonas Brandt', role: 'caseworker' });
  await client.access.add({ ...selin, displayName: 'Selin Yıldız', role: 'caseworker' });
  await client.access.add({ ...krueger, displayName: 'Frau Krüger', role: 'admin_office' });
  const { id: jonasId } = (await client.access.accounts()).find(({ login }) => login === jonas.login) ?? {};
  if (jonasId === undefined) throw new Error('no account');
  await lock();
  await client.session.unlock(jonas);
  mohamed = await file('Mohamed', 'Al-Hamid', '2008-02-03', '0176 1234 5678');
  const yusuf = await file('Yusuf', 'Al-Hamid', '2006-11-20', '0176 1234 5678');
  await agreedStep(mohamed, 'Bringt das Zeugnis mit');
  await client.appointments.plan({ record: mohamed, day: IsoDay.parse('2026-03-09'), time: '14:00', staff: jonasId });
  await client.appointments.plan({ record: yusuf, day: IsoDay.parse('2026-03-12'), time: '10:30', staff: jonasId });
  await client.workNotes.write({ caseId: mohamed, text: 'Wirkte bedrückt.' });
  await client.session.lock();
  await client.session.unlock(selin);
  leyla = await file('Leyla', 'Demirkan', '2009-06-14', '0151 5550177');
  await client.cases.shield({ caseId: leyla, shielded: true });
  await client.session.lock();
  await unlock(petra);
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const contact = (): Locator => dialog('Kontakt eintragen');
const toasts = (): Locator => page.locator('.toasts .toast');

/** Everything somebody can read on the page. */
const onThePage = (): Promise<string> => page.locator('body').innerText();

describe('Monday: Jonas is ill', () => {
  test('the head says who stands in, by keyboard alone; the end is open', async () => {
    await itIs('2026-03-09T08:10:00+01:00', petra);
    await page.keyboard.press('Alt+4');
    await press(page, page.getByRole('button', { name: 'Vertretung eintragen' }));
    const ask = dialog('Vertretung eintragen');
    await choose(page, ask.getByLabel('Wer ist nicht da'), 'Jonas');
    await press(page, ask.getByRole('button', { name: 'Eintragen' }));
    await ask.getByText('Bitte ausfüllen.').waitFor();
    await choose(page, ask.getByLabel('Wer vertritt'), 'Selin');
    await press(page, ask.getByRole('button', { name: 'Eintragen' }));
    await ask.waitFor({ state: 'detached' });
    await page.getByText('Selin Yıldız vertritt Jonas Brandt').waitFor();
    await page.getByText('seit 09.03.2026, Ende offen · eingetragen von Petra Amsel').waitFor();
    expect.soft(await leaveScreen(page, '80-vertretung-eintragen')).toEqual([]);
  });

  test('a protected file is one line in the search, and says whom to ask; for the head it is open', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Leyla');
    await page.getByRole('option', { name: /Demirkan, Leyla/ }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('Selin stands in', () => {
  test('her start page says so, and prints his day: time, name, phone, the step agreed last', async () => {
    await sitDown(selin);
    await page.getByText('Sie vertreten Jonas Brandt, bis auf Weiteres.').waitFor();
    await page.getByText('Heute für Jonas Brandt: 1 Termin', { exact: true }).waitFor();
    await page.getByText('In Ihren eigenen Fällen steht heute nichts an.').waitFor();
    await press(page, page.getByRole('button', { name: 'Vertretungsblatt für heute' }));
    const sheet = dialog('Vertretungsblatt: Jonas Brandt, 09.03.2026');
    const row = sheet.getByRole('row').nth(1);
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['14:00', '0176 1234 5678', expect.stringContaining('Bringt das Zeugnis mit')]);
    expect(await row.getByRole('rowheader').innerText()).toBe('Al-Hamid, Mohamed');
    expect(await sheet.getByRole('row').count()).toBe(2);
    expect.soft(await leaveScreen(page, '81-vertretungsblatt')).toEqual([]);
  });

  test('on paper there is the sheet and nothing of the window around it', async () => {
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('body').innerText();
    await page.emulateMedia({ media: 'screen' });
    expect(paper.match(/Bringt das Zeugnis mit/g)).toHaveLength(1);
    expect(paper).toContain('Vertretungsblatt: Jonas Brandt, 09.03.2026');
    for (const around of ['Sperren', 'Wiedervorlagen', 'Schließen', 'bedrückt']) expect(paper).not.toContain(around);
    await page.keyboard.press('Escape');
  });

  test('somebody rings: part of the number finds both brothers, and what tells them apart', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('345678');
    const found = page.getByRole('search').getByRole('option');
    await expect.poll(() => found.count()).toBe(2);
    await page.getByRole('option', { name: /Al-Hamid, Mohamed.*\*2008.*Jonas Brandt.*heute 14:00 Uhr/ }).waitFor();
    await page.getByRole('option', { name: /Al-Hamid, Yusuf.*\*2006.*Jonas Brandt/ }).waitFor();
    expect.soft(await leaveScreen(page, '82-anruf')).toEqual([]);
    while (!(await found.filter({ hasText: 'Mohamed' }).getAttribute('aria-selected'))?.includes('true')) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Al-Hamid, Mohamed' }).waitFor();
  });

  test('in his file it says in whose place she is, and that it is marked; his work notes are not hers', async () => {
    await page.getByText('Sie vertreten hier Jonas Brandt. Jeder Zugriff ist als Vertretung vermerkt.').waitFor();
    await at.openSection(page, 'K');
    await page.getByText('Sie haben zu dieser Akte keine Arbeitsnotiz.').waitFor();
    expect(await onThePage()).not.toContain('bedrückt');
    expect.soft(await leaveScreen(page, '83-akte-in-vertretung')).toEqual([]);
  });

  test('half a sentence outlives the lock that comes by itself, for her alone', async () => {
    await page.keyboard.press('Alt+k');
    await tabTo(page, contact().getByLabel('Notiz'));
    await page.keyboard.type('War pünktlich und');
    await page.clock.setFixedTime(new Date('2026-03-09T11:35:00+01:00'));
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await office.setNow(new Date('2026-03-09T11:35:00+01:00'));
    expect(await onThePage()).not.toMatch(/pünktlich|Al-Hamid/);
    await unlock(petra);
    await page.getByRole('heading', { level: 1, name: 'Al-Hamid, Mohamed' }).waitFor();
    expect(await contact().count()).toBe(0);
    await lock();
    await unlock(selin);
    await expect.poll(() => contact().getByLabel('Notiz').inputValue()).toBe('War pünktlich und');
    await tabTo(page, contact().getByLabel('Notiz'));
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' hat das Zeugnis dabei.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kontakt gespeichert.').waitFor();
    await page.getByRole('region', { name: 'Was war' }).getByText('War pünktlich und hat das Zeugnis dabei.').waitFor();
    await page.getByText('Selin Yıldız').first().waitFor();
  });

  test('so do an appointment that is being planned and a Vertretung that is being entered', async () => {
    await page.keyboard.press('Alt+4');
    await press(page, page.getByRole('button', { name: 'Termin planen' }));
    const when = dialog('Termin planen').getByLabel('Termin', { exact: true });
    await tabTo(page, when);
    await page.keyboard.type('Mi 14 Uhr');
    await lock();
    await unlock(selin);
    await expect.poll(() => when.inputValue()).toBe('Mi 14 Uhr');
    await page.keyboard.press('Escape');
    await when.waitFor({ state: 'detached' });
    await press(page, page.getByRole('button', { name: 'Vertretung eintragen' }));
    const deputy = dialog('Vertretung eintragen').getByLabel('Wer vertritt');
    await deputy.selectOption({ label: at.counsellor.name });
    await lock();
    await unlock(selin);
    await expect.poll(() => deputy.locator('option:checked').innerText()).toBe(at.counsellor.name);
    await page.keyboard.press('Escape');
    await deputy.waitFor({ state: 'detached' });
    await lock();
    await unlock(selin);
    await page.getByRole('heading', { level: 1, name: 'Termine' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('Frau Krüger answers the phone', () => {
  test('her start page says what she can do here, and who does the rest', async () => {
    await sitDown(krueger, '2026-03-09T11:50:00+01:00');
    await page.getByRole('heading', { level: 2, name: 'Was Sie hier tun können' }).waitFor();
    await page.getByText('Fallakten öffnet Ihr Zugang nicht.', { exact: false }).waitFor();
    expect(await onThePage()).not.toMatch(/Al-Hamid|Vertretung/);
  });

  test('the keys of pages that are not hers say why nothing opens, once', async () => {
    for (const key of ['Alt+2', 'Alt+5', 'Alt+6', 'Alt+k']) {
      await page.keyboard.press(key);
      await toasts().getByText('Ihr Zugang öffnet keine Fallakten.').first().waitFor();
    }
    expect(await toasts().count()).toBe(1);
    await page.getByRole('heading', { level: 1, name: /^Guten Tag, Frau Krüger/ }).waitFor();
  });

  test('she finds him by part of his number, and moves the appointment by keyboard', async () => {
    await page.keyboard.press('Alt+4');
    await page.getByRole('heading', { level: 1, name: 'Termine' }).waitFor();
    const finder = page.getByRole('region', { name: 'Person suchen' });
    await tabTo(page, finder.getByRole('combobox'));
    await page.keyboard.type('345678');
    await finder.getByRole('option', { name: /Mohamed/ }).waitFor();
    while ((await finder.getByRole('option', { name: /Mohamed/ }).getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const his = page.getByRole('article', { name: 'Termine von Al-Hamid, Mohamed' });
    await his.getByText('14:00').waitFor();
    expect.soft(await leaveScreen(page, '84-verwaltung-am-telefon')).toEqual([]);
    await press(page, his.getByRole('button', { name: /^Mehr zum Termin/ }));
    await page.getByRole('menuitem', { name: 'verschieben' }).waitFor();
    await page.keyboard.press('Enter');
    const move = dialog('Termin von Al-Hamid, Mohamed verschieben');
    await write(page, move.getByLabel('Termin', { exact: true }), 'heute 15');
    await page.keyboard.press('Enter');
    await move.waitFor({ state: 'detached' });
    await his.getByText('15:00').waitFor();
  });

  test('and gives him the slip of it by keyboard: his first name, when and where, and nothing of his file', async () => {
    const his = page.getByRole('article', { name: 'Termine von Al-Hamid, Mohamed' });
    await press(page, his.getByRole('button', { name: /^Mehr zum Termin/ }));
    await page.getByRole('menuitem', { name: 'Terminzettel' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const slip = dialog('Terminzettel');
    const save = slip.getByRole('button', { name: 'PDF speichern' });
    await save.waitFor();
    expect.soft(await barriers(page)).toEqual([]);
    const { name, bytes } = await office.fileSavedBy(() => press(page, save));
    expect(name).toBe('Terminzettel.pdf');
    const { text } = await readPdf(bytes);
    for (const said of ['Mohamed', '09.03.2026', '15:00']) expect(text).toContain(said);
    expect(text).not.toContain('Al-Hamid');
    await page.keyboard.press('Escape');
    await slip.waitFor({ state: 'detached' });
  });

  test('name, phone and time are all she sees', async () => {
    const seen = await onThePage();
    expect(seen).toContain('0176 1234 5678');
    for (const hers of ['Zeugnis', 'pünktlich', 'bedrückt', '2008', 'Beratung', 'Fallnummer', 'Leyla', 'Demirkan']) expect(seen).not.toContain(hers);
    await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${mohamed}`);
    await page.getByRole('heading', { level: 1, name: /^Guten Tag, Frau Krüger/ }).waitFor();
    expect(await onThePage()).not.toContain('Al-Hamid');
  });

  test('a Vormerkung she had begun waits behind the lock, for her and nobody else', async () => {
    await page.keyboard.press('Alt+3');
    const noted = page.getByRole('region', { name: 'Vormerkungen' });
    await write(page, noted.getByLabel('Vorname', { exact: true }), 'Shirin');
    await write(page, noted.getByLabel('Telefon'), '0176 5550');
    await sitDown(selin);
    await page.keyboard.press('Alt+3');
    expect(await noted.getByLabel('Vorname', { exact: true }).inputValue()).toBe('');
    await sitDown(krueger);
    await page.keyboard.press('Alt+3');
    expect(await noted.getByLabel('Vorname', { exact: true }).inputValue()).toBe('Shirin');
    expect(await noted.getByLabel('Telefon').inputValue()).toBe('0176 5550');
    await press(page, noted.getByRole('button', { name: 'Vormerken' }));
    await expect.poll(() => noted.getByLabel('Vorname', { exact: true }).inputValue()).toBe('');
  });
});

describe('two weeks later', () => {
  test('the head sets the last day, and the right ends by itself', async () => {
    await sitDown(petra);
    await page.keyboard.press('Alt+4');
    await press(page, page.getByRole('button', { name: /^beenden.*Jonas Brandt/ }));
    const ask = dialog('Vertretung von Jonas Brandt beenden');
    await write(page, ask.getByLabel('Letzter Tag der Vertretung'), '20.03.2026');
    await page.keyboard.press('Enter');
    await ask.waitFor({ state: 'detached' });
    await page.getByText('09.03.2026 bis 20.03.2026').waitFor();
    await itIs('2026-03-23T08:30:00+01:00', selin);
    expect(await page.getByText('Sie vertreten').count()).toBe(0);
  });

  test('Jonas reads what happened in his files while he was away: what, when, by whom, and no word of it', async () => {
    await sitDown(jonas);
    const away = page.getByRole('region', { name: 'Seit Sie weg waren' });
    await away.getByText('In Ihren Akten, 09.03.2026 bis 20.03.2026').waitFor();
    const lines = away.getByRole('listitem');
    await expect.poll(() => lines.count()).toBeGreaterThan(1);
    expect(await lines.allInnerTexts()).toEqual([expect.stringMatching(/Al-Hamid, Mohamed.*Termin geändert.*Frau Krüger/s), expect.stringMatching(/Al-Hamid, Mohamed.*Kontakt eingetragen.*Selin Yıldız/s)]);
    expect(await away.innerText()).not.toMatch(/pünktlich|15:00/);
    expect.soft(await leaveScreen(page, '85-seit-sie-weg-waren')).toEqual([]);
    await press(page, lines.last().getByRole('link'));
    await page.getByRole('heading', { level: 1, name: 'Al-Hamid, Mohamed' }).waitFor();
    await at.openSection(page, 'K');
    await page.getByText('Wirkte bedrückt.').waitFor();
    expect(await page.getByText('Sie vertreten hier').count()).toBe(0);
  });

  test('of a protected file the search tells him that there is one, and whom to ask', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Demirkan');
    const found = page.getByRole('search').getByRole('option');
    await expect.poll(() => found.allInnerTexts().then((texts) => texts.map((text) => text.trim()))).toEqual(['geschützte Akte – bitte Leitung fragen']);
    expect.soft(await leaveScreen(page, '86-geschuetzte-akte')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Al-Hamid, Mohamed' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('and so does the hint while somebody of the same name is typed: no number, no date, nothing to open', async () => {
    const caseId = await consented('2026-03-23');
    await office.core.client.cases.answer({ caseId, ...answer('case.date_of_birth', '2009-06-14') });
    await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
    await page.getByRole('heading', { level: 1, name: 'Al-Hamid, Mohamed' }).waitFor({ state: 'detached' });
    await at.form(page).waitFor();
    await at.openSection(page, '2.1');
    await at.write(page, 'Vorname', 'Leyla');
    await at.write(page, 'Nachname', 'Demirkan');
    const hints = page.getByRole('region', { name: 'Gibt es diese Person schon?' });
    await hints.waitFor();
    await expect.poll(() => hints.getByRole('listitem').allInnerTexts()).toEqual(['geschützte Akte – bitte Leitung fragen']);
    expect(await hints.getByRole('link').count() + (await hints.getByRole('button').count())).toBe(0);
    expect.soft(await leaveScreen(page, '87-geschuetzter-hinweis')).toEqual([]);
    expect(await onThePage()).not.toContain('5550177');
    expect(office.complaints).toEqual([]);
  });
});
