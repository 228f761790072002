/**
 * Her consent is taken back on another PC while somebody here writes; and a protected file is looked for by whoever may not open it. What is true is
 * said where one stands, what was typed stays to be read, and nobody is told to undo what she decided.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, storyDay, type OfficeWindow } from '../support/office-window.ts';
import { barriers } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
const colleague = { login: 'brandt', displayName: 'Jonas Brandt', role: 'caseworker', password: 'Zwei Reiher am Deich' } as const;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  await office.core.client.access.add(colleague);
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

/** A busy PC takes its time. */
const patience = { timeout: 30_000 };
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const answer = (field: string, value: string, entry: EntryId | null = null) => ({ entry, field, value, base: [] });
/** What nobody is told any more: her decision holds. */
const undo = /auf „erteilt“|Erst die Einwilligung|Zuerst unter/;

/** A file with a consent, open in the window. */
async function openFile(first: string): Promise<RecordId> {
  const { cases } = office.core.client;
  const { row } = await cases.create();
  await cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', '2026-02-03')] });
  await cases.answerAll({ caseId: row.id, answers: [answer('person.first_name', first), answer('person.last_name', 'Haidari')] });
  await look(row.id);
  await page.locator('header').getByText('erteilt', { exact: true }).waitFor();
  return row.id;
}

async function look(caseId: RecordId): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
  await page.getByRole('heading', { level: 1, name: /Haidari/ }).waitFor();
  await at.form(page).waitFor();
}

/** On another PC of the office. */
async function takeBack(caseId: RecordId): Promise<void> {
  await office.core.client.cases.withdraw({ caseId, what: 'data_processing', entry: null, day: storyDay });
}

const withdrawnInHead = (): Promise<void> => page.locator('header').getByText('widerrufen', { exact: true }).waitFor();

describe('a consent is taken back while somebody writes', () => {
  test('a contact: the dialog says so, the words stay to be read, the page shows the file as it is', async () => {
    const caseId = await openFile('Samira');
    await page.keyboard.press('Alt+k');
    const contact = dialog('Kontakt eintragen');
    await expect.poll(() => contact.getByLabel('Notiz').evaluate((note) => note === document.activeElement), patience).toBe(true);
    await page.keyboard.type('Lebenslauf besprochen.');
    await takeBack(caseId);
    await page.keyboard.press('Control+Enter');
    await contact.getByText('In diese Akte wird kein Kontakt mehr eingetragen.', { exact: false }).waitFor();
    await contact.getByText('zum Lesen und Kopieren', { exact: false }).waitFor();
    expect(await contact.getByText(undo).count()).toBe(0);
    const note = contact.getByLabel('Notiz');
    expect([await note.inputValue(), await note.isDisabled(), await note.evaluate((box) => (box as HTMLTextAreaElement).readOnly)]).toEqual(['Lebenslauf besprochen.', false, true]);
    expect(await contact.getByRole('button', { name: 'Kontakt speichern' }).getAttribute('aria-disabled')).toBe('true');
    await withdrawnInHead();
    expect(await barriers(page)).toEqual([]);
    expect((await office.core.client.cases.open({ caseId })).entries.filter(({ group }) => group === 'contact')).toEqual([]);
  });

  test('put aside, the words wait in sight on every page, and the message of it goes with its page; given up, nothing is left', async () => {
    await page.keyboard.press('Escape');
    await dialog('Kontakt eintragen').waitFor({ state: 'detached' });
    const told = page.getByText('wartet oben unter „Angefangener Kontakt“', { exact: false });
    await told.waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    await told.waitFor({ state: 'detached' });
    const waiting = page.getByRole('button', { name: 'Angefangener Kontakt' });
    await waiting.click();
    await expect.poll(() => dialog('Kontakt eintragen').getByLabel('Notiz').inputValue(), patience).toBe('Lebenslauf besprochen.');
    expect(await waiting.count()).toBe(0);
    await dialog('Kontakt eintragen').getByRole('button', { name: 'Verwerfen' }).click();
    await dialog('Kontakt eintragen').waitFor({ state: 'detached' });
    expect(await waiting.count()).toBe(0);
  });

  test('a work note: refused with the reason, and still there; while it is not stored the tree says where it waits', async () => {
    const caseId = await openFile('Amira');
    await at.openSection(page, 'K');
    const notes = page.getByRole('region', { name: 'Meine Arbeitsnotizen' });
    await notes.getByLabel('Neue Arbeitsnotiz').fill('Noch einmal nachfragen');
    await at.openSection(page, '2.1');
    await page.getByRole('navigation', { name: 'Abschnitte der Akte' }).getByRole('button', { name: /^K .*Notiz angefangen/ }).click();
    await takeBack(caseId);
    await notes.getByRole('button', { name: 'Notiz speichern' }).click();
    await notes.getByText('Die Einwilligung ist widerrufen: Dabei bleibt es', { exact: false }).waitFor();
    await withdrawnInHead();
    expect(await notes.getByLabel('Neue Arbeitsnotiz').inputValue()).toBe('Noch einmal nachfragen');
    expect(await page.getByText(undo).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    // Read and copied, it can be given up: else the window would ask at every close for words that nobody can save.
    await notes.getByRole('button', { name: 'Verwerfen' }).click();
    await expect.poll(() => notes.getByLabel('Neue Arbeitsnotiz').inputValue()).toBe('');
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
  });

  test('a plan: none is made, and the dialog says why', async () => {
    const caseId = await openFile('Nilofar');
    const { cases } = office.core.client;
    const goal = await cases.addEntry({ caseId, group: 'goal', parent: null });
    await cases.editText({ caseId, entry: goal.entry, field: 'goal.description', text: 'Ich will Mechatronikerin werden.', base: [] });
    await page.getByRole('button', { name: 'Plan drucken' }).click();
    const ask = dialog('Plan drucken');
    await ask.getByLabel('Sprache').waitFor();
    await takeBack(caseId);
    await ask.getByRole('button', { name: 'Vorschau' }).click();
    await dialog(/^Plan/).getByText('Die Einwilligung ist widerrufen: Der Plan wird nicht mehr gedruckt.').waitFor();
    expect(await page.getByText(undo).count()).toBe(0);
    await page.keyboard.press('Escape');
    await withdrawnInHead();
  });

  test('a file to attach: it stays on the PC, and the page says why', async () => {
    const caseId = await openFile('Parwana');
    await at.openSection(page, 'A');
    await takeBack(caseId);
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');
    await at.form(page).locator('input[type=file]').setInputFiles({ name: 'Zeugnis.png', mimeType: 'image/png', buffer: png });
    await withdrawnInHead();
    expect(await page.getByRole('button', { name: 'Datei hinzufügen' }).getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByText(undo).count()).toBe(0);
    expect((await office.core.client.cases.open({ caseId })).files).toEqual({});
  });
});

describe('in a file whose consent was taken back', () => {
  test('what is seen of a danger to a child is written down as before', async () => {
    await at.openSection(page, 'KS');
    await at.form(page).getByRole('button', { name: /^Eintrag hinzufügen/ }).click();
    await at.write(page, 'Was wahrgenommen wurde', 'Kam ohne Jacke, sagt, sie schläft bei einer Freundin.');
    expect(await at.form(page).getByText('Die Einwilligung ist widerrufen').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test.each(['2.1', '2.2.1', '4', 'K'])('nothing is written into section %s', async (section) => {
    await at.openSection(page, section);
    await at.form(page).getByText('Die Einwilligung ist widerrufen', { exact: false }).first().waitFor();
    const fields = at.form(page).locator('[data-field]').locator('input:enabled:not([readonly], [type=date], [type=search]), select:enabled, textarea:enabled:not([readonly])');
    expect(await fields.count()).toBe(0);
    for (const add of await at.form(page).getByRole('button', { name: /hinzufügen/ }).all()) expect(await add.isEnabled()).toBe(false);
  });
});

describe('a protected file', () => {
  let caseId: RecordId;

  test('by its address it says what it is, and leads back', async () => {
    caseId = await openFile('Leyla');
    await office.core.client.cases.shield({ caseId, shielded: true });
    await page.keyboard.press('Control+l');
    await page.getByLabel('Anmeldename').fill(colleague.login);
    await at.unlock(page, colleague.password);
    await page.getByRole('heading', { level: 1, name: 'Geschützte Akte' }).waitFor();
    await page.getByText('bitte die Leitung fragen', { exact: false }).waitFor();
    expect(await page.getByText('lässt sich gerade nicht öffnen', { exact: false }).count()).toBe(0);
    expect(await page.getByText(/Leyla|Haidari/).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Zurück zur Fallliste' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
  });

  test('in the list its line can be read to the end', async () => {
    await page.getByRole('button', { name: 'Alle Fälle', exact: true }).click();
    const line = page.getByRole('rowheader', { name: 'geschützte Akte – bitte Leitung fragen' });
    await line.waitFor();
    expect(await line.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
