/** The plan at eye level: goals and steps, two papers, what changed, and a screen turned to the young person. */
import { spawnSync } from 'node:child_process';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { openBrowser } from '../support/browser.ts';
import * as keys from '../support/by-keyboard.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { leaveScreen } from '../support/screens.ts';
import { shellOfThisRun } from '../support/shells.ts';

const printers = [{ name: 'Flur', displayName: 'Drucker im Flur', description: '', options: { 'printer-location': 'Flur, 1. Stock', 'is-default': 'true' } }];
const onStandIn = shellOfThisRun() === 'stand-in';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let caseId: RecordId;
/** The agreement as it was first saved. */
let agreement: Buffer;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser, { program: { printers } });
  page = office.page;
  await giveViewer();
  await at.setUpOffice(page);
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const area = (name: string): Locator => at.form(page).getByRole('region', { name, exact: true });
const stored = (): Promise<CaseView> => office.core.client.cases.open({ caseId });
const said = (view: CaseView, field: string, entry = ''): unknown => view.texts[entry]?.[field]?.text ?? view.answers[entry]?.[field]?.heads[0]?.value ?? null;
const saidByEach = (view: CaseView, group: string, field: string): readonly unknown[] =>
  view.entries.filter((entry) => entry.group === group && !entry.retired).map(({ id }) => said(view, field, id));

/** A headless Chromium has no PDF viewer, and would save the paper instead: its frame stays empty, and counts how often it is to print. */
async function giveViewer(): Promise<void> {
  if (onStandIn) return;
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => true });
    const counted = globalThis as { printed?: number };
    counted.printed = 0;
    const frames = HTMLIFrameElement.prototype;
    frames.setAttribute = function (name, value) {
      Element.prototype.setAttribute.call(this, name, name === 'src' ? 'about:blank' : value);
    };
    const inner = Object.getOwnPropertyDescriptor(frames, 'contentWindow');
    Object.defineProperty(frames, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const window = inner?.get?.call(this) as Window | null;
        if (window !== null) window.print = () => void (counted.printed = (counted.printed ?? 0) + 1);
        return window;
      },
    });
  });
  await office.openAgain();
}

/** For the picture of the handbook: the page of the paper stands in the empty frame. False where no program makes a picture of it. */
async function showPage(): Promise<boolean> {
  const [kept] = (await stored()).documents;
  if (kept === undefined) throw new Error('no paper was kept');
  const { pdf } = await office.core.client.plan.kept({ caseId, attachment: kept.attachment });
  const { status, stdout } = spawnSync('pdftoppm', ['-png', '-r', '96', '-f', '1', '-singlefile', '-'], { input: new Uint8Array(await pdf.arrayBuffer()) });
  if (status !== 0) return false;
  await page.locator('iframe').evaluate(async (frame: HTMLIFrameElement, png) => {
    const inside = frame.contentDocument;
    if (inside === null) return;
    const image = inside.createElement('img');
    image.alt = '';
    image.width = frame.clientWidth - 60;
    image.src = `data:image/png;base64,${png}`;
    inside.body.replaceChildren(image);
    inside.documentElement.lang = 'de';
    inside.title = frame.title;
    await image.decode();
  }, stdout.toString('base64'));
  return true;
}

/** How many papers went to a printer, or to the print dialog of the browser. */
async function printed(): Promise<number> {
  return onStandIn ? office.program.printed.length : page.evaluate(() => (globalThis as { printed?: number }).printed ?? 0);
}

async function answer(field: string, value: string | boolean | readonly string[], entry: EntryId | null = null): Promise<void> {
  const base = [...((await stored()).answers[entry ?? '']?.[field]?.base ?? [])];
  await office.core.client.cases.answer({ caseId, entry, field, value: typeof value === 'object' ? [...value] : value, base });
}

/** The file as it lies in the core, shown anew. */
async function reopen(section: string): Promise<void> {
  await page.evaluate(() => { location.hash = '#/start'; });
  await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
  await page.evaluate((id) => { location.hash = `#/faelle/${id}`; }, caseId);
  await at.form(page).waitFor();
  await at.openSection(page, section);
}

async function scrollUp(): Promise<void> {
  await at.form(page).evaluate((element) => element.scrollTo(0, 0));
}

describe('the plan as work', () => {
  test('a file with a need that no goal answers to yet', async () => {
    const { cases } = office.core.client;
    await at.newCase(page);
    caseId = (new URL(page.url()).hash.split('/').at(-1) ?? '') as RecordId;
    await answer('consent.data_processing_status', 'granted');
    await answer('person.first_name', 'Amira');
    await answer('person.last_name', 'Haydari');
    await cases.enter({ caseId, group: 'need', parent: null, answers: { 'need.text': 'Anerkennung des Schulabschlusses', 'need.area': 'school' }, texts: {} });
    await cases.enter({ caseId, group: 'other_plan', parent: null, answers: { 'other_plan.kind': 'youth_welfare', 'other_plan.lead': 'youth_office' }, texts: {} });
    await reopen('4');
    await at.form(page).getByRole('region', { name: 'Noch ohne Ziel' }).getByText('Anerkennung des Schulabschlusses', { exact: true }).waitFor();
  });

  test('a need becomes a goal in its area that says what it answers to; the words are hers', async () => {
    await at.form(page).getByRole('button', { name: /^Ziel dazu.*Anerkennung des Schulabschlusses/ }).click();
    const goal = area('schulisch').getByRole('article').first();
    await goal.waitFor();
    await expect.poll(() => goal.getByLabel('Ziel in eigenen Worten', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Ich will, dass mein Zeugnis hier gilt.');
    await page.keyboard.press('Tab');
    await at.saved(page);
    await at.form(page).getByRole('region', { name: 'Noch ohne Ziel' }).waitFor({ state: 'detached' });
    const view = await stored();
    const need = view.entries.find(({ group }) => group === 'need')?.id;
    expect(saidByEach(view, 'goal', 'goal.need')).toEqual([need]);
    expect(saidByEach(view, 'goal', 'goal.area')).toEqual(['school']);
  });

  test('a suggested goal with its steps takes two keys, and everything of it can be changed', async () => {
    const open = area('sprachlich').getByRole('button', { name: /^Vorschläge/ });
    await keys.tabTo(page, open, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const list = dialog('Vorschläge: sprachlich');
    await list.waitFor();
    const first = list.getByRole('listitem').first().getByRole('button');
    await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await list.getByRole('listitem').count()).toBeGreaterThanOrEqual(8);
    expect.soft(await leaveScreen(page, '95-vorschlaege')).toEqual([]);
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'detached' });
    const goal = area('sprachlich').getByRole('article', { name: /^Ziel:/ });
    await goal.waitFor();
    await expect.poll(() => goal.getByLabel('Ziel in eigenen Worten', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
    const view = await stored();
    const steps = view.entries.filter(({ group }) => group === 'action_step');
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(saidByEach(view, 'action_step', 'action_step.status')).toEqual(steps.map(() => 'open'));
    for (const picture of saidByEach(view, 'action_step', 'action_step.pictogram')) expect(picture).toEqual(expect.any(String));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ich will den B2-Kurs schaffen.');
    await page.keyboard.press('Tab');
    await at.saved(page);
    expect(saidByEach(await stored(), 'goal', 'goal.description')).toContain('Ich will den B2-Kurs schaffen.');
  });

  test('a picture is chosen by arrows, and taken away again', async () => {
    const step = area('sprachlich').getByRole('article', { name: /^Arbeitsschritt:/ }).first();
    await step.getByRole('button', { name: /^Bild: .* Ändern:/ }).click();
    const choice = dialog('Bild zum Arbeitsschritt');
    await choice.waitFor();
    expect.soft(await leaveScreen(page, '95-bild-waehlen')).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await choice.waitFor({ state: 'detached' });
    await at.saved(page);
    expect(saidByEach(await stored(), 'action_step', 'action_step.pictogram')[0]).toBe('speech');
    await expect.poll(() => step.getByRole('button', { name: /^Bild: Sprechblasen/ }).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('more than three goals at once is a friendly word and holds nothing up', async () => {
    const { cases } = office.core.client;
    for (const [text, where] of [['Ich will schwimmen lernen.', 'social'], ['Ich will Elektrikerin werden.', 'vocational']] as const) {
      await cases.enter({ caseId, group: 'goal', parent: null, answers: { 'goal.area': where, 'goal.attainment': 'open' }, texts: { 'goal.description': text } });
    }
    await reopen('4');
    const hint = at.form(page).getByText('4 Ziele auf einmal sind viel.');
    await hint.waitFor();
    expect(await at.form(page).getByText('auf dem Papier: später').count()).toBe(1);
    await at.form(page).getByRole('button', { name: 'Die anderen auf „später“ setzen' }).click();
    await at.saved(page);
    await hint.waitFor({ state: 'detached' });
    expect(saidByEach(await stored(), 'goal', 'goal.turn').filter((turn) => turn === 'later')).toHaveLength(1);
  });

  test('a chosen language brings its field beside the German words, read out in it and from its side', async () => {
    expect(await at.form(page).getByLabel('auf Arabisch').count()).toBe(0);
    await at.form(page).getByText('Was auf dem Papier steht').click();
    const language = at.form(page).getByRole('combobox', { name: 'Sprache der Papiere' });
    await language.fill('arab');
    await at.form(page).getByRole('option', { name: /^Arabisch.*العربية/ }).click();
    await language.blur();
    await at.saved(page);
    const words = area('sprachlich').getByRole('article', { name: /^Ziel:/ }).getByLabel('auf Arabisch', { exact: true }).first();
    expect([await words.getAttribute('lang'), await words.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    await words.fill('أريد أن أنجح في دورة B2.');
    await words.blur();
    await at.saved(page);
    expect(saidByEach(await stored(), 'goal', 'goal.translation')).toContain('أريد أن أنجح في دورة B2.');
    await at.write(page, 'Eigener Satz für das Wandblatt', 'Schritt für Schritt.');
    await at.form(page).getByText('Was auf dem Papier steht').click();
    const other = at.form(page).getByRole('button', { name: /Hilfeplan.*Jugendamt.* führt/ });
    await other.waitFor();
    await scrollUp();
    expect.soft(await leaveScreen(page, '95-plan-arbeit')).toEqual([]);
  });
});

describe('the papers', () => {
  test('looked at five times while the words are being found, they are no version yet', async () => {
    for (const words of ['Schritt für', 'Schritt für Schri', 'Schritt für Schritt', 'Schritt um Schritt.', 'Schritt für Schritt.']) {
      await answer('integration_plan.sentence', words);
      await reopen('4');
      await at.makePlan(page, 'Wandblatt');
      const paper = dialog('Wandblatt – Vorschau');
      await paper.getByText('Noch keine Fassung', { exact: false }).waitFor();
      await page.keyboard.press('Escape');
      await paper.waitFor({ state: 'detached' });
    }
    expect((await stored()).documents).toEqual([]);
  });

  test('from the open file to the printed wall sheet: two clicks and a third', async () => {
    const before = await printed();
    let clicks = 0;
    const click = async (target: Locator): Promise<void> => {
      clicks += 1;
      await target.click();
    };
    await click(page.getByRole('button', { name: 'Plan drucken' }).first());
    await click(dialog('Plan drucken').getByRole('button', { name: 'Vorschau' }));
    const paper = dialog('Wandblatt – Vorschau');
    await paper.waitFor();
    await click(paper.getByRole('button', { name: 'Drucken', exact: true }));
    await expect.poll(printed).toBe(before + 1);
    expect(clicks).toBeLessThan(5);
    // Now it is a version: what came out says so in its foot, and is what was kept.
    await dialog('Wandblatt – Fassung 1').waitFor();
    expect((await stored()).documents.map(({ paper: kind, language, version }) => `${kind} ${language} ${version}`)).toEqual(['wall de 1']);
    await page.keyboard.press('Escape');
  });

  test('and without a mouse three keys', async () => {
    const before = await printed();
    let pressed = 0;
    const press = async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    };
    await press('Control+p');
    await dialog('Plan drucken').getByLabel('Sprache').waitFor();
    await press('Enter');
    const print = dialog('Wandblatt – Fassung 1').getByRole('button', { name: 'Drucken', exact: true });
    await print.waitFor();
    await expect.poll(() => print.evaluate((button) => button === document.activeElement)).toBe(true);
    await press('Enter');
    await expect.poll(printed).toBe(before + 1);
    expect(pressed).toBeLessThan(5);
  });

  test('handed over is one click, and not wanting it is as good', async () => {
    const paper = dialog('Wandblatt – Fassung 1');
    await paper.getByRole('button', { name: 'Wollte es nicht mitnehmen' }).click();
    await paper.getByText('Festgehalten: wollte es nicht mitnehmen.', { exact: false }).waitFor();
    expect(said(await stored(), 'integration_plan.handover')).toBe('declined');
    await paper.getByRole('button', { name: 'Ja, ausgehändigt' }).click();
    await paper.getByText('Festgehalten: ausgehändigt.').waitFor();
    expect(said(await stored(), 'integration_plan.handover')).toBe('handed_over');
    if (onStandIn || (await showPage())) expect.soft(await leaveScreen(page, '96-wandblatt', true)).toEqual([]);
  });

  test('which languages can be used and which cannot is said, and where the Leitung switches them on', async () => {
    await dialog('Wandblatt – Fassung 1').getByRole('button', { name: 'Anderes Papier' }).click();
    const choice = dialog('Plan drucken');
    await choice.getByText('Gewählt ist „Arabisch“.', { exact: false }).waitFor();
    await choice.getByText('sind noch nicht geprüft und deshalb nicht eingeschaltet', { exact: false }).waitFor();
    expect(await choice.getByRole('link', { name: 'Verwaltung: Papiere', exact: true }).getAttribute('href')).toBe('#/verwaltung/papiere');
    expect(await choice.getByRole('combobox', { name: 'Sprache' }).inputValue()).toBe('de');
    await page.keyboard.press('Escape');
    const { papers } = office.core.client;
    const { settings } = await papers.settings();
    await papers.saveSettings({ ...settings, unreviewedLanguages: ['ar', 'de-simple'] });
    await page.keyboard.press('Control+p');
    await choice.getByText('noch nicht geprüft – von der Leitung freigeschaltet', { exact: false }).waitFor();
    expect(await choice.getByRole('combobox', { name: 'Sprache' }).inputValue()).toBe('ar');
    await choice.getByText('So ist es in dieser Akte gewählt.').waitFor();
    expect.soft(await leaveScreen(page, '96-papier-waehlen')).toEqual([]);
  });

  test('agreement and wall sheet in her language are papers of the same version', async () => {
    await dialog('Plan drucken').getByRole('radio', { name: 'Vereinbarung' }).check();
    await dialog('Plan drucken').getByRole('button', { name: 'Vorschau' }).click();
    const paper = dialog(/^Vereinbarung – (?:Vorschau|Fassung 1)$/);
    await paper.getByText('Noch keine Fassung', { exact: false }).waitFor();
    const { name, bytes } = await office.fileSavedBy(() => paper.getByRole('button', { name: 'PDF speichern' }).click());
    agreement = bytes;
    const { text, tagged } = await readPdf(bytes);
    expect(tagged).toBe(true);
    expect(text).toContain('Ich will den B2-Kurs schaffen.');
    expect(text).toContain('Fassung 1 vom 02.03.2026');
    expect(text).not.toContain('Vorschau');
    await dialog('Vereinbarung – Fassung 1').waitFor();
    expect(name).not.toMatch(/Amira|Haydari/);
    await page.keyboard.press('Escape');
    expect((await stored()).documents.map(({ paper: kind, language, version }) => `${kind} ${language} ${version}`).sort()).toEqual(['agreement ar 1', 'wall de 1']);
  });

  test('what protects her is in sight before any paper, and going on is all it takes', async () => {
    await answer('person.address_secret', true);
    await answer('person.contact_limits', ['no_post']);
    await reopen('4');
    await page.keyboard.press('Control+p');
    const choice = dialog('Plan drucken');
    await choice.getByText('Die Anschrift ist geheim', { exact: false }).waitFor();
    await choice.getByText('keine Post', { exact: false }).waitFor();
    expect.soft(await leaveScreen(page, '97-vorher-bedenken')).toEqual([]);
    await choice.getByRole('combobox', { name: 'Sprache' }).waitFor();
    await page.keyboard.press('Enter');
    const paper = dialog('Wandblatt – Vorschau');
    await paper.getByText('Die Anschrift ist geheim', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('for somebody else it first says on which basis', async () => {
    await page.keyboard.press('Control+p');
    await dialog('Plan drucken').getByRole('button', { name: 'Für jemand anderen …' }).click();
    const ask = dialog('Für wen ist der Ausdruck?');
    await ask.waitFor();
    expect(await ask.getByRole('radio', { name: 'für jemand anderen' }).isChecked()).toBe(true);
    await ask.getByLabel('Wer erhält es?').fill('Berufsschule');
    await ask.getByRole('button', { name: 'Plan erstellen' }).click();
    await ask.getByText('Bitte die Grundlage wählen.').waitFor();
    await ask.getByRole('button', { name: 'Abbrechen' }).click();
    await ask.waitFor({ state: 'detached' });
  });

  test('what is different between the paper and now is told in words, never as a failure', async () => {
    const view = await stored();
    const [first, second] = view.entries.filter(({ group }) => group === 'action_step');
    if (first === undefined || second === undefined) throw new Error('there are no steps');
    await answer('action_step.status', 'done', first.id);
    await answer('action_step.due_date', '2026-04-13', second.id);
    await reopen('4');
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Fassungen des Plans' }).click();
    const versions = dialog('Fassungen des Plans');
    const changes = versions.getByRole('region', { name: 'Was ist anders?' });
    await changes.getByText('geschafft', { exact: true }).waitFor();
    await changes.getByText(String(said(view, 'action_step.task', first.id))).waitFor();
    await changes.getByText(String(said(view, 'action_step.task', second.id))).waitFor();
    expect.soft(await leaveScreen(page, '98-was-ist-anders')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('the next paper is the next version, and the old one prints again byte for byte', async () => {
    await at.makePlan(page, 'Wandblatt');
    const before = await printed();
    await dialog('Wandblatt – Vorschau').getByRole('button', { name: 'Drucken', exact: true }).click();
    await expect.poll(printed).toBe(before + 1);
    await dialog('Wandblatt – Fassung 2').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Fassungen des Plans' }).click();
    await dialog('Fassungen des Plans').getByRole('button', { name: /^ansehen.*Fassung 1 vom .*Vereinbarung, Arabisch/ }).click();
    const paper = dialog('Vereinbarung – Fassung 1');
    await paper.waitFor();
    const { bytes } = await office.fileSavedBy(() => paper.getByRole('button', { name: 'PDF speichern' }).click());
    expect(bytes.equals(agreement)).toBe(true);
    await paper.getByRole('button', { name: 'Fassungen des Plans' }).click();
    const changes = dialog('Fassungen des Plans').getByRole('region', { name: 'Was ist anders?' });
    await changes.getByLabel('Von').selectOption({ label: 'Fassung 1 vom 02.03.2026' });
    await changes.getByLabel('Bis').selectOption({ label: 'Fassung 2 vom 02.03.2026' });
    await changes.getByText('geschafft', { exact: true }).waitFor();
    await changes.getByLabel('Von').selectOption({ label: 'Fassung 2 vom 02.03.2026' });
    await changes.getByText('Dazwischen ist alles gleich.').waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the screen turned to the young person', () => {
  /** Not the page of the file, which has her name in its heading too. */
  const shown = (): Locator => page.locator('main[lang]');

  test('shows her plan in large letters and nothing else', async () => {
    await office.core.client.cases.enter({ caseId, group: 'appointment', parent: null, answers: { 'appointment.date': '2026-03-10', 'appointment.time': '14:30', 'appointment.status': 'planned' }, texts: {} }).catch(() => undefined);
    await reopen('4');
    await at.form(page).getByRole('link', { name: 'Dem jungen Menschen zeigen' }).click();
    await shown().getByRole('heading', { level: 1, name: /Amira/ }).waitFor();
    expect([await shown().getAttribute('lang'), await shown().getAttribute('dir')]).toEqual(['ar', 'rtl']);
    await shown().getByText('Schritt für Schritt.').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('search').count()).toBe(0);
    expect(await page.getByText('Haydari').count()).toBe(0);
    const sizes = await shown().evaluate((main) =>
      [...main.querySelectorAll('*')].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '')).map((one) => parseFloat(getComputedStyle(one).fontSize)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    expect.soft(await leaveScreen(page, '99-zeigen-arabisch')).toEqual([]);
  });

  test('turns to German and back, and keeps her own words as she wrote them', async () => {
    await shown().getByRole('button', { name: 'Deutsch' }).click();
    expect([await shown().getAttribute('lang'), await shown().getAttribute('dir')]).toEqual(['de', 'ltr']);
    await shown().getByRole('heading', { name: 'Das mache ich als Nächstes' }).waitFor();
    await shown().getByRole('heading', { name: 'Geschafft!' }).waitFor();
    expect.soft(await leaveScreen(page, '99-zeigen')).toEqual([]);
    await shown().getByRole('button', { name: 'العربية' }).click();
    expect(await shown().getAttribute('dir')).toBe('rtl');
  });

  test('no key leads to a list of others; only locking works as everywhere', async () => {
    for (const key of ['Control+k', 'Alt+2', 'Alt+k', 'F1']) await page.keyboard.press(key);
    expect(await page.getByRole('search').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
    expect(await page.getByText('Amira').count()).toBe(0);
    await at.unlock(page);
    await shown().getByRole('heading', { level: 1, name: /Amira/ }).waitFor();
  });

  test('fits a small window too, and Escape leads back to the file', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press('Escape');
    await at.form(page).getByRole('heading', { name: /^4 / }).waitFor();
    expect(office.complaints).toEqual([]);
  });
});
