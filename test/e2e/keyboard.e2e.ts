/** From the first page of the set-up to a stored field without a mouse. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

interface Focused {
  readonly name: string;
  readonly visible: boolean;
}

/** What has the focus: how it is called, and whether one can see that it has it. */
function focused(): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const labels = (element as HTMLInputElement).labels;
    const described = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    const name = element.getAttribute('aria-label') ?? (labels?.length ? labels[0]?.textContent : described.join('') || element.textContent);
    const style = getComputedStyle(element);
    const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    return { name: (name ?? '').replaceAll(/\s+/g, ' ').trim(), visible: ring };
  });
}

/** Tab until the element is reached whose name begins so; every stop on the way must be visible. */
async function tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press(key);
    const now = await focused();
    stops.push(now.name);
    if (!now.visible) throw new Error(`the focus cannot be seen on "${now.name}"`);
    if (now.name.startsWith(name)) return;
  }
  throw new Error(`no way to "${name}" by ${key}: ${stops.join(' → ')}`);
}

async function typeInto(name: string, text: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.type(text);
}

describe('without a mouse', () => {
  test('the JMD is set up', async () => {
    await page.getByRole('heading', { name: 'Unser JMD' }).waitFor();
    await typeInto('Name Ihres JMD', counsellor.officeName);
    await typeInto('JMD-Kennung', counsellor.officeId);
    await typeInto('Land', 'Nieder');
    await typeInto('Trägergruppe', 'BAG E');
    await tabTo('DSGVO');
    await page.keyboard.press('Space');
    await tabTo('Das ist ein Übungs-JMD');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ihr Zugang' }).waitFor();
    expect((await focused()).name).toBe('Ihr Name');
    await page.keyboard.type(counsellor.name);
    await typeInto('Anmeldename', counsellor.login);
    await typeInto('Passwort', counsellor.password);
    await typeInto('Passwort noch einmal', counsellor.password);
    await page.keyboard.press('Enter');
    const code = await at.readRecoveryCode(page);
    await tabTo('Weiter: Code abtippen');
    await page.keyboard.press('Enter');
    await typeInto('Code vom Notfallblatt', code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Guten Tag/ }).waitFor();
  });

  test('the first stop is a link past the navigation', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Tab');
    expect((await focused()).name).toBe('Zum Inhalt springen');
    expect(await page.getByRole('link', { name: 'Zum Inhalt springen' }).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhalt');
  });

  test('a file is opened and a field is stored', async () => {
    await tabTo('Neuer Fall');
    await page.keyboard.press('Enter');
    await at.form(page).waitFor();
    await tabTo('Datum Erstgespräch');
    await page.keyboard.type('20.11.2025');
    await page.keyboard.press('Tab');
    await at.saved(page);
    expect(await at.form(page).getByLabel('Datum Erstgespräch', { exact: true }).inputValue()).toBe('20.11.2025');
  });

  test('a field is one stop, two with its calendar or filter; boxes that belong together are walked by arrows', async () => {
    await at.form(page).getByRole('heading', { name: /^1\.1 / }).focus();
    const stops = new Map<string, number>();
    for (let stop = 0; stop < 120; stop += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const { activeElement } = document;
        return { inForm: activeElement?.closest('section[aria-label=Formular]') !== null, field: activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null };
      });
      if (!here.inForm) break;
      if (here.field !== null) stops.set(here.field, (stops.get(here.field) ?? 0) + 1);
    }
    expect(stops.size).toBeGreaterThan(20);
    expect([...stops].filter(([, count]) => count > 2)).toEqual([]);
    const first = at.form(page).getByRole('group', { name: 'Im Screening besprochen', exact: true }).getByRole('checkbox').first();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await at.saved(page);
    await at.form(page).getByText('Pfeiltasten gehen von einem zum nächsten', { exact: false }).first().waitFor();
    expect(await at.form(page).getByRole('checkbox', { name: 'Alter', exact: true }).isChecked()).toBe(true);
  });

  test('Alt+B opens what can be done with the support, Escape leads back into the field', async () => {
    await at.form(page).getByLabel('Datum Erstgespräch', { exact: true }).focus();
    await page.keyboard.press('Alt+b');
    await expect.poll(async () => (await focused()).name).toBe('Form der Begleitung wechseln …');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await focused()).name).toBe('Datum Erstgespräch');
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Tastenkürzel' }).getByText('Alt+B', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('Alt+Page down turns to the next section', async () => {
    await page.keyboard.press('Alt+PageDown');
    await at.form(page).getByRole('heading', { name: /^1\.2 / }).waitFor();
    await page.keyboard.press('Alt+PageUp');
    await at.form(page).getByRole('heading', { name: /^1\.1 / }).waitFor();
  });

  test('Ctrl+K goes to the search, Ctrl+L locks, the password unlocks', async () => {
    await page.keyboard.press('Control+k');
    expect((await focused()).name).toBe('Alles durchsuchen');
    await page.keyboard.type('0001');
    await page.getByRole('option', { name: /NI-0417-2026-0001/ }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await expect.poll(async () => (await focused()).name).toBe('Passwort');
    await page.keyboard.type(counsellor.password);
    await page.keyboard.press('Enter');
    await at.form(page).waitFor();
  });
});
