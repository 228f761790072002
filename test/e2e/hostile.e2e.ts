/** Hostile strings in a real window: every view shows them as text; none runs, loads, injects, or takes the layout along. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOperator } from '../../collector/operator.ts';
import { startCollector } from '../../collector/server.ts';
import type { CoreClient } from '../../office/core.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { checkAnswer } from '../../shared/catalogue/check-answer.ts';
import { cleanLine } from '../../shared/catalogue/clean-text.ts';
import { OfficeId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { hostile, hostileStrings, marker } from '../hostile/strings.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { complaintsOf, newWindow, openOffice, storyDay, storyTime, type OfficeWindow } from '../support/office-window.ts';
import { builtWindows } from '../support/windows.ts';

let browser: Browser;
let window: OfficeWindow;
let page: Page;
let client: CoreClient;
let caseId: RecordId;
/** What the page tried to reach apart from the office it came from, and boxes it opened. */
const outside: string[] = [];
const boxes: string[] = [];

const surnames = [...(hostile['markup'] ?? []), ...(hostile['directions'] ?? []), ...(hostile['storms'] ?? []), ...(hostile['large'] ?? [])].slice(0, 70);
/** Names people give their JMD and themselves. */
const officeName = 'JMD <img src=x onerror=window.lotseWasHere=1> \u202edraaT';
const displayName = 'Petra <b>Amsel</b> \u202eeniL "><svg onload=window.lotseWasHere=1>';
const colleague = `<script>window.lotseWasHere=1</script> \u2067${'Wanderfalke'.repeat(7)}`;
const twice = ['<img src=x onerror=window.lotseWasHere=2>', '\u202e<b>zweite Angabe</b>'] as const;
const goal = '<img src=x onerror=window.lotseWasHere=1> \u202eletzter';

async function give(view: CaseView, field: string, value: string, entry: EntryId | null = null): Promise<CaseView> {
  return client.cases.answer({ caseId: view.row.id, entry, field, value, base: [...(view.answers[entry ?? '']?.[field]?.base ?? [])] });
}

async function newCase(): Promise<CaseView> {
  let view = await client.cases.create();
  view = await give(view, 'consent.data_processing_status', 'granted');
  view = await give(view, 'consent.health_data', 'granted');
  return give(view, 'consent.data_processing_date', '2026-03-02');
}

/** One case with a string in every field and many with a hostile name. */
async function fill(): Promise<void> {
  let view = await newCase();
  caseId = view.row.id;
  const entries = new Map<string, EntryId>();
  for (const group of new Set(['goal', 'subgoal', 'action_step', ...currentCatalogue.fields.flatMap((field) => field.group ?? [])])) {
    // Closes the file to everybody, so nobody types it in.
    if (group === 'restriction') continue;
    if (group === 'request') {
      // It comes in by its act; only its words are typed beside.
      entries.set(group, (await client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: IsoDay.parse(storyDay), identity: 'known' })).entry);
      view = await client.cases.open({ caseId });
      continue;
    }
    const parent = currentCatalogue.group(group)?.parents?.map((one) => entries.get(one)).find((one) => one !== undefined) ?? null;
    // A disclosure is entered with its legal basis or not at all.
    const basis = { 'disclosure.basis': 'court_order', 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Gericht' };
    const added = await (group === 'disclosure'
      ? client.cases.enter({ caseId, group, parent, answers: basis, texts: { 'disclosure.content': 'Fehlzeiten' } })
      : client.cases.addEntry({ caseId, group, parent }));
    entries.set(group, added.entry);
    view = added.view;
  }
  const markup = hostile['markup'] ?? [];
  for (const [i, field] of currentCatalogue.fields.entries()) {
    if (field.group === 'restriction') continue;
    const entry = field.group === undefined ? null : (entries.get(field.group) ?? null);
    const text = markup[i % markup.length] ?? '';
    if (field.type === 'longtext') {
      view = await client.cases.editText({ caseId, entry, field: field.id, text: field.id === 'goal.description' ? goal : hostileStrings.join('\n'), base: [] });
    } else if (field.type === 'text' && checkAnswer(currentCatalogue, field, text, IsoDay.parse(storyDay)).ok) view = await give(view, field.id, text, entry);
  }
  for (const value of twice) await client.cases.answer({ caseId, entry: null, field: 'person.first_name', value, base: [] });
  for (const name of surnames) {
    const checked = await newCase();
    await give(checked, 'person.last_name', name).catch(() => give(checked, 'person.last_name', name.slice(0, 40)));
  }
}

beforeAll(async () => {
  browser = await openBrowser();
  window = await openOffice(browser);
  ({ page } = window);
  client = window.core.client;
  const { origin } = new URL(page.url());
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && host !== new URL(origin).host) outside.push(request.url());
  });
  page.on('dialog', (box) => {
    boxes.push(box.message());
    void box.dismiss();
  });
  const { login, password } = at.counsellor;
  const { recoveryCode } = await client.session.initialise({
    officeId: OfficeId.parse(at.counsellor.officeId),
    officeName,
    carrierGroup: 'bag_ejsa',
    land: '03',
    privacyLaw: 'gdpr',
    login,
    displayName,
    password,
    training: true,
  });
  await client.session.confirmRecovery({ code: recoveryCode });
  await client.access.add({ login: 'falke', displayName: colleague, role: 'caseworker', password: 'Zehn Schwalben im Mai' });
  // A window that begins anew, because nobody sets this office up by hand.
  await window.openAgain();
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => { console.error(`CSP ${event.violatedDirective}`); });
  });
  await page.getByLabel('Anmeldename').fill(login);
  await at.unlock(page);
  await page.getByRole('heading', { level: 1, name: /Guten Tag/ }).waitFor();
  await fill();
}, 600_000);

afterAll(async () => {
  await window?.close();
  await browser?.close();
  await rm(window?.dir ?? '', { recursive: true, force: true });
});

/** For whoever changes a view and wants to look: `LOTSE_HOSTILE_SCREENS=DIR`. */
const screens = process.env['LOTSE_HOSTILE_SCREENS'];
async function picture(name: string, of: Page = page): Promise<void> {
  if (screens === undefined) return;
  await mkdir(screens, { recursive: true });
  await of.screenshot({ path: join(screens, `${name}.png`) });
}

/** What must hold on every screen; a PDF is shown in a frame. */
async function inert(of: Page = page, complaints: readonly string[] = window.complaints): Promise<void> {
  const seen = await of.evaluate((name) => {
    const own = 'svg';
    return {
      ran: name in globalThis,
      injected: [...document.querySelectorAll('body img, body script:not([type=module]), iframe:not([src^="blob:"]), object, embed, video, audio, marquee, math, body style, body link, body base, body meta, body form[action]')]
        .map((element) => element.outerHTML.slice(0, 80)),
      listeners: [...document.querySelectorAll('*')].filter((element) => [...element.attributes].some(({ name: attribute }) => attribute.startsWith('on'))).length,
      links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '').filter((href) => !href.startsWith('#')),
      scripted: [...document.querySelectorAll(`${own} script, ${own} animate, ${own} foreignObject`)].length,
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      title: document.title,
    };
  }, marker);
  expect(seen).toEqual({ ran: false, injected: [], listeners: 0, links: [], scripted: 0, wider: 0, title: seen.title });
  expect(seen.title).not.toMatch(/[<\u202e]/);
  expect({ outside, boxes, complaints }).toEqual({ outside: [], boxes: [], complaints: [] });
}

async function goTo(hash: string): Promise<void> {
  await page.evaluate((to) => { location.hash = to; }, hash);
}

describe('a case file full of hostile strings', () => {
  test('start page and list show them as text, in a layout that holds', async () => {
    await goTo('#/start');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await inert();
    await goTo('#/faelle');
    await page.getByRole('heading', { name: /Fälle/ }).first().waitFor();
    await page.getByText('<b>fett</b>').first().waitFor();
    await inert();
  });

  test('who works here and where stands in the frame as it was typed', async () => {
    await goTo('#/start');
    await page.getByText(cleanLine(officeName)).first().waitFor();
    await page.getByRole('heading', { level: 1 }).getByText('<b>Amsel</b>', { exact: false }).waitFor();
    await inert();
    await picture('start');
    await goTo('#/faelle');
    await page.getByText('<b>fett</b>').first().waitFor();
    await picture('list');
  });

  test('a direction mark in a name turns nothing beside it around', async () => {
    const turned = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].filter((element) => {
        const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
        const marks = text.some((node) => /[\u202a-\u202e\u2066-\u2069]/.test(node.textContent ?? ''));
        const { unicodeBidi, display } = getComputedStyle(element);
        return marks && display.startsWith('inline') && !['isolate', 'isolate-override', 'plaintext'].includes(unicodeBidi);
      }).map((element) => element.tagName),
    );
    expect(turned).toEqual([]);
  });

  test('every section of the case file', async () => {
    await goTo(`#/faelle/${caseId}`);
    await at.form(page).waitFor();
    await inert();
    for (const section of currentCatalogue.sections) {
      await at.openSection(page, section.id);
      await inert();
    }
  }, 300_000);

  test('the plan and its goals', async () => {
    await at.openSection(page, '4');
    await page.getByText('onerror=window.lotseWasHere=1').first().waitFor();
    await inert();
  });

  test('the history of a name', async () => {
    await at.openSection(page, '2.1');
    await page.getByRole('button', { name: /Nachname/ }).first().click();
    await page.getByRole('menuitem', { name: /Verlauf|geändert|Wer/ }).first().click();
    await page.getByRole('dialog').waitFor();
    await inert();
    await page.keyboard.press('Escape');
  });

  test('two answers that wait for a decision', async () => {
    await at.openSection(page, '2.1');
    await page.getByText('Zwei Angaben:').first().waitFor();
    for (const value of twice) await page.getByText(cleanLine(value).replace('\u202e', ''), { exact: false }).first().waitFor();
    // The date behind the name would read backwards.
    await at.form(page).locator('bdi', { hasText: '<b>Amsel</b>' }).first().waitFor();
    await page.getByRole('banner').locator('bdi', { hasText: '<b>Amsel</b>' }).waitFor();
    await inert();
    await picture('two-answers');
  });

  test('the plan in the print dialog, with its version', async () => {
    await at.makePlan(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Vereinbarung – Vorschau' }).waitFor({ timeout: 60_000 });
    await inert();
    await window.fileSavedBy(() => dialog.getByRole('button', { name: 'PDF speichern' }).click());
    await dialog.getByRole('heading', { name: 'Vereinbarung – Fassung 1' }).waitFor();
    await picture('print');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Fassungen des Plans' }).click();
    await dialog.getByText('<b>Amsel</b>', { exact: false }).first().waitFor();
    await dialog.getByRole('region', { name: 'Was ist anders?' }).getByText('Dazwischen ist alles gleich.').waitFor();
    await inert();
    await dialog.getByRole('button', { name: 'Schließen' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('what is typed into the search, and what it finds', async () => {
    const search = page.getByRole('search').getByRole('combobox');
    for (const [i, text] of hostileStrings.entries()) {
      await search.fill(text.slice(0, 200));
      if (i % 5 === 0) await inert();
    }
    await inert();
    await search.fill('lotseWasHere');
    await page.getByRole('search').getByRole('option').first().waitFor();
    await inert();
    await picture('search');
    await search.fill('');
  }, 300_000);

  test('administration and monitoring', async () => {
    for (const part of ['', 'passwort', 'zugaenge', 'notfallblatt', 'sicherungen', 'sperren', 'pruefung']) {
      await goTo(`#/verwaltung${part === '' ? '' : `/${part}`}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (part === 'zugaenge') await page.getByText('<script>window.lotseWasHere=1</script>', { exact: false }).first().waitFor();
      await inert();
      if (part === 'zugaenge') await picture('accounts');
    }
    await goTo('#/monitoring');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await inert();
  });

  test('what the closed window says of whom it belongs to', async () => {
    await client.session.lock();
    await window.openAgain();
    await page.getByRole('button', { name: 'Entsperren' }).waitFor();
    await inert();
    await picture('locked');
  });
});

describe('the page of the central server', () => {
  test('names JMDs as they call themselves, and nothing of it acts', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'lotse-e2e-centre-'));
    const collector = await startCollector({
      dataDir,
      databaseUrl: null,
      training: true,
      port: 0,
      host: '127.0.0.1',
      clock: () => storyTime,
      today: IsoDay.parse(storyDay),
      pageFolder: builtWindows().centre,
    });
    const context = await newWindow(browser);
    try {
      await client.session.unlock({ login: at.counsellor.login, password: at.counsellor.password });
      const office = OfficeId.parse(at.counsellor.officeId);
      const operator = connectOperator(dataDir);
      const { code } = await operator.createEnrolmentCode({ office, officeName, carrierGroup: 'bag_ejsa', land: '03' });
      await client.monitoring.connect({ url: collector.url, code });
      await operator.approveEnrolment(office);
      const centre = await context.newPage();
      const complaints = complaintsOf(centre);
      await centre.clock.setFixedTime(storyTime);
      await centre.goto(collector.url);
      await centre.getByLabel('Zugangswort').fill(collector.operatorToken);
      await centre.getByRole('button', { name: 'Öffnen' }).click();
      await centre.getByText('onerror=window.lotseWasHere=1', { exact: false }).first().waitFor();
      await inert(centre, complaints);
      await picture('centre', centre);
      await centre.getByRole('link', { name: 'Auswertung' }).or(centre.getByRole('button', { name: 'Auswertung' })).click();
      await centre.getByRole('heading').first().waitFor();
      await inert(centre, complaints);
    } finally {
      await context.close();
      await collector.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 180_000);
});
