/**
 * Before a file goes, those who got something of it hear of it (Art. 19 DSGVO): the dialog names them and asks, nothing is deleted or proposed without an answer,
 * and what was given while the dialog stood open is asked about as well.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import { press, tabTo } from '../support/by-keyboard.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, storyDay, type OfficeWindow } from '../support/office-window.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

const today = storyDay as never;
const petra: at.Account = { login: at.counsellor.login, password: at.counsellor.password };
const jonas: at.Account = { login: 'brandt', password: 'Zwei Reiher am Deich' };
const given = 'Name und Stand der Bewerbung';

const answer = (field: string, value: string) => ({ entry: null, field, value, base: [] });
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const ask = (): Locator => dialog('Akte löschen');
const question = (): Locator => ask().getByRole('region', { name: 'Wer etwas aus dieser Akte bekommen hat' });
const understood = (): Locator => ask().getByRole('checkbox', { name: 'Ich habe gelesen, was geht und was bleibt.' });
const left = async (): Promise<number> => (await office.core.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total;

/** A file with consent and a name, by way of the core. */
async function file(first: string, last: string): Promise<RecordId> {
  const { cases } = office.core.client;
  const { row } = await cases.create();
  await cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', storyDay)] });
  await cases.answerAll({ caseId: row.id, answers: [answer('person.first_name', first), answer('person.last_name', last)] });
  return row.id;
}

async function disclose(caseId: RecordId, recipient: string): Promise<void> {
  await office.core.client.cases.enter({
    caseId,
    group: 'disclosure',
    parent: null,
    answers: { 'disclosure.basis': 'emergency', 'disclosure.recipient_name': recipient, 'disclosure.date': today },
    texts: { 'disclosure.content': given },
  });
}

async function askToDelete(caseId: RecordId, name: string, why: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await at.form(page).waitFor();
  await press(page, page.locator('[data-case] header').getByRole('button', { name: 'Mehr', exact: true }));
  await page.getByRole('menuitem', { name: 'Akte löschen …' }).press('Enter');
  await ask().getByRole('radio', { name: why }).check();
}

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  await office.core.client.access.add({ ...jonas, displayName: 'Jonas Brandt', role: 'caseworker' });
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

describe('a file made in error, of which somebody got something', () => {
  test('the dialog says who got what and when, and asks whether they know; without an answer nothing is proposed', async () => {
    const caseId = await file('Samir', 'Doppelt');
    await disclose(caseId, 'Ausbildungsbetrieb Weide');
    await askToDelete(caseId, 'Doppelt, Samir', 'Die Akte ist doppelt angelegt');
    await question().getByText(`Ausbildungsbetrieb Weide: ${given} (02.03.2026)`).waitFor();
    await understood().check();
    await press(page, ask().getByRole('button', { name: 'Zum Löschen vorschlagen' }));
    await question().getByText('Bitte erst unterrichten und hier sagen, dass es geschehen ist, oder warum nicht.').waitFor();
    // The keyboard is led to the question that is open.
    await expect.poll(() => question().getByRole('radio').first().evaluate((radio) => radio === document.activeElement)).toBe(true);
    expect(await office.core.client.deletions.list()).toEqual([]);
    expect(await leaveScreen(page, '89-stellen-unterrichten')).toEqual([]);
  });

  test('at 200 % zoom the question can be read and answered', async () => {
    const before = page.viewportSize();
    await page.setViewportSize({ width: 683, height: 384 });
    await question().getByRole('radio', { name: 'Ja, alle sind unterrichtet' }).scrollIntoViewIfNeeded();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    if (before !== null) await page.setViewportSize(before);
  });

  test('answered by keyboard it is proposed, and a second person confirms without being asked again', async () => {
    await tabTo(page, question().getByRole('radio').first(), 'Shift+Tab');
    await page.keyboard.press('Space');
    expect(await question().getByRole('radio', { name: 'Ja, alle sind unterrichtet' }).isChecked()).toBe(true);
    await press(page, ask().getByRole('button', { name: 'Zum Löschen vorschlagen' }));
    await ask().waitFor({ state: 'detached' });
    expect((await office.core.client.deletions.list()).map(({ reason, done }) => [reason, done])).toEqual([['double', false]]);
    await at.lock(office);
    await at.unlockAs(page, jonas);
    await page.keyboard.press('Alt+6');
    await page.getByRole('heading', { level: 1, name: 'Fristen' }).waitFor();
    await press(page, page.getByRole('button', { name: /^Löschen …/ }));
    await press(page, dialog('Akte „Doppelt, Samir“ endgültig löschen?').getByRole('button', { name: 'Endgültig löschen' }));
    await page.getByText('Die Akte ist gelöscht.', { exact: false }).waitFor();
    expect([await left(), (await office.core.client.clock.protocol({ limit: 5 })).map(({ reason }) => reason)]).toEqual([0, ['mistake']]);
    await at.lock(office);
    await at.unlockAs(page, petra);
  });
});

describe('her own wish', () => {
  const wished = async (caseId: RecordId): Promise<void> => {
    const { rights } = office.core.client;
    const { entry } = await rights.enter({ caseId, kind: 'erasure', by: 'young_person', receivedOn: today, identity: 'known' });
    await rights.decide({ caseId, entry, decision: 'granted', ground: null, reason: '', insight: null, secretCounselling: null, day: today });
  };

  test('is done at once where nobody got anything: nothing is asked', async () => {
    const caseId = await file('Mina', 'Sand');
    await wished(caseId);
    await askToDelete(caseId, 'Sand, Mina', 'Der junge Mensch wünscht es');
    await understood().check();
    expect(await question().count()).toBe(0);
    await ask().getByRole('button', { name: 'Endgültig löschen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    expect(await left()).toBe(0);
  });

  test('of a file from which something went out while the dialog stood open is not done: the question comes, and the file is there', async () => {
    const caseId = await file('Lale', 'Offen');
    await wished(caseId);
    await askToDelete(caseId, 'Offen, Lale', 'Der junge Mensch wünscht es');
    await understood().check();
    expect(await question().count()).toBe(0);
    await disclose(caseId, 'Berufsschule am Markt');
    await ask().getByRole('button', { name: 'Endgültig löschen' }).click();
    await ask().getByText('Aus dieser Akte haben andere Stellen etwas bekommen.', { exact: false }).waitFor();
    await question().getByRole('radio', { name: 'Nein, der Aufwand wäre unverhältnismäßig' }).waitFor();
    expect([await left(), await barriers(page)]).toEqual([1, []]);
  });

  test('with a reason why they cannot be told it goes, and the Löschprotokoll says that she wished it', async () => {
    await question().getByRole('radio', { name: 'Nein, es ist nicht möglich' }).check();
    await ask().getByRole('button', { name: 'Endgültig löschen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    expect([await left(), (await office.core.client.clock.protocol({ limit: 1 })).map(({ reason }) => reason)]).toEqual([0, ['wish']]);
  });

  test('of a file whose recipients are noted as told is done without the question', async () => {
    const caseId = await file('Ines', 'Bekannt');
    await disclose(caseId, 'Sprachschule am Fluss');
    await wished(caseId);
    const { rights } = office.core.client;
    for (const { entry } of (await rights.ofCase({ caseId })).notices) await rights.noticeDone({ caseId, entry, day: today, result: 'told' });
    await askToDelete(caseId, 'Bekannt, Ines', 'Der junge Mensch wünscht es');
    await understood().check();
    expect(await question().count()).toBe(0);
    await ask().getByRole('button', { name: 'Endgültig löschen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    expect(await left()).toBe(0);
  });

  test('nothing on the way was an error of the window', () => {
    expect(office.complaints).toEqual([]);
  });
});
