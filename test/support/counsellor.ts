/** What a counsellor does at the window, in her words. Every act waits for what she would wait for. */
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { OfficeWindow } from './office-window.ts';

export const counsellor = {
  officeName: 'JMD Nordheide',
  officeId: 'NI-0417',
  land: 'Niedersachsen',
  carrierGroup: 'BAG Evangelische Jugendsozialarbeit (EJSA)',
  name: 'Petra Amsel',
  login: 'amsel',
  password: 'Kranichzug über Moorwiesen',
} as const;

/** First page of the set-up, filled. */
export async function fillOffice(page: Page): Promise<void> {
  await page.getByLabel('Name Ihres JMD').fill(counsellor.officeName);
  await page.getByLabel('JMD-Kennung').fill(counsellor.officeId);
  await page.getByLabel('Land', { exact: true }).selectOption({ label: counsellor.land });
  await page.getByLabel('Trägergruppe').selectOption({ label: counsellor.carrierGroup });
  await page.getByRole('radio', { name: /DSG-EKD/ }).check();
  await page.getByLabel('Das ist ein Übungs-JMD').check();
}

/** Second page of the set-up, filled. */
export async function fillUser(page: Page): Promise<void> {
  await page.getByLabel('Ihr Name').fill(counsellor.name);
  await page.getByLabel('Anmeldename').fill(counsellor.login);
  await page.getByLabel('Passwort', { exact: true }).fill(counsellor.password);
  await page.getByLabel('Passwort noch einmal').fill(counsellor.password);
}

/** The code as it stands on the Notfallblatt. */
export async function readRecoveryCode(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Code des Notfallblatts' }).getByRole('listitem');
  await groups.first().waitFor();
  return (await groups.allInnerTexts()).join('-');
}

/** Set-up from the first page to the start page. */
export async function setUpOffice(page: Page): Promise<void> {
  await fillOffice(page);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await fillUser(page);
  await page.getByRole('button', { name: 'JMD einrichten' }).click();
  const code = await readRecoveryCode(page);
  await page.getByRole('button', { name: 'Weiter: Code abtippen' }).click();
  await page.getByLabel('Code vom Notfallblatt').fill(code);
  await page.getByRole('button', { name: 'Bestätigen und Lotse öffnen' }).click();
  await page.getByRole('heading', { name: `Guten Tag, ${counsellor.name}` }).waitFor();
}

export async function unlock(page: Page, password: string = counsellor.password): Promise<void> {
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Entsperren' }).click();
}

/** Whoever has a way in of her own. */
export interface Account {
  readonly login: string;
  readonly password: string;
}

/** Where several have a way in, the page asks for the name, too. */
export async function unlockAs(page: Page, { login, password }: Account): Promise<void> {
  await page.getByLabel('Anmeldename').fill(login);
  await unlock(page, password);
  await page.getByRole('heading', { name: 'Entsperren' }).waitFor({ state: 'detached' });
}

/** By key, until the core has locked, too: what a test does beside the window comes after that. */
export async function lock({ page, core }: Pick<OfficeWindow, 'page' | 'core'>): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
  await vi.waitUntil(async () => !(await core.isOpen()));
}

/** The form of the open case file. */
export function form(page: Page): Locator {
  return page.getByRole('region', { name: 'Formular' });
}

export async function newCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Neuer Fall' }).click();
  await form(page).waitFor();
}

/** Opens a section by its number in the tree. */
export async function openSection(page: Page, number: string): Promise<void> {
  const tree = page.getByRole('navigation', { name: 'Abschnitte der Akte' });
  await tree.getByRole('button', { name: new RegExp(`^${number.replaceAll('.', '\\.')}(?![\\w.])`) }).click();
  await form(page).getByRole('heading', { level: 2, name: new RegExp(`^${number.replaceAll('.', '\\.')} `) }).waitFor();
}

/** Waits until the head of the case says that everything typed is stored. */
export async function saved(page: Page): Promise<void> {
  await page.locator('header .save').getByText(/Gespeichert/).waitFor();
}

/** Types into a field and leaves it. */
export async function write(page: Page, label: string, text: string, within: Locator = form(page)): Promise<void> {
  const field = within.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.blur();
  await saved(page);
}

/** Radio buttons: "Geschlecht" → "weiblich". */
export async function pick(page: Page, label: string, choice: string, within: Locator = form(page)): Promise<void> {
  await within.getByRole('group', { name: label, exact: true }).getByRole('radio', { name: choice, exact: true }).check();
  await saved(page);
}

/** A list: "Zugang des jungen Menschen" → "Schule". */
export async function select(page: Page, label: string, choice: string, within: Locator = form(page)): Promise<void> {
  await within.getByLabel(label, { exact: true }).selectOption({ label: choice });
  await saved(page);
}

/** A long list that is searched by typing: "Staatsangehörigkeit" → "Syrien". */
export async function find(page: Page, label: string, typed: string, choice: string, within: Locator = form(page)): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true });
  await field.fill(typed);
  await within.getByRole('option', { name: choice, exact: true }).click();
  await field.blur();
  await saved(page);
}

/** Asks to look at a paper of the plan for the young person herself: the dialog shows it next, called „Vereinbarung – Vorschau“ until it is printed or saved. */
export async function makePlan(page: Page, paper: 'Wandblatt' | 'Vereinbarung' = 'Vereinbarung'): Promise<void> {
  await page.getByRole('button', { name: 'Plan drucken' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Plan drucken' });
  await dialog.getByRole('radio', { name: paper }).check();
  await dialog.getByRole('button', { name: 'Vorschau' }).click();
}

/** Asks for everything held about the young person, for herself; the menu „Mehr“ stands open. */
export async function saveCopy(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'Akte als Datei speichern' }).click();
  await page.getByRole('dialog', { name: 'Für wen ist die Datei?' }).getByRole('button', { name: 'Datei erstellen' }).click();
}
