/** A section of five fields that no program code knows, added as data alone: the whole window follows. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { extraSection } from '../support/extra-section.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser, { catalogue: 'extra-section' });
  page = office.page;
  await at.setUpOffice(page);
  await at.newCase(page);
  await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

describe('a section added to the catalogue', () => {
  const section = () => page.getByRole('navigation', { name: 'Abschnitte der Akte' }).getByRole('button', { name: /Freizeit/ });

  test('stands in the tree, with its gap, and in the form, each field with its control', async () => {
    await section().getByText('1 fehlende Pflichtfeldangabe,').waitFor({ state: 'attached' });
    await section().getByText('0/5').waitFor();
    await at.openSection(page, extraSection.id);
    for (const field of extraSection.fields) await at.form(page).getByText(field.label, { exact: true }).first().waitFor();
    await at.form(page).getByText('Fehlende Pflichtfeldangabe').waitFor();
  });

  test('its answers are stored, counted, and the gap is gone', async () => {
    await at.write(page, 'Lieblingsbeschäftigung', 'Bogenschießen');
    await at.write(page, 'Wie es dazu kam', 'Eine Freundin nahm sie mit zum Feriencamp.');
    await at.write(page, 'Dabei seit', '01.09.2024');
    await at.pick(page, 'Wo', 'Sportverein');
    await at.write(page, 'Stunden in der Woche', '4');
    await section().getByText('5/5').waitFor();
    await expect.poll(() => section().getByText('fehlende').count()).toBe(0);
  });

  test('its rules are kept: a day in the future and too many hours are refused at the field', async () => {
    const form = at.form(page);
    await form.getByLabel('Stunden in der Woche', { exact: true }).fill('90');
    await form.getByLabel('Stunden in der Woche', { exact: true }).blur();
    await form.locator('[data-field=f-case-leisure-hours] .error').waitFor();
    await form.getByLabel('Stunden in der Woche', { exact: true }).fill('4');
    await form.getByLabel('Stunden in der Woche', { exact: true }).blur();
    await form.getByLabel('Dabei seit', { exact: true }).fill('01.09.2030');
    await form.getByLabel('Dabei seit', { exact: true }).blur();
    await form.locator('[data-field=f-case-leisure-since]').locator('.error, .remark').first().waitFor();
    await form.getByLabel('Dabei seit', { exact: true }).fill('01.09.2024');
    await form.getByLabel('Dabei seit', { exact: true }).blur();
    await at.saved(page);
  });

  test('is found by search', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('bogenschie');
    await page.getByRole('option', { name: /Lieblingsbeschäftigung: .*Bogenschießen/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('is in the file that holds everything', async () => {
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    const { bytes } = await office.fileSavedBy(() => at.saveCopy(page));
    const text = bytes.toString();
    for (const word of ['Freizeit', 'Bogenschießen', 'Feriencamp', 'Sportverein', '2024-09-01']) expect(text).toContain(word);
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
