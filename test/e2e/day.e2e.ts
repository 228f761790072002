/** The day of a counsellor at the window: a contact in ten seconds, what is attached, an own note, appointments, and whoever looks like somebody known. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  await office.core.client.access.add({ login: 'brandt', displayName: 'Jonas Brandt', role: 'caseworker', password: 'Zwei Reiher am Deich' });
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

/** A busy PC takes its time. */
const patience = { timeout: 30_000 };

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });

const answer = (field: string, value: string) => ({ entry: null, field, value, base: [] });

/** A file with consent and nothing else, by way of the core. */
async function consented(): Promise<RecordId> {
  const { client } = office.core;
  const { row } = await client.cases.create();
  await client.cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', '2026-02-03')] });
  return row.id;
}

/** The same with a name, a birth date and a phone. */
async function file(first: string, last: string, born: string, phone: string): Promise<RecordId> {
  const caseId = await consented();
  await office.core.client.cases.answerAll({
    caseId,
    answers: [answer('person.first_name', first), answer('person.last_name', last), answer('case.date_of_birth', born), answer('person.phone', phone)],
  });
  return caseId;
}

/** Opens a file by its address in the window. */
async function look(caseId: RecordId): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
  await page.locator('[data-case]').waitFor();
  await at.form(page).waitFor();
}

let samira: RecordId;

describe('a contact', () => {
  test('is written from the file with the note alone: everything else is there', async () => {
    samira = await file('Samira', 'Haidari', '2008-01-01', '0176 5550101');
    await file('Amira', 'Haidari', '2008-01-01', '0176 5550101');
    await look(samira);
    await page.keyboard.press('Alt+k');
    const contact = dialog('Kontakt eintragen');
    await contact.getByText('Haidari, Samira').waitFor();
    await contact.getByLabel('Datum', { exact: true }).waitFor();
    await expect.poll(() => contact.getByLabel('Datum', { exact: true }).inputValue(), patience).toBe('02.03.2026');
    // One writes at once.
    await expect.poll(() => contact.getByLabel('Notiz').evaluate((note) => note === document.activeElement), patience).toBe(true);
    await page.keyboard.type('Bewerbung besprochen.');
    await contact.getByLabel('Dauer').fill('30');
    expect.soft(await leaveScreen(page, '43-kontakt')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kontakt gespeichert.').waitFor();
    await contact.waitFor({ state: 'detached' });
  });

  test('stands in the course of the file at once, found by its words', async () => {
    await at.openSection(page, 'K');
    const course = page.getByRole('region', { name: 'Was war' });
    await course.getByText('Bewerbung besprochen.').waitFor();
    await course.getByPlaceholder('Stichwort').fill('Wohnung');
    await course.getByText('Dazu passt nichts.').waitFor();
    await course.getByPlaceholder('Stichwort').fill('bewerbung');
    await course.getByText('Bewerbung besprochen.').waitFor();
  });

  test('offers the length and channel of last time', async () => {
    await page.keyboard.press('Alt+k');
    await expect.poll(() => dialog('Kontakt eintragen').getByLabel('Dauer').inputValue(), patience).toBe('30');
    await dialog('Kontakt eintragen').getByRole('button', { name: 'Verwerfen' }).click();
  });

  test('with both sisters is one talk in two files; half a sentence outlives a lock', async () => {
    await page.keyboard.press('Alt+k');
    const contact = dialog('Kontakt eintragen');
    await contact.getByText('Noch ein junger Mensch dabei').first().click();
    await contact.locator('input[role=combobox]').fill('Amira');
    await contact.getByRole('option', { name: /Haidari, Amira/ }).click();
    await contact.getByText('Ein Gespräch, 2 Akten').waitFor();
    await contact.getByLabel('Notiz').fill('Beide waren da und');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    expect(await page.getByText('Beide waren da und').count()).toBe(0);
    expect(await page.getByText('Haidari').count()).toBe(0);
    // Two work here by now, so Lotse asks who it is.
    await page.getByLabel('Anmeldename').fill(at.counsellor.login);
    await at.unlock(page);
    await contact.getByLabel('Notiz').waitFor();
    await expect.poll(() => contact.getByLabel('Notiz').inputValue(), patience).toBe('Beide waren da und');
    await contact.getByText('Haidari, Amira').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kontakt in 2 Akten gespeichert.').waitFor();
    await contact.waitFor({ state: 'detached' });
  });
});

describe('where she did not consent yet', () => {
  test('a contact begins in its first open field: there is no note before the consent', async () => {
    const { row } = await office.core.client.cases.create();
    await look(row.id);
    await page.keyboard.press('Alt+k');
    const contact = dialog('Kontakt eintragen');
    await expect.poll(() => contact.getByLabel('Datum', { exact: true }).evaluate((field) => field === document.activeElement), patience).toBe(true);
    expect(await contact.getByLabel('Notiz').isDisabled()).toBe(true);
    await contact.getByRole('button', { name: 'Verwerfen' }).click();
    await look(samira);
  });
});

describe('her word in a talk', () => {
  const ask = () => dialog('Weitergabe festhalten');
  const talk = () => ask().getByRole('radio', { name: /^im Gespräch am 02\.03\.2026: war dabei und einverstanden/ });
  async function disclose(): Promise<void> {
    await page.getByRole('button', { name: 'Begleitung', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Weitergabe festhalten …' }).click();
    await ask().getByLabel('Wer erhält es?').fill('Berufsschule Nord');
    await ask().getByRole('radio', { name: /^Schweigepflichtentbindung/ }).check();
  }

  test('is offered as the basis of a disclosure on that day, and what was begun outlives a lock', async () => {
    const answers = { 'contact.date': '2026-03-02', 'contact.participants': ['institution'], 'contact.release_oral': true };
    await office.core.client.contacts.log({ caseIds: [samira], answers, note: '' });
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
    await look(samira);
    await disclose();
    await talk().check();
    await ask().getByLabel('Was wird weitergegeben?').fill('Dass sie sich bewirbt');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    expect(await page.getByText('Dass sie sich bewirbt').count()).toBe(0);
    await page.getByLabel('Anmeldename').fill(at.counsellor.login);
    await at.unlock(page);
    await expect.poll(() => ask().getByLabel('Was wird weitergegeben?').inputValue(), patience).toBe('Dass sie sich bewirbt');
    expect(await talk().isChecked()).toBe(true);
  });

  test('lets nothing go that is written, and one thing alone', async () => {
    await ask().getByRole('radio', { name: 'Brief oder E-Mail' }).check();
    await talk().waitFor({ state: 'detached' });
    await ask().getByRole('button', { name: 'Festhalten' }).click();
    await ask().getByText('Bitte die Entbindung wählen, auf die es sich stützt.').waitFor();
    await ask().getByRole('radio', { name: 'im Gespräch', exact: true }).check();
    await talk().check();
    await ask().getByRole('button', { name: 'Festhalten' }).click();
    await ask().waitFor({ state: 'detached' });
    await at.form(page).getByText('1 Weitergabe: 0 auf gesetzlicher Grundlage, 1 mit Entbindung.').waitFor();
    await disclose();
    await ask().getByRole('radio', { name: /^mündlich/ }).waitFor();
    expect(await talk().count()).toBe(0);
    await ask().getByRole('button', { name: 'Abbrechen' }).click();
  });
});

describe('a persönliche Arbeitsnotiz', () => {
  test('says what it is not, and is written, changed and deleted', async () => {
    await at.openSection(page, 'K');
    const notes = page.getByRole('region', { name: 'Meine Arbeitsnotizen' });
    await notes.getByText('Auskunftsersuchen und Beschlagnahme').waitFor();
    await notes.getByLabel('Neue Arbeitsnotiz').fill('Noch einmal nachfragen');
    await notes.getByRole('button', { name: 'Notiz speichern' }).click();
    await notes.getByText('wird am 01.04.2026 gelöscht').waitFor();
    await notes.getByRole('button', { name: /^ändern/ }).click();
    await notes.getByLabel('Arbeitsnotiz ändern').fill('Nachgefragt');
    await notes.getByRole('button', { name: 'Änderung speichern' }).click();
    await notes.getByText('Nachgefragt', { exact: true }).waitFor();
    await notes.getByRole('button', { name: /^löschen/ }).click();
    await dialog('Arbeitsnotiz löschen?').getByRole('button', { name: 'Löschen' }).click();
    await notes.getByText('Sie haben zu dieser Akte keine Arbeitsnotiz.').waitFor();
  });
});

/** The smallest picture there is: one grey point. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');

describe('what is attached', () => {
  const panel = () => page.getByRole('region', { name: 'Dateien', exact: true });
  const choose = (name: string, buffer: Buffer, mimeType: string) => panel().locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

  test('is told by its content, before anything is sent', async () => {
    await at.openSection(page, 'A');
    await choose('Zeugnis.pdf', Buffer.from('kein PDF'), 'application/pdf');
    await panel().getByText('„Zeugnis.pdf“ ist kein PDF, JPEG oder PNG.').waitFor();
    await choose('gross.png', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), 'image/png');
    await panel().getByText('größer als 10 MB').waitFor();
  });

  test('is shown inside Lotse', async () => {
    await choose('Brief der Schule.png', png, 'image/png');
    await panel().getByText('Brief der Schule').first().waitFor();
    await panel().getByRole('button', { name: /^ansehen/ }).click();
    const picture = dialog('Brief der Schule').getByRole('img', { name: 'Brief der Schule' });
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), patience).toBe(1);
    await dialog('Brief der Schule').getByRole('button', { name: 'Schließen' }).last().click();
    expect.soft(await leaveScreen(page, '44-dateien')).toEqual([]);
  });

  test('goes to the file of her sister, and nothing stays behind', async () => {
    await panel().getByRole('button', { name: 'Mehr zu Brief der Schule' }).click();
    await page.getByRole('menuitem', { name: /verschieben/ }).click();
    const move = dialog('„Brief der Schule“ in eine andere Akte verschieben');
    await move.locator('input[role=combobox]').fill('Amira');
    await move.getByRole('option', { name: /Haidari, Amira/ }).click();
    await move.getByRole('button', { name: 'Verschieben' }).click();
    await panel().getByText('In dieser Akte liegt noch keine Datei.').waitFor();
  });
});

describe('somebody who looks known', () => {
  test('is hinted at while the name is typed, with the reason; nothing is filled in', async () => {
    await look(await consented());
    await at.openSection(page, '2.1');
    await at.write(page, 'Vorname', 'Samira');
    await at.write(page, 'Nachname', 'Haydari');
    const hints = page.getByRole('region', { name: 'Gibt es diese Person schon?' });
    await hints.getByText('Haidari, Samira').first().waitFor();
    expect(await at.form(page).getByLabel('Telefon / Mobil', { exact: true }).inputValue()).toBe('');
    expect.soft(await leaveScreen(page, '45-aehnliche-person')).toEqual([]);
    await hints.getByRole('button', { name: /^andere Person \(Geschwister\).*Samira/ }).click();
    await page.getByText('Gemerkt: Das sind zwei Personen.').waitFor();
    expect(await hints.getByText('Haidari, Samira').count()).toBe(0);
  });
});

describe('appointments', () => {
  const list = () => page.getByRole('region', { name: 'Termine', exact: true });

  test('are planned for a person found by part of the phone number', async () => {
    await page.keyboard.press('Alt+4');
    await page.getByRole('heading', { level: 1, name: 'Termine' }).waitFor();
    await page.getByRole('button', { name: 'Termin planen' }).click();
    const plan = dialog('Termin planen');
    await plan.locator('input[role=combobox]').fill('550101');
    await plan.getByRole('option', { name: /Haidari, Samira/ }).click();
    await dialog(/^Termin für .*Samira/).getByLabel('Termin', { exact: true }).fill('heute 15:30');
    await page.keyboard.press('Enter');
    await page.getByText('Termin gespeichert.').waitFor();
    await list().getByText('15:30').waitFor();
    expect.soft(await leaveScreen(page, '46-termine')).toEqual([]);
  });

  test('are shown with the search of the whole window', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Samira');
    await page.getByRole('option', { name: /\*2008.*heute 15:30 Uhr/ }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('move, and say how it went', async () => {
    await list().getByRole('button', { name: /^Mehr zum Termin von .*Samira/ }).click();
    await page.getByRole('menuitem', { name: 'verschieben' }).click();
    await dialog(/^Termin von .*Samira.* verschieben$/).getByLabel('Termin', { exact: true }).fill('heute 9');
    await page.keyboard.press('Enter');
    await list().getByText('09:00').waitFor();
    await list().getByRole('button', { name: /^nicht gekommen/ }).click();
    await list().getByText('nicht gekommen', { exact: true }).waitFor();
  });

  test('a Vertretung is set by the head, and shown on the page', async () => {
    await page.getByRole('button', { name: 'Vertretung eintragen' }).click();
    const set = dialog('Vertretung eintragen');
    await set.getByLabel('Wer ist nicht da').selectOption({ label: 'Jonas Brandt' });
    await set.getByLabel('Wer vertritt').selectOption({ label: 'Petra Amsel' });
    await set.getByRole('button', { name: 'Eintragen' }).click();
    await page.getByText('Petra Amsel vertritt Jonas Brandt').waitFor();
    await page.keyboard.press('Alt+1');
    await page.getByText('Sie vertreten Jonas Brandt, bis auf Weiteres.').waitFor();
    await page.getByText('Heute für Jonas Brandt: kein Termin', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Vertretungsblatt für heute' }).click();
    await dialog('Vertretungsblatt: Jonas Brandt, 02.03.2026').getByText('An diesem Tag steht kein Termin im Kalender.').waitFor();
    await page.keyboard.press('Escape');
    expect.soft(await leaveScreen(page, '47-start-mit-vertretung')).toEqual([]);
  });
});

describe('the worklist', () => {
  test('shows everything dated, and filters by what it is', async () => {
    await office.core.seed({ cases: 20, year: 2025 });
    await page.keyboard.press('Alt+5');
    await page.getByRole('heading', { level: 1, name: 'Wiedervorlagen' }).waitFor();
    await page.getByRole('button', { name: 'Alle Fälle' }).click();
    await page.getByRole('status').filter({ hasText: /Einträge/ }).first().waitFor();
    expect.soft(await leaveScreen(page, '48-wiedervorlagen', true)).toEqual([]);
    await page.getByRole('checkbox', { name: '18. Geburtstag' }).check();
    await page.getByRole('button', { name: 'alles zeigen' }).click();
    expect(office.complaints).toEqual([]);
  });
});
