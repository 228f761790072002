/** The page "Verwaltung", the locked page that waits, and the filters of the list, as people use them. Leaves their screens in the handbook. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { openOffice, storyTime, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

const colleague = { name: 'Jonas Fink', login: 'fink', password: 'Sanddorn im Gegenwind' } as const;
/** Opens no case files. */
const clerk = { name: 'Uta Reiher', login: 'reiher', password: 'Elf Kiebitze am Priel' } as const;
const nextPassword = 'Drei Birken am Deichtor';
/** Shown on the new Notfallblatt of the handbook instead of the real code. */
const codeInPictures = ['M4TR', 'KEL7', 'WAND', 'ERZ2', 'HIMM', 'ELB9', 'LAUT'];

let browser: Browser;
let office: OfficeWindow;
let page: Page;
/** Another drive, as far as the office is concerned. */
let secondPlace: string;

beforeAll(async () => {
  browser = await openBrowser();
  secondPlace = mkdtempSync(join(tmpdir(), 'lotse-e2e-second-'));
  office = await openOffice(browser);
  page = office.page;
  page.setDefaultTimeout(60_000);
  await at.setUpOffice(page);
  await office.core.seed({ cases: 40, year: 2025 });
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
  rmSync(secondPlace, { recursive: true, force: true });
});

async function goTo(section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Bereiche der Verwaltung' }).getByRole('link', { name: new RegExp(`^${section}`) }).click();
  await page.getByRole('heading', { level: 2, name: section }).waitFor();
}

async function said(words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor();
}

async function hintsGone(): Promise<void> {
  // From the last: each that goes moves the others up.
  for (const button of (await page.getByRole('button', { name: 'Hinweis ausblenden' }).all()).reverse()) await button.click();
}

/** For a person who wants to see a page that is not in the handbook. */
async function lookAt(name: string): Promise<void> {
  const folder = process.env['LOTSE_LOOK'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe('the list of cases', () => {
  test('says how many of how many the filters show, and keeps them while one looks at a case', async () => {
    await page.keyboard.press('Alt+2');
    await page.getByRole('button', { name: 'Alle Fälle' }).click();
    await page.getByText('40 Fälle').waitFor();
    await page.getByLabel('Unterstützungsform').selectOption({ label: 'Case Management' });
    const number = page.getByText(/^\d+ von 40 Fällen$/);
    await number.waitFor();
    const ofOne = await number.innerText();
    await page.getByRole('checkbox', { name: 'nur mit Lücken' }).check();
    // Until the answer to the second filter is there, the number is that of the first.
    await expect.poll(() => number.innerText()).not.toBe(ofOne);
    const count = await number.innerText();
    expect.soft(await leaveScreen(page, '15-filter', true)).toEqual([]);
    await page.getByRole('table', { name: 'Fälle' }).getByRole('rowheader').first().getByRole('link').click();
    await at.form(page).waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByText(count, { exact: true }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'nur mit Lücken' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Unterstützungsform').inputValue()).toBe('case_management');
  });

  test('shows all again after a reset, by keyboard, with the focus in the first filter', async () => {
    await page.getByLabel('Status').selectOption({ label: 'ohne Aktivität' });
    await page.getByRole('button', { name: 'Filter zurücksetzen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('40 Fälle').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    expect(await page.getByRole('button', { name: 'Filter zurücksetzen' }).count()).toBe(0);
  });
});

describe('Verwaltung of the Leitung', () => {
  test('is reached by key, and the one person with Leitungsrechten is told what protects her', async () => {
    await page.keyboard.press('Alt+8');
    await page.getByRole('heading', { level: 1, name: 'Verwaltung' }).waitFor();
    expect.soft(await leaveScreen(page, '16-mein-passwort', true)).toEqual([]);
    await goTo('Zugänge');
    await page.getByText('Es gibt nur eine Person mit Leitungsrechten.').waitFor();
  });

  test('somebody new gets a way in, of which the form says all that is missing at once', async () => {
    await page.getByRole('button', { name: 'Zugang anlegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await dialog.getByText('Bitte die Rolle wählen.').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)).toBe('Name');
    await dialog.getByLabel('Name', { exact: true }).fill(colleague.name);
    await dialog.getByLabel('Anmeldename').fill(colleague.login);
    await dialog.getByRole('radio', { name: /Fachkraft/ }).check();
    await dialog.getByLabel('Erstes Passwort', { exact: true }).fill(colleague.password);
    await dialog.getByLabel('Noch einmal').fill(colleague.password);
    expect.soft(await leaveScreen(page, '17-zugang-anlegen', true)).toEqual([]);
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await said(`${colleague.name} kann Lotse jetzt entsperren.`);
    await hintsGone();
  });

  test('somebody who does the paperwork gets one that opens no case files', async () => {
    await page.getByRole('button', { name: 'Zugang anlegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill(clerk.name);
    await dialog.getByLabel('Anmeldename').fill(clerk.login);
    await dialog.getByRole('radio', { name: /^Verwaltung/ }).check();
    await dialog.getByLabel('Erstes Passwort', { exact: true }).fill(clerk.password);
    await dialog.getByLabel('Noch einmal').fill(clerk.password);
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await said(`${clerk.name} kann Lotse jetzt entsperren.`);
    await hintsGone();
    expect.soft(await leaveScreen(page, '17-zugaenge', true)).toEqual([]);
  });

  test('removing asks first and says what stays', async () => {
    await page.getByRole('button', { name: new RegExp(`^Entfernen.*${colleague.name}`) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('bleibt in den Akten', { exact: false }).waitFor();
    expect.soft(await leaveScreen(page, '17-zugang-entfernen', true)).toEqual([]);
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  test('a new Notfallblatt is printed and typed back', async () => {
    await goTo('Notfallblatt');
    await page.getByLabel('Ihr Passwort', { exact: true }).fill(counsellor.password);
    await page.getByRole('button', { name: 'Neues Notfallblatt erstellen' }).click();
    const code = await at.readRecoveryCode(page);
    const groups = page.getByRole('list', { name: 'Code des Notfallblatts' }).getByRole('listitem');
    const real = await groups.allInnerTexts();
    const sheet = await readPdf(await page.pdf());
    expect([sheet.pages, sheet.text.replaceAll(/\s/g, '').includes(real.join(''))]).toEqual([1, true]);
    const show = async (texts: readonly string[]): Promise<void> => {
      await groups.evaluateAll((items, words) => items.forEach((item, i) => { item.textContent = words[i] ?? ''; }), texts);
    };
    await show(codeInPictures);
    expect.soft(await leaveScreen(page, '18-neues-notfallblatt', true)).toEqual([]);
    await show(real);
    await page.getByRole('button', { name: 'Weiter: Code abtippen' }).click();
    await page.getByLabel('Code vom neuen Notfallblatt').fill(codeInPictures.join(' '));
    await page.getByRole('button', { name: 'Bestätigen' }).click();
    await page.getByText('Dieser Code ist nicht der vom Notfallblatt.').waitFor();
    await page.getByLabel('Code vom neuen Notfallblatt').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Bestätigen' }).click();
    await said('Das neue Notfallblatt gilt.');
    await hintsGone();
  });

  test('a backup is made, and the list says that it was opened again', async () => {
    await goTo('Sicherungen');
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    await page.getByText('Gesichert und geprüft.', { exact: true }).waitFor();
    await page.getByRole('table', { name: 'Sicherungen auf diesem PC' }).getByText('von Hand').first().waitFor();
    await hintsGone();
  });

  test('a second place is refused where it would not help, and says so in its field', async () => {
    const field = page.getByLabel('Ordner', { exact: true });
    await field.fill(office.dir);
    await page.getByRole('button', { name: 'Ordner verwenden' }).click();
    await page.getByText('Diesen Ordner kann Lotse nicht benutzen.').waitFor();
    await page.getByText('liegt er außerhalb des Datenordners', { exact: false }).waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.getByText('Es ist kein zweiter Ort eingerichtet.').waitFor();
  });

  test('a second place takes what there is at once, and says when it was last reached', async () => {
    const field = page.getByLabel('Ordner', { exact: true });
    await field.fill(secondPlace);
    await page.getByRole('button', { name: 'Ordner verwenden' }).click();
    await said('Der zweite Ort ist eingerichtet.');
    await page.getByText('erreichbar', { exact: true }).waitFor();
    await page.getByText(/^zuletzt dort gesichert am/).waitFor();
    expect(await page.getByText('Diesen Ordner kann Lotse nicht benutzen.').count()).toBe(0);
    await hintsGone();
    // The handbook shows where files lie on most PCs.
    await page.getByText('Die Akten liegen auf diesem PC in').locator('code').evaluate((code) => { code.textContent = 'C:\\ProgramData\\Lotse'; });
    await field.evaluate((input: HTMLInputElement) => { input.value = 'E:\\Lotse-Sicherungen'; });
    expect.soft(await leaveScreen(page, '19-sicherungen', true)).toEqual([]);
  });

  test('a second place that is away is said above every page, and what is made here is a good backup still', async () => {
    renameSync(secondPlace, `${secondPlace}-away`);
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    const notices = page.getByRole('region', { name: 'Hinweise' });
    await notices.getByText('Der zweite Ort für Sicherungen ist nicht erreichbar', { exact: false }).waitFor();
    await page.getByText('nicht erreichbar', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Alt+1');
    await notices.getByRole('link', { name: 'Zur Verwaltung' }).click();
    await page.getByRole('heading', { level: 2, name: 'Sicherungen' }).waitFor();
    renameSync(`${secondPlace}-away`, secondPlace);
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    await notices.waitFor({ state: 'detached' });
    await page.getByText('erreichbar', { exact: true }).waitFor();
  });

  test('a second place is given up, and what lies there is left to the Leitung', async () => {
    await page.getByRole('button', { name: 'Nicht mehr verwenden' }).click();
    await said('Was dort liegt, rührt Lotse nicht mehr an');
    await page.getByText('Es ist kein zweiter Ort eingerichtet.').waitFor();
    expect(await page.getByLabel('Ordner', { exact: true }).inputValue()).toBe('');
    await hintsGone();
  });

  test('the minutes until the lock are set', async () => {
    await goTo('Sperren');
    await page.getByLabel('Sperren nach').fill('31');
    await page.keyboard.press('Tab');
    await page.getByText('Bitte höchstens 30 eingeben.').waitFor();
    await page.getByLabel('Sperren nach').fill('5');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('Lotse sperrt sich nach 5 Minuten ohne Eingabe.').waitFor();
    await hintsGone();
    expect.soft(await leaveScreen(page, '20-sperrzeit', true)).toEqual([]);
  });

  test('everything is checked, and lists and search are made anew', async () => {
    await goTo('Prüfung');
    await page.getByRole('button', { name: 'Alles prüfen' }).click();
    await page.getByText(/^Zuletzt geprüft am/).waitFor();
    expect.soft(await leaveScreen(page, '21-pruefung', true)).toEqual([]);
    await page.getByRole('button', { name: 'Listen und Suche neu aufbauen' }).click();
    await said('Listen und Suche sind neu aufgebaut.');
    await hintsGone();
  });

  test('the own password is changed, and from then on opens', async () => {
    await goTo('Mein Passwort');
    await page.getByLabel('Bisheriges Passwort').fill(counsellor.password);
    await page.getByLabel('Neues Passwort', { exact: true }).fill(nextPassword);
    await page.getByLabel('Neues Passwort noch einmal').fill(nextPassword);
    await page.getByRole('button', { name: 'Passwort ändern' }).click();
    await said('Ihr neues Passwort gilt ab sofort.');
  });
});

describe('the locked page', () => {
  test('R09: after four wrong passwords Lotse waits, and says when it goes on', async () => {
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await page.getByLabel('Anmeldename').fill(counsellor.login);
    for (let tries = 0; tries < 4; tries += 1) {
      await page.getByLabel('Passwort', { exact: true }).fill(`${nextPassword} nicht`);
      await page.getByRole('button', { name: 'Entsperren' }).click();
      await page.getByText('Das Passwort stimmt nicht.').waitFor();
      await page.locator('button[aria-busy]').waitFor({ state: 'detached' });
    }
    await page.getByRole('status').filter({ hasText: 'Sie können es jetzt wieder versuchen.' }).waitFor({ state: 'attached' });
  });

  test('R09: while it waits the button rests, the seconds are for the eye, and the way by Notfallblatt stays', async () => {
    writeFileSync(join(office.dir, 'unlock-tries.json'), JSON.stringify({ failures: 9, lastAt: storyTime.toISOString() }));
    await page.getByLabel('Passwort', { exact: true }).fill(`${nextPassword} nicht`);
    const act = page.getByRole('button', { name: 'Entsperren' });
    await act.click();
    await page.getByRole('timer').waitFor();
    expect(await act.isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Mit Notfallblatt öffnen' }).isEnabled()).toBe(true);
    expect(await page.getByRole('status').filter({ hasText: 'Bitte 32 Sekunden warten' }).count()).toBe(1);
    expect(await page.getByRole('timer').getAttribute('aria-live')).toBe('off');
    expect.soft(await leaveScreen(page, '08-warten', true)).toEqual([]);
    await office.setNow(new Date(storyTime.getTime() + 120_000));
    await page.getByRole('timer').waitFor({ state: 'detached' });
  });

  test('a colleague sees whom to ask, and her own part of Verwaltung', async () => {
    await page.getByLabel('Anmeldename').fill(colleague.login);
    await at.unlock(page, colleague.password);
    await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
    await goTo('Zugänge');
    await page.getByText(`Das macht in Ihrem JMD die Leitung: ${counsellor.name}.`).waitFor();
    expect(await page.getByRole('button', { name: 'Zugang anlegen' }).count()).toBe(0);
    await goTo('Notfallblatt');
    expect(await page.getByLabel('Ihr Passwort').count()).toBe(0);
  });

});

describe('the role Verwaltung', () => {
  test('begins with what she can do here, and meets neither cases nor a search of them', async () => {
    await page.keyboard.press('Control+l');
    await page.getByLabel('Anmeldename').fill(clerk.login);
    await at.unlock(page, clerk.password);
    await page.getByRole('navigation', { name: 'Hauptbereiche' }).waitFor();
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: `Guten Tag, ${clerk.name}` }).waitFor();
    await page.getByText(`(${counsellor.name})`, { exact: false }).waitFor();
    const areas = page.getByRole('navigation', { name: 'Hauptbereiche' }).getByRole('link');
    expect((await areas.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['Start', 'Vormerkungen', 'Termine', 'Monitoring', 'Verwaltung']);
    expect(await page.getByRole('search').count()).toBe(0);
    expect.soft(await leaveScreen(page, '24-start-der-verwaltung')).toEqual([]);
  });

  test('ends at her start wherever a key or an old address of a case would have led', async () => {
    for (const go of [
      () => page.keyboard.press('Alt+2'),
      () => page.keyboard.press('Control+k'),
      () => page.evaluate(() => { location.hash = '#/faelle'; }),
      () => page.evaluate(() => { location.hash = `#/faelle/${'0'.repeat(32)}`; }),
    ]) {
      await go();
      await page.getByRole('heading', { level: 2, name: 'Was Sie hier tun können' }).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    }
  });

  test('reads in Monitoring what was sent, and who makes the next one', async () => {
    await page.keyboard.press('Alt+7');
    await page.getByRole('heading', { level: 1, name: 'Monitoring' }).waitFor();
    await page.getByText('Die Vorschau erstellt eine Fachkraft oder die Leitung', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: /Vorschau erstellen|Freigeben|Jetzt senden/ }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await lookAt('24-monitoring');
  });

  test('is told in each part of Verwaltung what is hers and whom to ask for the rest', async () => {
    await page.keyboard.press('Alt+1');
    await page.getByRole('link', { name: /^Ihr Passwort ändern/ }).click();
    await page.getByRole('button', { name: 'Passwort ändern' }).waitFor();
    for (const section of ['Zugänge', 'Notfallblatt', 'Sperren', 'Sicherungen']) {
      await goTo(section);
      await page.getByText(`Das macht in Ihrem JMD die Leitung: ${counsellor.name}.`).waitFor();
      expect(await barriers(page), section).toEqual([]);
      await lookAt(`24-${section}`);
    }
    expect(await page.getByRole('button', { name: /Jetzt sichern|Zurückholen|Ordner verwenden/ }).count()).toBe(0);
  });

  test('checks the Stammdaten, and reads that nobody looked at the cases', async () => {
    await goTo('Prüfung');
    await page.getByRole('button', { name: 'Stammdaten prüfen' }).click();
    await page.getByText('Geprüft sind nur die Stammdaten.').waitFor();
    expect(await page.getByRole('button', { name: /Alles prüfen|neu aufbauen/ }).count()).toBe(0);
    expect(await page.getByText('Suche', { exact: true }).count()).toBe(0);
    expect.soft(await leaveScreen(page, '24-stammdaten-pruefen', true)).toEqual([]);
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
