/** What an office writes down and owes for data protection, at the window: the sheet of a breach with its 72 hours, the five drafts. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

const colleague = { displayName: 'Jonas Fink', login: 'fink', role: 'caseworker', password: 'Sanddorn im Gegenwind' } as const;

let browser: Browser;
let office: OfficeWindow;
let page: Page;

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const textOf = async (bytes: Buffer): Promise<string> => (await readPdf(bytes)).text.replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  await page.evaluate(() => { location.hash = '#/verwaltung/datenschutz'; });
  await page.getByRole('heading', { level: 2, name: 'Datenschutz' }).waitFor();
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

describe('a breach', () => {
  test('is written down by keyboard, without names; what is missing is said in its field', async () => {
    await page.getByText('Bisher ist keine Datenpanne festgehalten.').waitFor();
    await page.getByRole('button', { name: 'Datenpanne festhalten' }).focus();
    await page.keyboard.press('Enter');
    const sheet = dialog('Blatt zur Datenpanne');
    await sheet.getByRole('button', { name: 'Festhalten' }).focus();
    await page.keyboard.press('Enter');
    await sheet.getByText('Bitte in einem Satz sagen, was geschehen ist.').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).labels[0]?.textContent)).toBe('Was ist geschehen?');
    await page.keyboard.type('Ein Ausdruck blieb im Bus liegen.');
    await sheet.getByRole('textbox', { name: 'Aufsicht informiert am' }).fill('demnächst');
    await sheet.getByRole('button', { name: 'Festhalten' }).click();
    expect(await sheet.getByRole('textbox', { name: 'Aufsicht informiert am' }).inputValue()).toBe('demnächst');
    await sheet.getByRole('textbox', { name: 'Aufsicht informiert am' }).fill('');
    await sheet.getByLabel('Wie viele Menschen ungefähr?').fill('eine Person');
    expect(await leaveScreen(page, '94-datenpanne-blatt')).toEqual([]);
    await sheet.getByRole('button', { name: 'Festhalten' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText(/^Meldung an die Aufsicht bis .* \(noch 7\d Stunden\)\.$/).waitFor();
    expect(await leaveScreen(page, '94-datenschutz')).toEqual([]);
  });

  test('its sheet is a PDF with the authority of this office', async () => {
    const paper = await office.fileSavedBy(() => page.getByRole('button', { name: /^PDF.*Ein Ausdruck blieb im Bus liegen/ }).click());
    expect(await textOf(paper.bytes)).toContain('Ein Ausdruck blieb im Bus liegen.');
    expect(paper.name).not.toContain('Ausdruck');
  });

  test('what comes later is added; once the authority knows, no hours run', async () => {
    await page.getByRole('button', { name: /^Ergänzen.*Ein Ausdruck/ }).click();
    const sheet = dialog('Blatt zur Datenpanne');
    expect(await sheet.getByLabel('Wie viele Menschen ungefähr?').inputValue()).toBe('eine Person');
    await sheet.getByRole('textbox', { name: 'Aufsicht informiert am' }).fill('02.03.2026');
    await sheet.getByLabel('Was wurde getan?').fill('Beim Fundbüro gefragt.');
    await sheet.getByRole('button', { name: 'Festhalten' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('Der Aufsicht gemeldet am 02.03.2026.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

test.each([
  'Verzeichnis von Verarbeitungstätigkeiten',
  'Technische und organisatorische Maßnahmen',
  'Datenschutz-Folgenabschätzung',
  'Information für Mitarbeitende',
  'Verpflichtung auf Vertraulichkeit',
])('the paper “%s” is filled for this office and says that it is a draft', async (title) => {
  const paper = await office.fileSavedBy(() => page.getByRole('button', { name: new RegExp(`^PDF.*${title}`) }).click());
  const text = await textOf(paper.bytes);
  expect(text).toContain('Entwurf');
  expect(text).toContain(at.counsellor.officeName);
});

describe('the log', () => {
  test('is read by role and day, without names', async () => {
    await office.core.client.access.add(colleague);
    await office.core.client.cases.create();
    await page.evaluate(() => { location.hash = '#/verwaltung/protokoll'; });
    await page.getByRole('heading', { level: 2, name: 'Protokoll' }).waitFor();
    await page.getByRole('button', { name: 'Protokoll zeigen' }).focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Protokoll' });
    await table.getByRole('row', { name: /Leitung Akte angelegt/ }).waitFor();
    expect(await table.getByText(at.counsellor.name).count()).toBe(0);
    expect(await leaveScreen(page, '94-protokoll')).toEqual([]);
  });

  test('with names takes a reason and a second person who types her password', async () => {
    await page.getByRole('button', { name: 'Mit Namen öffnen' }).click();
    const names = dialog('Mit Namen öffnen');
    const open = names.getByRole('button', { name: 'Öffnen', exact: true });
    await open.click();
    await names.getByText('Bitte den Anlass nennen.').waitFor();
    await names.getByLabel('Anlass').fill('Verdacht auf unbefugten Zugriff');
    await open.click();
    await names.getByText('Das Protokoll mit Namen öffnen nur zwei Personen gemeinsam.', { exact: false }).waitFor();
    await names.getByLabel('Anmeldename der zweiten Person').fill(colleague.login);
    await names.getByLabel('Passwort der zweiten Person', { exact: true }).fill(colleague.password);
    expect(await leaveScreen(page, '94-protokoll-zu-zweit')).toEqual([]);
    await open.click();
    await names.getByRole('cell', { name: at.counsellor.name }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await names.getByRole('button', { name: 'Schließen' }).last().click();
    await names.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Protokoll zeigen' }).click();
    await page.getByRole('row', { name: /Protokoll mit Namen gelesen/ }).waitFor();
  });

  test('the overview for the officer is a paper with numbers instead of names', async () => {
    const paper = await office.fileSavedBy(() => page.getByRole('button', { name: 'Als PDF speichern' }).click());
    const text = await textOf(paper.bytes);
    expect(text).toContain('Übersicht für den Datenschutz');
    expect(text).toContain('kein Inhalt einer Akte');
    expect(text).not.toContain(at.counsellor.name);
  });
});

test('at 200 % zoom nothing is cut off', async () => {
  const before = page.viewportSize() ?? { width: 1366, height: 768 };
  await page.setViewportSize({ width: before.width / 2, height: before.height / 2 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize(before);
  expect(office.complaints).toEqual([]);
});
