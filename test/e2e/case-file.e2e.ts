/** The turns of a case file at the window: consents, what leaves, what is disputed, its end and its Wiederaufnahme. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
  await at.newCase(page);
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const tree = (): Locator => page.getByRole('navigation', { name: 'Abschnitte der Akte' });
const consent = (name: string): Locator => at.form(page).getByRole('article', { name: `Einwilligung: ${name}` });

/** An act from the menu of the head, all by keys. */
async function act(label: string, menu = 'Begleitung'): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: label });
  await item.waitFor();
  for (;;) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function focusedField(): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null);
}

describe('the phases', () => {
  test('say where the support stands and lead to what is open, without locking anything', async () => {
    const line = page.getByRole('navigation', { name: 'Phasen der Begleitung' });
    const first = line.getByRole('button', { name: /^1/ });
    await first.focus();
    await page.keyboard.press('Enter');
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    await line.getByText('Nichts davon hält etwas auf.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => first.getAttribute('aria-expanded')).toBe('false');
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await line.locator('.needs button').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(focusedField).not.toBe(null);
  });
});

describe('the sections', () => {
  test('whichever is in front stands in sight, and an edge behind which more follows is shaded', async () => {
    const inSight = (): Promise<boolean> =>
      tree().evaluate((column) => {
        const line = column.querySelector('[aria-current=page]')?.getBoundingClientRect();
        const box = column.getBoundingClientRect();
        return line !== undefined && line.top >= box.top && line.bottom <= box.bottom;
      });
    expect(await tree().evaluate((column) => getComputedStyle(column).backgroundImage)).toContain('gradient');
    await at.openSection(page, 'R');
    await expect.poll(inSight).toBe(true);
    for (let turns = 0; turns < 12; turns += 1) {
      await page.keyboard.press('Alt+PageUp');
      await expect.poll(inSight).toBe(true);
    }
    await at.openSection(page, '1.1');
  });

  test('at 200 % zoom the form begins on the first screen; what stood before it is a button away', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    const top = async (): Promise<number> => (await at.form(page).boundingBox())?.y ?? Infinity;
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await top()).toBeLessThan(384 * 0.67);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const phases = page.getByRole('navigation', { name: 'Phasen der Begleitung' });
    expect(await phases.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Überblick' }).click();
    await phases.waitFor();
    await page.getByText('Fallnummer').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Überblick' }).click();
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});

describe('the consents', () => {
  test('stand side by side, each with how it stands', async () => {
    await at.openSection(page, '1.1');
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.write(page, 'Datum der Einwilligung', '20.11.2025');
    await consent('Datenverarbeitung').getByText('erteilt', { exact: true }).first().waitFor();
    await consent('Gesundheitsdaten').getByText('noch offen').waitFor();
    await consent('Case Management').getByText('noch offen').waitFor();
    await at.form(page).getByText('DSG-EKD', { exact: false }).first().waitFor();
    await at.form(page).evaluate((element) => element.scrollTo(0, 0));
    expect(await leaveScreen(page, '50-einwilligungen')).toEqual([]);
  });

  test('a No to health data keeps 2.2.4 shut, and nothing is missing there', async () => {
    await at.openSection(page, '2.2.4');
    await at.form(page).getByText('ein Nein ist in Ordnung', { exact: false }).waitFor();
    expect(await at.form(page).locator('[data-field]').count()).toBe(0);
    await at.form(page).getByRole('button', { name: 'Nein, möchte nicht' }).click();
    await at.form(page).getByText('Das ist in Ordnung, dieser Abschnitt bleibt leer.', { exact: false }).waitFor();
    await tree().getByRole('button', { name: /^2\.2\.4 .*keine Einwilligung/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('a later Yes opens it', async () => {
    await at.form(page).getByRole('button', { name: 'Ja, einverstanden' }).click();
    await at.form(page).locator('[data-field="f-case-health-disability"]').waitFor();
    await expect.poll(focusedField).toBe('f-case-health-limitation');
  });
});

describe('what leaves the file', () => {
  test('a disclosure says who, what and on which basis; an oral release is written down with it', async () => {
    await at.openSection(page, '2.1');
    await at.write(page, 'Vorname', 'Ahmad');
    await act('Weitergabe festhalten …');
    const ask = dialog('Weitergabe festhalten');
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.getByText('Bitte die Grundlage wählen.').waitFor();
    await ask.getByLabel('Wer erhält es?').fill('Wohngruppe Birkenhof');
    await ask.getByLabel('Was wird weitergegeben?').fill('Dass er am Sprachkurs teilnimmt.');
    await ask.getByRole('radio', { name: /^Schweigepflichtentbindung/ }).check();
    await ask.getByRole('radio', { name: /^mündlich: war dabei und einverstanden/ }).check();
    expect(await leaveScreen(page, '51-weitergabe')).toEqual([]);
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.waitFor({ state: 'detached' });
    await at.form(page).getByRole('heading', { name: /^1\.2 / }).waitFor();
    await at.form(page).getByText('1 Weitergabe: 0 auf gesetzlicher Grundlage, 1 mit Entbindung.').waitFor();
    await expect.poll(focusedField).toMatch(/disclosure-content$/);
    expect(await barriers(page)).toEqual([]);
  });

  test('in child protection the law is basis enough, and the file says whether she knew', async () => {
    await act('Weitergabe festhalten …');
    const ask = dialog('Weitergabe festhalten');
    await ask.getByLabel('Wer erhält es?').fill('Jugendamt Uelzen');
    await ask.getByLabel('Was wird weitergegeben?').fill('Sorge vor einer Reise im Sommer.');
    await ask.getByRole('radio', { name: /^§ 4 Abs\. 3 KKG/ }).check();
    await ask.getByRole('group', { name: 'Hat der junge Mensch vorher davon erfahren?' }).getByRole('radio').first().check();
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.waitFor({ state: 'detached' });
    await at.form(page).getByText('2 Weitergaben: 1 auf gesetzlicher Grundlage, 1 mit Entbindung.').waitFor();
  });

  test('a copy for herself is made at once', async () => {
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    const { bytes } = await office.fileSavedBy(() => at.saveCopy(page));
    expect(bytes.toString()).toContain('Ahmad');
  });

  test('a copy for somebody else is not made before its basis is written down', async () => {
    await act('Akte als Datei speichern', 'Mehr');
    const ask = dialog('Für wen ist die Datei?');
    await ask.getByRole('radio', { name: /^für jemand anderen/ }).check();
    await ask.getByRole('button', { name: 'Datei erstellen' }).click();
    await ask.getByText('Bitte die Grundlage wählen.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await ask.getByLabel('Wer erhält es?').fill('Familiengericht Uelzen');
    await ask.getByLabel('Was wird weitergegeben?').fill('Die Akte, wie angeordnet.');
    await ask.getByRole('radio', { name: /^gerichtliche Anordnung/ }).check();
    const { bytes } = await office.fileSavedBy(() => ask.getByRole('button', { name: 'Datei erstellen' }).click());
    expect(bytes.toString()).toContain('Ahmad');
    await at.openSection(page, '1.2');
    await at.form(page).getByText('3 Weitergaben: 2 auf gesetzlicher Grundlage, 1 mit Entbindung.').waitFor();
  });
});

describe('references', () => {
  test('a new institution is made where it is named, and found by its name afterwards', async () => {
    await at.openSection(page, '1.2');
    await at.form(page).getByRole('button', { name: /^Eintrag hinzufügen.*Rückmeldung/ }).click();
    await at.saved(page);
    const from = at.form(page).locator('[data-field$="feedback_request-from"] select');
    await from.selectOption({ label: '+ Institution: neuen Eintrag anlegen …' });
    await expect.poll(focusedField).toMatch(/institution-name$/);
    await page.keyboard.type('Berufsschule Soltau');
    await page.keyboard.press('Tab');
    await at.saved(page);
    await expect.poll(() => from.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent)).toBe('Berufsschule Soltau');
  });
});

describe('what she says is not right', () => {
  test('is written down from the menu of the field and stands beside the statement until it is settled', async () => {
    await at.openSection(page, '2.1');
    await at.form(page).getByLabel('Vorname', { exact: true }).focus();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('menuitem', { name: 'Richtigkeit bestritten …' }).click();
    const ask = dialog('Richtigkeit bestritten: Vorname');
    await ask.getByLabel('Das sagt der junge Mensch dazu').fill('Er schreibt sich Ahmed.');
    expect(await barriers(page)).toEqual([]);
    await ask.getByRole('button', { name: 'Festhalten' }).click();
    await ask.waitFor({ state: 'detached' });
    const name = at.form(page).locator('[data-field="f-case-person-first_name"]');
    await name.getByText('Richtigkeit bestritten').waitFor();
    await name.getByRole('button', { name: /^ansehen.*Vorname/ }).click();
    const entry = at.form(page).getByRole('article', { name: 'Vorname' });
    await entry.getByText('offen', { exact: true }).waitFor();
    await entry.getByLabel('Geklärt am', { exact: true }).fill('02.03.2026');
    await entry.getByLabel('Geklärt am', { exact: true }).blur();
    await entry.getByText('geklärt', { exact: true }).waitFor();
    await at.openSection(page, '2.1');
    await expect.poll(() => name.getByText('Richtigkeit bestritten').count()).toBe(0);
  });
});

describe('protection', () => {
  test('child protection has a section of its own that says who reads it', async () => {
    await at.openSection(page, 'KS');
    await at.form(page).getByText('Diesen Abschnitt lesen nur die zuständige Fachkraft, ihre Vertretung und die Leitung.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('a file is shielded and opened again by one act', async () => {
    await act('Akte schützen …', 'Mehr');
    await dialog('Akte schützen?').getByRole('button', { name: 'Akte schützen' }).click();
    await page.getByText('geschützte Akte', { exact: true }).first().waitFor();
    await at.openSection(page, '2.1');
    expect(await at.form(page).getByLabel('Vorname', { exact: true }).inputValue()).toBe('Ahmad');
    await act('Schutz der Akte aufheben …', 'Mehr');
    await dialog('Schutz der Akte aufheben?').getByRole('button', { name: 'Schutz aufheben' }).click();
    await expect.poll(() => page.getByText('geschützte Akte', { exact: true }).count()).toBe(0);
  });
});

describe('the end and what comes after it', () => {
  test('the form of support changes with a day', async () => {
    await act('Form der Begleitung wechseln …');
    const ask = dialog('Form der Begleitung wechseln');
    await ask.getByRole('radio', { name: 'Beratung' }).check();
    await ask.getByRole('button', { name: 'Wechsel festhalten' }).click();
    await ask.waitFor({ state: 'detached' });
    await page.locator('header').getByText('Beratung', { exact: true }).waitFor();
  });

  test('what is open is named and holds nothing up; then the evaluation stands in front', async () => {
    await act('Begleitung beenden …');
    const ask = dialog('Begleitung beenden');
    await ask.getByText('Noch offen – hält nichts auf').waitFor();
    await ask.getByRole('button', { name: 'Begleitung beenden' }).click();
    await ask.getByText('Bitte einen Grund wählen.').waitFor();
    await ask.getByLabel('Grund', { exact: true }).selectOption({ index: 1 });
    expect(await leaveScreen(page, '52-beenden')).toEqual([]);
    await ask.getByRole('button', { name: 'Begleitung beenden' }).click();
    await ask.waitFor({ state: 'detached' });
    await at.form(page).getByRole('heading', { name: /^5 / }).waitFor();
    await page.locator('header').getByText('beendet', { exact: true }).waitFor();
  });

  test('an ended file is taken up again', async () => {
    await act('Wiederaufnehmen …');
    const ask = dialog('Begleitung wiederaufnehmen');
    await ask.getByLabel('Warum es weitergeht').fill('Er ist wieder da.');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await ask.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('header').getByText('beendet', { exact: true }).count()).toBe(0);
  });
});

describe('a withdrawal', () => {
  test('is two inputs, holds at once and leaves a list of what is to be done', async () => {
    await act('Widerruf festhalten …');
    const ask = dialog('Widerruf festhalten');
    await ask.getByRole('radio', { name: 'Einwilligung in die Datenverarbeitung' }).check();
    await page.keyboard.press('Enter');
    await ask.waitFor({ state: 'detached' });
    await page.locator('header').getByText('widerrufen', { exact: true }).waitFor();
    await expect.poll(focusedField).toMatch(/task-done_on$/);
    const tasks = at.form(page).getByRole('checkbox', { name: /^erledigt: / });
    expect(await tasks.count()).toBeGreaterThan(0);
    expect(await leaveScreen(page, '53-nach-dem-widerruf')).toEqual([]);
    await tasks.first().check();
    await at.saved(page);
    await at.form(page).getByText('erledigt am 02.03.2026').first().waitFor();
    await at.openSection(page, '2.1');
    expect(await at.form(page).getByLabel('Vorname', { exact: true }).isDisabled()).toBe(true);
    await at.form(page).getByText('Die Einwilligung ist widerrufen', { exact: false }).waitFor();
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
