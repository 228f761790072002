/** The whole way once, as a counsellor walks it, with real parts everywhere. Leaves the screens of the handbook. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOperator } from '../../collector/operator.ts';
import { startCollector, type RunningCollector } from '../../collector/server.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { complaintsOf, newWindow, openOffice, storyDay, storyTime, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleAgreement } from '../support/sample-plan.ts';
import { keep, leaveScreen } from '../support/screens.ts';
import { builtWindows, handbook } from '../support/windows.ts';

/** Printed on the Notfallblatt of the handbook instead of the real code, which is another one every time. */
const codeInPictures = ['M4TR', 'KEL7', 'WAND', 'ERZ2', 'HIMM', 'ELB9', 'LAUT'];

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let collector: RunningCollector;
let collectorDir: string;

beforeAll(async () => {
  const { centre } = builtWindows();
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  collectorDir = await mkdtemp(join(tmpdir(), 'lotse-e2e-centre-'));
  collector = await startCollector({
    dataDir: collectorDir,
    databaseUrl: null,
    training: true,
    port: 0,
    host: '127.0.0.1',
    clock: () => storyTime,
    today: IsoDay.parse(storyDay),
    pageFolder: centre,
  });
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
  await collector?.close();
  await rm(collectorDir, { recursive: true, force: true });
});

describe('the whole way once', () => {
  test('the JMD is set up, and opens only after the Notfallblatt was typed back', async () => {
    await page.getByRole('heading', { name: 'Unser JMD' }).waitFor();
    await at.fillOffice(page);
    expect.soft(await leaveScreen(page, '01-einrichten')).toEqual([]);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await at.fillUser(page);
    await page.getByText('Gutes Passwort.').waitFor();
    expect.soft(await leaveScreen(page, '01-zugang')).toEqual([]);
    await page.getByRole('button', { name: 'JMD einrichten' }).click();

    const code = await at.readRecoveryCode(page);
    expect(code.length).toBeGreaterThanOrEqual(24);
    const groups = page.getByRole('list', { name: 'Code des Notfallblatts' }).getByRole('listitem');
    const real = await groups.allInnerTexts();
    const show = async (texts: readonly string[]): Promise<void> => {
      await groups.evaluateAll((items, words) => items.forEach((item, i) => { item.textContent = words[i] ?? ''; }), texts);
    };
    await show(real.map((group, i) => codeInPictures[i]?.slice(0, group.length) ?? group.replaceAll(/./g, 'A')));
    expect.soft(await leaveScreen(page, '02-notfallblatt')).toEqual([]);
    await show(real);
    const sheet = await readPdf(await page.pdf());
    expect(sheet.pages).toBe(1);
    expect(sheet.text.replaceAll(/\s/g, '')).toContain(real.join(''));

    await page.getByRole('button', { name: 'Weiter: Code abtippen' }).click();
    await page.getByLabel('Code vom Notfallblatt').fill(codeInPictures.join('-'));
    await page.getByRole('button', { name: 'Bestätigen und Lotse öffnen' }).click();
    await page.getByText('Dieser Code ist nicht der vom Notfallblatt.', { exact: false }).waitFor();
    expect.soft(await leaveScreen(page, '02-code-abtippen')).toEqual([]);
    await page.getByLabel('Code vom Notfallblatt').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Bestätigen und Lotse öffnen' }).click();
    await page.getByRole('heading', { name: `Guten Tag, ${counsellor.name}` }).waitFor();
  });

  test('before the consent a new file takes no name and no free text', async () => {
    expect.soft(await leaveScreen(page, '03-start-leer')).toEqual([]);
    await at.newCase(page);
    await page.getByRole('heading', { level: 1, name: 'Ohne Namen' }).waitFor();
    await at.openSection(page, '2.1');
    const form = at.form(page);
    await form.getByText('Erst die Einwilligung erfassen (1.1)', { exact: false }).waitFor();
    expect(await form.getByLabel('Nachname', { exact: true }).isDisabled()).toBe(true);
    expect.soft(await leaveScreen(page, '04-vor-der-einwilligung')).toEqual([]);
    await form.getByRole('button', { name: 'Zur Einwilligung' }).click();
    await form.getByRole('heading', { name: '1.1 Eingangsdaten' }).waitFor();
    await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
    await at.write(page, 'Datum der Einwilligung', '20.11.2025');
    await at.pick(page, 'Einwilligung erteilt durch', 'junger Mensch');
    await at.openSection(page, '2.1');
    expect(await form.getByLabel('Nachname', { exact: true }).isEnabled()).toBe(true);
  });

  test('the fields of 1.1 and 2.1 are filled, and each says that it is stored', async () => {
    await at.write(page, 'Nachname', 'Haydari');
    await at.write(page, 'Vorname', 'Amira');
    await at.write(page, 'Straße, Hausnummer', 'Am Wasserturm 4');
    await at.write(page, 'PLZ', '21335');
    await at.write(page, 'Ort', 'Lüneburg');
    await at.openSection(page, '1.1');
    await at.pick(page, 'Die Begleitung des jungen Menschen erfolgt im Rahmen', 'Case Management');
    await at.write(page, 'Datum Erstgespräch', '20.11.2025');
    await at.write(page, 'Geburtsdatum', '14.05.2007');
    await at.pick(page, 'Geschlecht', 'weiblich');
    await page.getByRole('heading', { level: 1, name: 'Haydari, Amira' }).waitFor();
    await page.getByText('18 Jahre').waitFor();
  });

  test('the list of gaps jumps to the field, and gaps hold nothing up', async () => {
    const gaps = page.getByRole('complementary', { name: 'Fehlende Pflichtfeldangaben und Hinweise' });
    await at.openSection(page, '2.1');
    await gaps.getByRole('button', { name: 'Zugang des jungen Menschen' }).click();
    const field = at.form(page).getByRole('combobox', { name: 'Zugang des jungen Menschen', exact: true });
    await field.waitFor();
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await at.find(page, 'Zugang des jungen Menschen', 'schul', 'Schule');
    await expect.poll(() => gaps.getByRole('button', { name: 'Zugang des jungen Menschen' }).count()).toBe(0);
    await at.form(page).evaluate((element) => element.scrollTo(0, 0));
    expect.soft(await leaveScreen(page, '03-akte')).toEqual([]);
  });

  test('a plan with two goals in different areas, a sub-goal and steps', async () => {
    await at.openSection(page, '4');
    const form = at.form(page);
    const goal = async (area: string, words: string, until: string) => {
      const part = form.getByRole('region', { name: area, exact: true });
      await part.getByRole('button', { name: /^Ziel hinzufügen/ }).click();
      await at.write(page, 'Ziel in eigenen Worten', words, part);
      const entry = part.getByRole('article', { name: `Ziel: ${words}` });
      await at.write(page, 'Ziel angestrebt bis', until, entry);
      return entry;
    };
    const german = await goal('sprachlich', 'Ich will den B2-Kurs schaffen.', '01.08.2026');
    await german.getByRole('button', { name: 'Unterziel hinzufügen' }).click();
    await at.write(page, 'Unterziel', 'Einen Platz im Kurs finden', german);
    const sub = german.getByRole('article', { name: 'Unterziel: Einen Platz im Kurs finden' });
    const step = async (within: typeof german, words: string, who: string, until: string) => {
      await within.getByRole('button', { name: 'Arbeitsschritt hinzufügen' }).last().click();
      const fresh = within.getByRole('article', { name: /^Arbeitsschritt: Arbeitsschritt \d/ });
      await fresh.getByLabel('Arbeitsschritt', { exact: true }).fill(words);
      // From now on the row is called by its words.
      const row = within.getByRole('article', { name: `Arbeitsschritt: ${words}` });
      await row.getByLabel('Arbeitsschritt', { exact: true }).blur();
      await at.saved(page);
      await at.select(page, 'Wer macht es', who, row);
      await at.write(page, 'Bis wann', until, row);
      return row;
    };
    const done = await step(sub, 'Beim Kursträger anmelden', 'junger Mensch', '20.02.2026');
    await done.getByRole('checkbox', { name: 'erledigt: Beim Kursträger anmelden' }).check();
    await step(german, 'Fahrkarte klären', 'JMD', '06.03.2026');
    const work = await goal('beruflich', 'Ich will Elektrikerin werden.', '01.09.2026');
    await step(work, 'Mit der Berufsberatung sprechen', 'junger Mensch', '16.03.2026');
    await form.getByText('Vereinbarung und Termine').click();
    await at.select(page, 'Stand des Plans', 'vereinbart');
    await at.write(page, 'Plan erstellt am', '04.12.2025');
    await at.write(page, 'Vereinbart am', '04.12.2025');
    await at.write(page, 'Nächste Überprüfung', '04.05.2026');
    await form.getByText('Vereinbarung und Termine').click();
    await form.getByText('Was auf dem Papier steht').click();
    await at.write(page, 'Das macht der JMD', 'Wir helfen bei Briefen und Anträgen.');
    await form.getByText('Was auf dem Papier steht').click();
    await form.evaluate((element) => element.scrollTo(0, 0));
    expect.soft(await leaveScreen(page, '05-plan')).toEqual([]);
  });

  test('the plan is looked at, and saved as a PDF with every goal: then it is a version', async () => {
    await at.makePlan(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Vereinbarung – Vorschau' }).waitFor();
    expect.soft(await leaveScreen(page, '06-drucken')).toEqual([]);
    const { name, bytes } = await office.fileSavedBy(() => dialog.getByRole('button', { name: 'PDF speichern' }).click());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const pdf = await readPdf(bytes);
    for (const words of ['Ich will den B2-Kurs schaffen.', 'Einen Platz im Kurs finden', 'Ich will Elektrikerin werden.', 'Fahrkarte klären'])
      expect(pdf.text).toContain(words);
    expect(pdf.tagged).toBe(true);
    expect(name).not.toContain('Haydari');
    await dialog.getByRole('heading', { name: 'Vereinbarung – Fassung 1' }).waitFor();
    await dialog.getByRole('button', { name: 'Schließen' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('Ctrl+K finds the case by name and by what stands in it', async () => {
    await page.goto(page.url().replace(/#.*$/, '#/start'));
    await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
    await page.keyboard.press('Control+k');
    // A busy PC is slower than a keyboard that is played by a program.
    await expect.poll(() => page.getByRole('search').getByRole('combobox').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('hayd');
    const found = page.getByRole('listbox', { name: 'Gefunden' });
    await found.getByRole('option', { name: /Haydari, Amira/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Elektriker');
    await found.getByRole('option', { name: /Ich will Elektrikerin werden/ }).waitFor();
    expect.soft(await leaveScreen(page, '07-suchen')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Haydari, Amira' }).waitFor();
  });

  test('locked: a wrong password is refused with its reason, the right one shows the file as it was', async () => {
    await page.getByRole('button', { name: 'Sperren' }).click();
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    await at.unlock(page, 'Kranichzug über Mohrrüben');
    await page.getByText('Das Passwort stimmt nicht', { exact: false }).waitFor();
    expect.soft(await leaveScreen(page, '08-sperren')).toEqual([]);
    await at.unlock(page);
    await page.getByRole('heading', { level: 1, name: 'Haydari, Amira' }).waitFor();
    await at.openSection(page, '2.1');
    expect(await at.form(page).getByLabel('Ort', { exact: true }).inputValue()).toBe('Lüneburg');
    await at.openSection(page, '4');
    await at.form(page).getByRole('article', { name: 'Ziel: Ich will Elektrikerin werden.' }).waitFor();
  });

  test('start page and list show who is there and what is due', async () => {
    await page.goto(page.url().replace(/#.*$/, '#/start'));
    await page.getByRole('heading', { name: 'Was ansteht' }).waitFor();
    await page.getByRole('link', { name: /Fahrkarte klären/ }).waitFor();
    expect.soft(await leaveScreen(page, '09-start')).toEqual([]);
    // Further cases of the year, so that list and Meldung show a JMD at work.
    await office.core.seed({ cases: 60, year: 2025 });
    await page.getByRole('link', { name: /^Fälle/ }).click();
    await page.getByRole('table', { name: 'Fälle' }).getByText('Haydari, Amira').waitFor();
    expect.soft(await leaveScreen(page, '10-faelle', true)).toEqual([]);
  });

  test('the JMD is let in at the central server with a one-time code', async () => {
    const operator = connectOperator(collectorDir);
    const { code } = await operator.createEnrolmentCode({
      office: OfficeId.parse(counsellor.officeId),
      officeName: counsellor.officeName,
      carrierGroup: 'bag_ejsa',
      land: '03',
    });
    await page.getByRole('link', { name: /^Monitoring/ }).click();
    await page.getByLabel('Adresse', { exact: true }).fill(collector.url);
    await page.getByLabel('Einmalcode').fill(code);
    await page.getByRole('button', { name: 'Verbinden' }).click();
    await page.getByText('auf die Freigabe durch das Servicebüro').waitFor();
    await operator.approveEnrolment(counsellor.officeId);
    await page.getByRole('button', { name: 'Jetzt nachfragen' }).click();
    await page.getByText('verbunden', { exact: true }).waitFor();
  });

  test('the Meldung is looked at, approved, sent, and its receipt is there', async () => {
    await page.getByRole('button', { name: 'Vorschau erstellen' }).click();
    await page.getByRole('heading', { name: 'Monitoring-Meldung · 2025' }).waitFor();
    expect(await page.getByRole('figure').count()).toBeGreaterThanOrEqual(5);
    expect.soft(await leaveScreen(page, '11-meldung-vorschau', true)).toEqual([]);
    await page.getByRole('button', { name: 'Freigeben …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Freigeben', exact: true }).click();
    await page.getByRole('article').getByText(/freigegeben|Eingang bestätigt/).waitFor();
    const send = page.getByRole('article').getByRole('button', { name: 'Jetzt senden' });
    // The outbox sends by itself; the button is for the impatient.
    if (await send.isVisible()) await send.click({ timeout: 2_000 }).catch(() => undefined);
    await page.getByRole('region', { name: 'Versandprotokoll' }).getByText('Eingang bestätigt').waitFor();
    const hints = page.getByRole('button', { name: 'Hinweis ausblenden' });
    await expect.poll(() => hints.count(), { timeout: 20_000 }).toBe(0);
    expect.soft(await leaveScreen(page, '12-versandprotokoll', true)).toEqual([]);
  });

  test('the central page shows the delivery, and the tables as chart and numbers', async () => {
    const context = await newWindow(browser);
    const centre = await context.newPage();
    const complaints = complaintsOf(centre);
    await centre.clock.setFixedTime(storyTime);
    await centre.goto(collector.url);
    await centre.getByLabel('Zugangswort').fill(collector.operatorToken);
    await centre.getByRole('button', { name: 'Öffnen' }).click();
    await centre.getByText(counsellor.officeName).waitFor();
    expect.soft(await leaveScreen(centre, '13-server-lieferstand', true)).toEqual([]);
    await centre.getByRole('link', { name: 'Auswertung' }).or(centre.getByRole('button', { name: 'Auswertung' })).click();
    await centre.getByRole('img').first().waitFor();
    await centre.getByRole('table').waitFor();
    expect.soft(await leaveScreen(centre, '14-server-auswertung', true)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the sample plan of the handbook is printed', async () => {
    const documents = startDocumentProcess();
    const { pdf } = await documents.print(sampleAgreement);
    await documents.close();
    if (keep(join(handbook, 'plan.pdf'), pdf) || !existsSync(join(handbook, 'plan.png'))) {
      // As a picture too, where a program for that is installed.
      spawnSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-singlefile', join(handbook, 'plan.pdf'), join(handbook, 'plan')]);
    }
    expect((await readPdf(pdf)).text).toContain('Ich will den B2-Kurs schaffen.');
  });

  test('nobody complained on the way', () => {
    expect(office.complaints).toEqual([]);
  });
});
