/** The papers of an office at the window: letterhead and logo, languages, words of the carrier, and forms filled from a file or blank. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IsoDay } from '../../shared/domain/day.ts';
import { addDays, germanDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import { press, tabTo, write } from '../support/by-keyboard.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { smallPdf } from '../support/sample-files.ts';
import { barriers, leaveScreen } from '../support/screens.ts';
import { sampleLogo } from '../support/sample-logo.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let caseId: RecordId;
let inAWeek: IsoDay;

const answer = (field: string, value: string | boolean, entry: EntryId | null = null) => ({ entry, field, value, base: [] });
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const textOf = async (bytes: Buffer): Promise<string> => (await readPdf(bytes)).text.replaceAll(/\s+/g, ' ');
const go = async (hash: string): Promise<void> => page.evaluate((to) => { location.hash = to; }, hash);

/** How long a message stays is no part of a picture. */
async function picture(name: string, volatile = false): Promise<string[]> {
  await page.locator('.toasts').getByRole('button').evaluateAll((crosses) => { for (const cross of crosses) (cross as HTMLElement).click(); });
  await expect.poll(() => page.locator('.toasts .toast').count()).toBe(0);
  return leaveScreen(page, name, volatile);
}

async function said(words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor();
}

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  const { cases, appointments, session } = office.core.client;
  const status = await session.status();
  if (status.phase !== 'open') throw new Error('not open');
  inAWeek = addDays(status.today, 7);
  const { row } = await cases.create();
  caseId = row.id;
  await cases.answerAll({ caseId, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', status.today)] });
  await cases.answerAll({ caseId, answers: [answer('person.first_name', 'Amira'), answer('person.last_name', 'Haydari'), answer('person.address_form', 'du'), answer('case.caseworker_id', status.user.id)] });
  await cases.enter({
    caseId,
    group: 'release',
    parent: null,
    answers: { 'release.recipient_name': 'Berufsschule am Markt', 'release.date': status.today, 'release.valid_until': addDays(status.today, 180) },
    texts: { 'release.scope': 'Anmeldung zum neuen Schuljahr: Zeugnisse und Deutschstand' },
  });
  await appointments.plan({ record: caseId, day: inAWeek, time: '14:30', staff: status.user.id });
  await go('#/verwaltung/papiere');
  await page.getByRole('heading', { level: 2, name: 'Papiere' }).waitFor();
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

describe('the letterhead of the office', () => {
  test('is typed by keyboard and kept', async () => {
    await write(page, page.getByLabel('Träger', { exact: true }), 'Sozialwerk Nordheide e. V.');
    await write(page, page.getByLabel('Anschrift des JMD'), 'Lindenstraße 4, 12345 Nordheide');
    await write(page, page.getByLabel('Telefon des JMD'), '05555 123-456');
    await write(page, page.getByLabel('Förderhinweis'), 'Gefördert vom Bundesministerium');
    await press(page, page.getByRole('button', { name: 'Briefkopf speichern' }));
    await said('Gespeichert. So sehen die Papiere ab jetzt aus.');
  });

  test('takes a logo that is a picture, with words for who cannot see it, and nothing else', async () => {
    const choose = (name: string, bytes: Uint8Array) => page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(bytes) });
    await choose('logo.png', smallPdf());
    await page.getByRole('alert').filter({ hasText: 'Dieses Bild lässt sich nicht als Logo drucken.' }).waitFor();
    await choose('logo.png', sampleLogo());
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Briefkopf speichern' }).click();
    await page.getByText('Bitte in ein paar Worten sagen, was es zeigt.').waitFor();
    await page.getByLabel('Was das Logo links zeigt').fill('Logo des Sozialwerks');
    await page.getByRole('button', { name: 'Briefkopf speichern' }).click();
    await expect.poll(async () => (await office.core.client.papers.settings()).settings.letterhead.logos.length, { timeout: 60_000 }).toBe(1);
    await page.locator('button[aria-busy=true]').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    expect(await picture('100-papiere-briefkopf', true)).toEqual([]);
  });

  test('has a number for each counsellor, and languages the office switches on although nobody has reviewed them', async () => {
    await page.getByRole('region', { name: 'Telefonnummern auf den Papieren' }).getByLabel(at.counsellor.name).fill('05555 123-457');
    await page.getByRole('button', { name: 'Nummern speichern' }).click();
    await expect.poll(async () => (await office.core.client.papers.settings()).settings.phones.map(({ phone }) => phone), { timeout: 60_000 }).toEqual(['05555 123-457']);
    const languages = page.getByRole('region', { name: 'Sprachen für Plan und Terminzettel' });
    expect(await languages.getByText('noch nicht geprüft').count()).toBe(20);
    await languages.getByRole('checkbox', { name: /Arabisch/ }).focus();
    await page.keyboard.press('Space');
    await press(page, languages.getByRole('button', { name: 'Sprachen speichern' }));
    await expect.poll(async () => (await office.core.client.papers.settings()).settings.unreviewedLanguages, { timeout: 60_000 }).toEqual(['ar']);
    await languages.scrollIntoViewIfNeeded();
    expect(await picture('101-papiere-sprachen')).toEqual([]);
  });
});

describe('the words of a form', () => {
  test('are ours and a draft, until the carrier has its own; each change is a version', async () => {
    const wordings = page.getByRole('region', { name: 'Worte auf den Formularen' });
    expect(await wordings.getByText('Entwurf: rechtlich zu prüfen').count()).toBe(4);
    await wordings.getByRole('button', { name: /^Worte ändern.*dabei/ }).click();
    const words = dialog('Worte: „Ich bin dabei!“');
    const text = words.getByLabel('Text des Formulars');
    expect(await text.inputValue()).toContain('# Das macht der JMD');
    expect(await picture('102-papiere-worte')).toEqual([]);
    await text.fill('# Mitmachen\n\n{Du machst|Sie machen} mit.\n\n[ ] Ja');
    await words.getByRole('button', { name: 'Als neue Fassung speichern' }).click();
    await said('eigene Fassung 1 vom');
    await wordings.getByText(/^eigene Fassung 1 vom/).waitFor();

    await wordings.getByRole('button', { name: /^Worte ändern.*dabei/ }).click();
    await words.getByRole('button', { name: 'Zurück zu den Worten von Lotse' }).click();
    await words.waitFor({ state: 'detached' });
    await expect.poll(() => wordings.getByText('Entwurf: rechtlich zu prüfen').count()).toBe(4);
  });

  test('with a character that does not print are kept, and it is named when they are saved and where they are looked at', async () => {
    const wordings = page.getByRole('region', { name: 'Worte auf den Formularen' });
    const words = dialog('Worte: „Ich bin dabei!“');
    await wordings.getByRole('button', { name: /^Worte ändern.*dabei/ }).click();
    await words.getByLabel('Text des Formulars').fill('# Mitmachen\n\nIch bin dabei 😀');
    await words.getByRole('button', { name: 'Als neue Fassung speichern' }).click();
    await said('Auf den Papieren steht dafür ein Ersatzzeichen: U+1F600.');
    await page.getByRole('button', { name: /^Vorschau.*dabei/ }).click();
    const shown = dialog('„Ich bin dabei!“');
    await shown.getByText('U+1F600').waitFor();
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
    await wordings.getByRole('button', { name: /^Worte ändern.*dabei/ }).click();
    await words.getByRole('button', { name: 'Zurück zu den Worten von Lotse' }).click();
    await words.waitFor({ state: 'detached' });
  });

  test('are looked at as they will print', async () => {
    await page.getByRole('button', { name: /^Vorschau.*Information/ }).click();
    const shown = dialog('Information zum Datenschutz');
    const { bytes, name } = await office.fileSavedBy(() => shown.getByRole('button', { name: 'PDF speichern' }).click());
    expect(name).toBe('Datenschutz-Information-leer.pdf');
    const text = await textOf(bytes);
    for (const words of ['Was mit Ihren Daten geschieht', 'EKD', 'Sozialwerk Nordheide e. V.', 'Gefördert vom Bundesministerium']) expect(text).toContain(words);
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
  });
});

describe('a form from a file', () => {
  const forms = (): Locator => dialog('Formulare');
  const open = async (): Promise<void> => {
    await page.locator('[data-case] header').getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Formulare …' }).click();
    await forms().waitFor();
  };

  test('is made by keyboard alone, has her name and the words in force, and no name in its file name', async () => {
    await go(`#/faelle/${caseId}`);
    await page.getByRole('heading', { level: 1, name: /Haydari/ }).waitFor();
    await open();
    await forms().getByText('Was unterschrieben wird, gibt es nur auf Deutsch', { exact: false }).waitFor();
    expect(await picture('103-formulare')).toEqual([]);
    await press(page, forms().getByRole('button', { name: 'Weiter zur Vorschau' }));
    const shown = dialog('Einwilligung');
    await shown.getByRole('button', { name: 'PDF speichern' }).waitFor();
    const { bytes, name } = await office.fileSavedBy(async () => {
      await tabTo(page, shown.getByRole('button', { name: 'PDF speichern' }));
      await page.keyboard.press('Enter');
    });
    expect(name).toMatch(/^Einwilligung-NI-0417-\d{4}-\d+\.pdf$/);
    const text = await textOf(bytes);
    for (const words of ['Amira Haydari', at.counsellor.name, 'Darf der JMD deine Daten aufschreiben?', 'Fassung 1 von 2026, DSG-EKD 2025']) expect(text).toContain(words);
  });

  test('that she has it is one key, and said', async () => {
    const shown = dialog('Einwilligung');
    await press(page, shown.getByRole('button', { name: 'Ja, ausgehändigt' }));
    await shown.getByRole('status').filter({ hasText: 'Festgehalten: ausgehändigt.' }).waitFor();
  });

  test('the version of the words in its foot is offered to the file, and entered by a key', async () => {
    await page.keyboard.press('Escape');
    await at.openSection(page, '1.1');
    const consents = at.form(page).getByRole('article', { name: 'Einwilligung: Datenverarbeitung' });
    await consents.getByRole('button', { name: 'Textfassung eintragen: Fassung 1 von 2026, DSG-EKD 2025' }).press('Enter');
    await at.saved(page);
    await expect.poll(async () => (await office.core.client.cases.open({ caseId })).answers['']?.['consent.text_version']?.heads[0]?.value).toBe('Fassung 1 von 2026, DSG-EKD 2025');
    await consents.getByRole('button', { name: /^Textfassung eintragen/ }).waitFor({ state: 'detached' });
    await open();
  });

  test('is a release for one recipient, as it stands in the file', async () => {
    await forms().getByRole('radio', { name: /Entbindung/ }).check();
    expect(await forms().getByLabel('Für welche Entbindung?').locator('option:checked').innerText()).toContain('Berufsschule am Markt');
    await forms().getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    const shown = dialog('Entbindung von der Schweigepflicht');
    const { bytes } = await office.fileSavedBy(() => shown.getByRole('button', { name: 'PDF speichern' }).click());
    expect(await textOf(bytes)).toContain('Anmeldung zum neuen Schuljahr');
    await shown.getByRole('button', { name: 'Anderes Formular' }).click();
  });

  test('is a slip for the next appointment, in a language the office has switched on', async () => {
    await forms().getByRole('radio', { name: /Terminzettel/ }).check();
    expect(await forms().getByLabel('Für welchen Termin?').locator('option:checked').innerText()).toBe(`${germanDay(inAWeek)}, 14:30 Uhr`);
    expect(await forms().getByLabel('Sprache des Terminzettels').locator('option').allInnerTexts()).toEqual(['Deutsch', 'Arabisch – العربية']);
    await forms().getByLabel('Bitte mitbringen').fill('Zeugnisse');
    expect(await picture('104-terminzettel')).toEqual([]);
    await forms().getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    const shown = dialog('Terminzettel');
    const { bytes } = await office.fileSavedBy(() => shown.getByRole('button', { name: 'PDF speichern' }).click());
    const text = await textOf(bytes);
    for (const words of ['Amira', '14:30', 'Zeugnisse', '05555 123-457']) expect(text).toContain(words);
    expect(text).not.toContain('Haydari');
    await page.keyboard.press('Escape');
  });

  test('of a file without a consent is blank but for what asks for one; at twice the size everything is still there', async () => {
    const { row } = await office.core.client.cases.create();
    await go(`#/faelle/${row.id}`);
    await page.getByRole('heading', { level: 1, name: 'Ohne Namen' }).or(at.form(page)).first().waitFor();
    await open();
    await forms().getByRole('radio', { name: 'Ausgefüllt aus der Akte' }).waitFor();
    await forms().getByRole('radio', { name: /Entbindung/ }).check();
    await forms().getByText('Ausgefüllt gibt es dieses Formular erst mit einer Einwilligung', { exact: false }).waitFor();
    const before = page.viewportSize();
    await page.setViewportSize({ width: 683, height: 384 });
    await forms().getByRole('button', { name: 'Weiter zur Vorschau' }).scrollIntoViewIfNeeded();
    expect(await barriers(page)).toEqual([]);
    if (before !== null) await page.setViewportSize(before);
    await forms().getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    const shown = dialog('Entbindung von der Schweigepflicht');
    const { name } = await office.fileSavedBy(() => shown.getByRole('button', { name: 'PDF speichern' }).click());
    expect(name).toBe('Schweigepflichtentbindung-leer.pdf');
    await page.keyboard.press('Escape');
  });
});
