/**
 * What a young person may ask of an office, at the window: a request with its month, parents who ask about somebody of sixteen, a restriction
 * that closes the content to everybody, and a copy in which nothing of others stands that nobody decided on.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let caseId: RecordId;

const answer = (field: string, value: string | boolean, entry: EntryId | null = null) => ({ entry, field, value, base: [] });
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const menu = async (item: string): Promise<void> => {
  await page.locator('[data-case] header').getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** How long a message stays is no part of a picture. */
async function picture(name: string): Promise<string[]> {
  await page.locator('.toasts').getByRole('button').evaluateAll((crosses) => { for (const cross of crosses) (cross as HTMLElement).click(); });
  await expect.poll(() => page.locator('.toasts .toast').count()).toBe(0);
  return leaveScreen(page, name);
}

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  const { cases } = office.core.client;
  const { row } = await cases.create();
  caseId = row.id;
  await cases.answerAll({ caseId, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', '2026-02-03')] });
  await cases.answerAll({
    caseId,
    answers: [answer('person.first_name', 'Nilufar'), answer('person.last_name', 'Sedova'), answer('case.date_of_birth', '2009-06-11')],
  });
  await cases.shield({ caseId, shielded: true });
  await open();
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

async function open(): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
  await page.getByRole('heading', { level: 1, name: /Sedova/ }).waitFor();
  await at.form(page).waitFor();
}

describe('parents ask about somebody of sixteen in a protected file', () => {
  test('the request stands in the file with the day its answer is due, and what must be clear before', async () => {
    await at.openSection(page, 'RE');
    await at.form(page).getByRole('button', { name: 'Antrag festhalten' }).click();
    const ask = dialog('Antrag festhalten');
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.getByText('Bitte auswählen.').first().waitFor();
    await ask.getByLabel('Was wird gewünscht?').selectOption({ label: 'Anfrage von Eltern oder Personensorgeberechtigten' });
    expect(await ask.getByRole('radio', { name: 'Personensorgeberechtigte' }).isChecked()).toBe(true);
    await ask.getByRole('radio', { name: 'persönlich bekannt' }).check();
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.waitFor({ state: 'detached' });
    const request = at.form(page).getByRole('article', { name: 'Anfrage von Eltern' });
    await request.getByText('Zu beantworten bis 0').waitFor();
    await request.getByText('Eine Kopie der Akte bekommen Eltern nie von selbst.', { exact: false }).waitFor();
  });

  test('it is decided in steps; counselled without the parents’ knowledge, nothing but a refusal can be chosen', async () => {
    await at.form(page).getByRole('button', { name: /^Entscheiden/ }).click();
    const decide = dialog(/^Entscheiden: Anfrage von Eltern/);
    const how = decide.getByRole('group', { name: 'Wie ist entschieden?' });
    expect(await how.count()).toBe(0);
    await decide.getByRole('radio', { name: 'kann selbst entscheiden und ist einverstanden' }).check();
    await decide.getByRole('radio', { name: 'nein', exact: true }).check();
    expect(await how.getByRole('radio').count()).toBe(4);
    await decide.getByRole('radio', { name: 'ja', exact: true }).check();
    await decide.getByText('Eltern bekommen hier keine Auskunft.').waitFor();
    expect(await how.getByRole('radio').count()).toBe(1);
    expect(await how.getByRole('radio', { name: 'abgelehnt', exact: true }).isChecked()).toBe(true);
    expect(await picture('90-eltern-fragen')).toEqual([]);
    await decide.getByRole('button', { name: 'Entscheidung festhalten' }).click();
    await decide.waitFor({ state: 'detached' });
    await at.form(page).getByText('abgelehnt · Beratung ohne Kenntnis der Eltern (§ 8 Abs. 3 SGB VIII)', { exact: false }).first().waitFor();
  });

  test('answered, it is done; the section is clean for everybody', async () => {
    await at.form(page).getByRole('button', { name: /^Antwort festhalten/ }).click();
    await dialog('Antwort festhalten').getByRole('button', { name: 'Festhalten' }).click();
    await at.form(page).getByText(/^Beantwortet am /).first().waitFor();
    expect(await picture('91-antraege')).toEqual([]);
  });

  test('who looked is said by role and time; names take the head and a reason', async () => {
    await at.form(page).getByRole('button', { name: 'Wer hat in die Akte gesehen?' }).click();
    const looked = dialog('Wer hat in die Akte gesehen?');
    await looked.getByRole('cell', { name: 'bearbeitet' }).first().waitFor();
    expect(await looked.getByText(at.counsellor.name).count()).toBe(0);
    await looked.getByLabel('Warum sind Namen unverzichtbar?').fill('Verdacht auf unbefugten Zugriff');
    await looked.getByRole('button', { name: 'Namen zeigen' }).click();
    await looked.getByRole('cell', { name: at.counsellor.name }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await looked.getByRole('button', { name: 'Schließen' }).last().click();
  });
});

describe('the processing is restricted', () => {
  test('the content is gone from the window at once, for the head too; requests, reasons and log stay', async () => {
    await at.openSection(page, 'RE');
    await at.form(page).getByRole('button', { name: 'Verarbeitung einschränken' }).click();
    const restrict = dialog('Verarbeitung einschränken?');
    await restrict.getByRole('radio', { name: 'Wunsch des jungen Menschen' }).check();
    await restrict.getByRole('group', { name: 'Gewünscht von' }).getByRole('radio').first().check();
    await restrict.getByRole('button', { name: 'Verarbeitung einschränken' }).click();
    await page.getByRole('heading', { level: 1, name: 'Verarbeitung eingeschränkt' }).waitFor();
    await page.getByText('Der Inhalt der Akte ist für alle zu.', { exact: false }).waitFor();
    await page.getByRole('article', { name: 'Anfrage von Eltern' }).waitFor();
    expect(await page.locator('[data-case]').count()).toBe(0);
    expect(await page.getByText('11.06.2009').count()).toBe(0);
    expect(await picture('92-eingeschraenkt')).toEqual([]);
  });

  test('whoever comes by the address finds the same page, not an error', async () => {
    await page.keyboard.press('Alt+2');
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
    await page.getByRole('heading', { level: 1, name: 'Verarbeitung eingeschränkt' }).waitFor();
    await page.getByRole('button', { name: 'Einschränkung aufheben' }).waitFor();
  });

  test('lifted with a reason, the file is open again', async () => {
    await page.getByRole('button', { name: 'Einschränkung aufheben' }).click();
    const lift = dialog('Einschränkung aufheben?');
    await lift.getByRole('radio', { name: 'Wunsch des jungen Menschen' }).check();
    await lift.getByRole('button', { name: 'Einschränkung aufheben' }).click();
    await page.getByRole('heading', { level: 1, name: /Sedova/ }).waitFor();
    await at.openSection(page, 'RE');
    await at.form(page).getByRole('heading', { name: 'Frühere Einschränkungen' }).waitFor();
  });
});

describe('a copy of everything held', () => {
  test('what is about others stays unless somebody decides; texts are to be read first', async () => {
    const { cases } = office.core.client;
    const { entry } = await cases.addEntry({ caseId, group: 'contact', parent: null });
    await cases.editText({ caseId, entry, field: 'contact.note', text: 'Nilufar sucht eine Ausbildung als Optikerin.', base: [] });
    await cases.answer({ caseId, entry: null, field: 'social.trusted_person', value: 'Farida Rahimi', base: [] });
    await page.evaluate(() => { location.hash = '#/faelle'; });
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    await open();
    await menu('Kopie der Akte …');
    const copy = dialog('Kopie der Akte');
    await copy.getByRole('region', { name: 'Angaben zu anderen Personen' }).getByText('Farida Rahimi').waitFor();
    await copy.getByText('Nilufar sucht eine Ausbildung als Optikerin.').waitFor();
    await copy.getByRole('button', { name: 'Kopie erstellen' }).click();
    await copy.getByText('Bitte erst alle Texte und Dateien lesen', { exact: false }).waitFor();
    expect(await picture('93-kopie')).toEqual([]);
  });

  test('PDF and data are saved without a name in theirs, and say what is held', async () => {
    const copy = dialog('Kopie der Akte');
    await copy.getByRole('checkbox', { name: 'Ich habe alle Texte und Dateien gelesen.' }).check();
    await copy.getByRole('button', { name: 'Kopie erstellen' }).click();
    await copy.getByText('Die Kopie ist fertig.', { exact: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const paper = await office.fileSavedBy(() => copy.getByRole('button', { name: 'PDF speichern' }).click());
    expect(paper.name).toMatch(/^kopie-[-\d]+\.pdf$/);
    const { text } = await readPdf(paper.bytes);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Nilufar sucht eine Ausbildung als Optikerin.');
    expect(text).not.toContain('Rahimi');
    const data = await office.fileSavedBy(() => copy.getByRole('button', { name: 'Daten speichern' }).click());
    expect(data.bytes.toString('utf8')).toContain('Sedova');
    expect(data.bytes.toString('utf8')).not.toContain('Rahimi');
    await copy.getByRole('button', { name: 'Schließen' }).last().click();
  });

  test('with a decision and its reason it goes along', async () => {
    await menu('Kopie der Akte …');
    const copy = dialog('Kopie der Akte');
    const helper = copy.getByRole('region', { name: 'Angaben zu anderen Personen' });
    await helper.getByRole('checkbox', { name: 'Kommt mit in die Kopie' }).first().check();
    await copy.getByRole('checkbox', { name: 'Ich habe alle Texte und Dateien gelesen.' }).check();
    await copy.getByRole('button', { name: 'Kopie erstellen' }).click();
    await helper.getByText('Bitte einen Grund nennen.').waitFor();
    await helper.getByLabel('Grund').fill('Sie ist einverstanden.');
    await copy.getByRole('button', { name: 'Kopie erstellen' }).click();
    await copy.getByText('Die Kopie ist fertig.', { exact: false }).waitFor();
    const data = await office.fileSavedBy(() => copy.getByRole('button', { name: 'Daten speichern' }).click());
    expect(data.bytes.toString('utf8')).toContain('Farida Rahimi');
    await copy.getByRole('button', { name: 'Schließen' }).last().click();
  });
});

describe('an erasure that was granted', () => {
  const request = (): Locator => at.form(page).getByRole('article', { name: 'Löschung' });

  test('leads from the decision straight to the deletion', async () => {
    await at.openSection(page, 'RE');
    await at.form(page).getByRole('button', { name: 'Antrag festhalten' }).click();
    const ask = dialog('Antrag festhalten');
    await ask.getByLabel('Was wird gewünscht?').selectOption({ label: 'Löschung' });
    await ask.getByRole('radio', { name: 'der junge Mensch selbst' }).check();
    await ask.getByRole('radio', { name: 'persönlich bekannt' }).check();
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.waitFor({ state: 'detached' });
    await request().getByRole('button', { name: /^Entscheiden/ }).click();
    const decide = dialog(/^Entscheiden: Löschung/);
    await decide.getByRole('radio', { name: 'erfüllt', exact: true }).check();
    await decide.getByRole('button', { name: 'Entscheidung festhalten' }).click();
    const erase = dialog('Akte löschen');
    await erase.getByText('Es geschieht sofort.', { exact: false }).waitFor();
    expect(await erase.getByRole('radio', { name: 'Der junge Mensch wünscht es' }).isChecked()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await erase.getByRole('button', { name: 'Abbrechen' }).click();
    await erase.waitFor({ state: 'detached' });
  });

  test('put off, it says in the file that it is still to be done, also after the answer, and is done from there', async () => {
    await request().getByText('zugesagt, noch nicht getan').waitFor();
    await request().getByRole('button', { name: /^Antwort festhalten/ }).click();
    await dialog('Antwort festhalten').getByRole('button', { name: 'Festhalten' }).click();
    await request().getByText(/^Beantwortet am /).waitFor();
    await request().getByText('Löschung ist zugesagt: Akte jetzt löschen.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await request().getByRole('button', { name: /^Akte löschen/ }).click();
    const erase = dialog('Akte löschen');
    await erase.getByRole('checkbox', { name: 'Ich habe gelesen, was geht und was bleibt.' }).check();
    await erase.getByRole('button', { name: 'Endgültig löschen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    expect((await office.core.client.clock.protocol({ limit: 1 })).map(({ reason }) => reason)).toEqual(['wish']);
  });
});
