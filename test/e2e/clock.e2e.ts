/**
 * Story 13 at the window: an end by mistake, the days that follow from it, what holds Lotse back, the run of many, and what is left of a file that is
 * gone. Day by day, by keyboard; variant c, where nothing contradicted, is what becomes of the others here.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import { press, tabTo } from '../support/by-keyboard.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { readPdf } from '../support/pdf.ts';
import { barriers, leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

const password = 'Zwei Reiher am Deich';
const petra: at.Account = { login: at.counsellor.login, password: at.counsellor.password };
const [jonas, selin] = ['brandt', 'yildiz'].map((login) => ({ login, password })) as [at.Account, at.Account];
const visit = { 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' } as const;
/** Ended on the same day as hers: together far more than a handful. How a run is stopped is told in test/renderer/office/clock.test.ts. */
const many = 30;

let omarA: RecordId;
let omarAli: RecordId;

const answer = (field: string, value: string) => ({ entry: null, field, value, base: [] });

/** A file of a Beratung since the beginning of March, by way of the core, of whoever has unlocked it. */
async function file(first: string, last: string): Promise<RecordId> {
  const { cases } = office.core.client;
  const { row } = await cases.create();
  await cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', '2026-03-02')] });
  const answers = [
    answer('person.first_name', first),
    answer('person.last_name', last),
    answer('case.support_form', 'counselling'),
    answer('case.counselling_start', '2026-03-02'),
  ];
  await cases.answerAll({ caseId: row.id, answers });
  return row.id;
}

const lock = (): Promise<void> => at.lock(office);
const unlock = (who: at.Account): Promise<void> => at.unlockAs(page, who);

async function toStart(): Promise<void> {
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
}

/** Lotse does by itself what it does after an unlock; nothing is due any more that it would do alone. */
async function clockRested(): Promise<void> {
  await vi.waitUntil(async () => {
    const { dueNow, asksHead, lastRun } = await office.core.client.clock.overview({ limit: 1 });
    return (dueNow === 0 || asksHead) && lastRun?.state !== 'running';
  }, { timeout: 60_000 });
}

/** Another day, on which the backup is made as on every day; the clock of this PC went along. */
async function itIs(day: string, who: at.Account): Promise<void> {
  await lock();
  const moment = new Date(`${day}T09:10:00+02:00`);
  await office.setNow(moment);
  const { session, safety } = office.core.client;
  await session.unlock(petra);
  await safety.backupNow();
  await clockRested();
  await session.lock();
  await page.clock.setFixedTime(moment);
  await unlock(who);
  await clockRested();
  await toStart();
}

/** Another person sits down at this PC. */
async function sitDown(who: at.Account): Promise<void> {
  await lock();
  await unlock(who);
  await toStart();
}

async function toClock(): Promise<void> {
  await page.keyboard.press('Alt+6');
  await page.getByRole('heading', { level: 1, name: 'Fristen' }).waitFor();
}

async function openFile(caseId: RecordId, name: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const group = (name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name} \\(`) });
const band = (): Locator => page.getByRole('region', { name: 'Fristen' });

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser, { today: null });
  page = office.page;
  await at.setUpOffice(page);
  const { client } = office.core;
  await client.access.add({ ...jonas, displayName: 'Jonas Brandt', role: 'caseworker' });
  await client.access.add({ ...selin, displayName: 'Selin Yıldız', role: 'caseworker' });
  await lock();
  await client.session.unlock(selin);
  omarA = await file('Omar', 'A.');
  omarAli = await file('Omar', 'Ali');
  const others = [await file('Farida', 'Nasiri'), await file('Dilan', 'Kaya')];
  await client.session.lock();
  await office.setNow(new Date('2026-03-12T09:10:00+01:00'));
  await client.session.unlock(selin);
  const ended = IsoDay.parse('2026-03-12');
  for (const caseId of [omarA, ...others]) await client.cases.end({ caseId, day: ended, reason: 'relocation' });
  for (let count = 1; count <= many; count += 1) {
    await client.cases.end({ caseId: await file('Nadja', `Muster ${String(count)}`), day: ended, reason: 'relocation' });
  }
  await client.session.lock();
  await page.clock.setFixedTime(new Date('2026-03-12T09:20:00+01:00'));
  await unlock(selin);
  await toStart();
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

describe('12 March: Selin ends the wrong file', () => {
  test('the file says until when a copy is offered, when it is anonymised and at the latest', async () => {
    await openFile(omarA, 'A., Omar');
    await page.getByRole('note', { name: 'Nach dem Ende' }).getByText('Beendet. Am 12.05.2026 wird die Akte anonymisiert, spätestens am 12.06.2026: Bitte vorher eine Kopie anbieten.').waitFor();
    expect.soft(await leaveScreen(page, '88-nach-dem-ende')).toEqual([]);
  });

  test('every day of it stands in words with its source, and the letter that offers a copy, by keyboard', async () => {
    await press(page, page.getByRole('note', { name: 'Nach dem Ende' }).getByRole('button', { name: 'Fristen dieser Akte' }));
    const ask = dialog('Fristen dieser Akte');
    await ask.getByText(/Quelle: .*Rahmenkonzept/).first().waitFor();
    expect.soft(await leaveScreen(page, '88-fristen-der-akte')).toEqual([]);
    await press(page, ask.getByText('Ihre Akte und eine Kopie davon', { exact: true }));
    expect(await ask.getByLabel('Text: Ihre Akte und eine Kopie davon').inputValue()).toContain('Guten Tag Omar A.,');
  });

  test('as a paper it has the words of the file, no name in the name of the file, and says before what to heed: the address is secret', async () => {
    const ask = dialog('Fristen dieser Akte');
    await page.keyboard.press('Escape');
    await ask.waitFor({ state: 'detached' });
    await office.core.client.cases.answerAll({ caseId: omarA, answers: [{ entry: null, field: 'person.address_secret', value: true, base: [] }] });
    await toStart();
    await openFile(omarA, 'A., Omar');
    await press(page, page.getByRole('note', { name: 'Nach dem Ende' }).getByRole('button', { name: 'Fristen dieser Akte' }));
    await press(page, ask.getByText('Ihre Akte und eine Kopie davon', { exact: true }));
    await press(page, ask.getByRole('button', { name: /^Als Brief …/ }));
    await ask.waitFor({ state: 'detached' });
    const letter = dialog('Brief: eine Kopie vor dem Löschen');
    await letter.getByText('Die Anschrift ist geheim', { exact: false }).waitFor();
    const save = letter.getByRole('button', { name: 'PDF speichern' });
    await save.waitFor();
    expect.soft(await barriers(page)).toEqual([]);
    const { name, bytes } = await office.fileSavedBy(() => press(page, save, 'Shift+Tab'));
    expect(name).toMatch(/^Brief-Kopie-NI-0417-2026-\d+\.pdf$/);
    const text = (await readPdf(bytes)).text.replaceAll(/\s+/g, ' ');
    for (const words of ['Ihre Akte und eine Kopie davon', 'Guten Tag Omar A.,', 'bis zum 11.05.2026 Bescheid', 'Viele Grüße JMD Nordheide']) expect(text).toContain(words);
    await page.keyboard.press('Escape');
    await letter.waitFor({ state: 'detached' });
  });
});

describe('nobody looks', () => {
  test('27 March: Jonas meets Omar, and writes it down', async () => {
    await itIs('2026-03-27', jonas);
    await office.core.client.contacts.log({ caseIds: [omarA], answers: { 'contact.date': IsoDay.parse('2026-03-27'), ...visit }, note: '' });
  });

  test('four weeks before, the start page of the head says how many, and that one contradicts itself', async () => {
    await itIs('2026-04-14', petra);
    await band().getByText(`In 4 Wochen anonymisiert: ${String(3 + many)} Akten – davon 1 mit Termin oder Aktivität nach dem Ende.`).waitFor();
    expect.soft(await leaveScreen(page, '88-start-vier-wochen')).toEqual([]);
    await press(page, band().getByRole('link', { name: 'Fristen ansehen' }));
    await group('Vorschau 30 Tage').getByText('Aktivität nach dem Ende, zuletzt am 27.03.2026', { exact: false }).waitFor();
  });

  test('one week before, it is said to a Fachkraft too', async () => {
    await itIs('2026-05-05', jonas);
    await band().getByText('In 1 Woche anonymisiert:', { exact: false }).waitFor();
  });
});

describe('12 May: more than a handful', () => {
  test('Lotse does nothing by itself; a Fachkraft reads that the head starts the run', async () => {
    await itIs('2026-05-12', jonas);
    await band().getByText(`Heute stehen ${String(2 + many)} Akten an: Die Leitung sieht sie durch und startet den Lauf.`).waitFor();
    await toClock();
    const button = page.getByRole('button', { name: `Jetzt ausführen (${String(2 + many)} Akten)` });
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await button.getAttribute('title')).toBe('So viele Akten auf einmal sieht die Leitung durch und startet den Lauf.');
  });

  test('the head sees what is due, what is held and why, at both sizes and at 200 %', async () => {
    await sitDown(petra);
    await toClock();
    const held = group('Aufgehalten').getByRole('listitem').filter({ hasText: 'A., Omar' }).first();
    await held.getByText('Aktivität nach dem Ende, zuletzt am 27.03.2026: Bitte entscheiden', { exact: false }).waitFor();
    await held.getByText('spätestens 12.06.2026').first().waitFor();
    expect(await held.getByRole('link').allInnerTexts()).toEqual(['A., Omar', expect.stringContaining('Wiederaufnehmen'), expect.stringContaining('Kontakte ansehen')]);
    expect.soft(await leaveScreen(page, '88-fristen', true)).toEqual([]);
    await page.setViewportSize({ width: 683, height: 384 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test('the number is confirmed before anything happens', async () => {
    await press(page, page.getByRole('button', { name: /^Jetzt ausführen/ }), 'Shift+Tab');
    const ask = dialog('Fristen jetzt ausführen?');
    await ask.getByText(`${String(2 + many)} Akten: ${String(2 + many)} anonymisieren.`).waitFor();
    expect.soft(await leaveScreen(page, '88-lauf-bestaetigen', true)).toEqual([]);
    await press(page, ask.getByRole('button', { name: 'Ausführen' }));
    await ask.getByText('Bitte bestätigen Sie die Zahl.').waitFor();
    expect((await office.core.client.clock.overview({ limit: 1 })).dueNow).toBe(2 + many);
  });

  test('confirmed, the run does what it said and tells it; the held one is not touched', async () => {
    const ask = dialog('Fristen jetzt ausführen?');
    await tabTo(page, ask.getByRole('checkbox'), 'Shift+Tab');
    await page.keyboard.press('Space');
    await press(page, ask.getByRole('button', { name: 'Ausführen' }));
    await ask.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText(`Letzter Lauf am 12.05.2026: ${String(2 + many)} Akten anonymisiert.`).waitFor({ timeout: 120_000 });
    expect((await office.core.client.clock.overview({ limit: 1 })).dueNow).toBe(0);
    await group('Aufgehalten').getByRole('link', { name: 'A., Omar', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Jetzt ausführen/ }).count()).toBe(0);
  });

  test('variant b: the next day the start page still says it, with the latest day', async () => {
    await itIs('2026-05-13', petra);
    await band().getByText('1 Akte aufgehalten: bitte entscheiden, spätestens am 12.06.2026.').waitFor();
    expect.soft(await leaveScreen(page, '88-start-aufgehalten')).toEqual([]);
  });

  test('variant a: from there it is one way to the file, and one act to take it up again', async () => {
    await toClock();
    await press(page, group('Aufgehalten').getByRole('link', { name: /^Wiederaufnehmen/ }));
    await page.getByRole('heading', { level: 1, name: 'A., Omar' }).waitFor();
    const ask = dialog('Begleitung wiederaufnehmen');
    await press(page, ask.getByRole('button', { name: 'Wiederaufnehmen' }));
    await ask.waitFor({ state: 'detached' });
    await page.getByRole('note', { name: 'Nach dem Ende' }).waitFor({ state: 'detached' });
    await toClock();
    await page.getByText('In den nächsten 30 Tagen steht nichts an.').waitFor();
    await toStart();
    expect(await band().count()).toBe(0);
  });
});

describe('what is left', () => {
  test('the Löschprotokoll has a line for each, without a name', async () => {
    await page.keyboard.press('Alt+8');
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'Löschprotokoll' }));
    const lines = page.getByRole('region', { name: 'Löschprotokoll' }).last().getByRole('row');
    await expect.poll(() => lines.count()).toBe(2 + many + 1);
    expect(await lines.nth(1).innerText()).toContain('Frist');
    expect(await page.locator('main').innerText()).not.toMatch(/Nasiri|Kaya|Muster/);
    expect.soft(await leaveScreen(page, '89-loeschprotokoll', true)).toEqual([]);
  });

  test('the months are set by the head, with what they are for', async () => {
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'Fristen' }).last(), 'Shift+Tab');
    const months = page.getByLabel('Vom Ende bis zur Anonymisierung');
    await months.waitFor();
    expect.soft(await leaveScreen(page, '89-fristen-einstellen')).toEqual([]);
    await tabTo(page, months);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.getByText('Anonymisiert wird zwei Wochen, bevor drei Monate nach der Beendigung um sind', { exact: false }).waitFor();
  });
});

describe('a file made in error', () => {
  test('is proposed with what goes and what stays; nobody deletes it alone', async () => {
    await openFile(omarAli, 'Ali, Omar');
    await press(page, page.getByRole('button', { name: 'Mehr', exact: true }));
    await page.getByRole('menuitem', { name: 'Akte löschen …' }).click();
    const ask = dialog('Akte löschen');
    await ask.getByRole('radio', { name: 'Die Akte ist doppelt angelegt' }).check();
    await ask.getByText('Nichts, auch keine Zählung', { exact: false }).waitFor();
    expect.soft(await leaveScreen(page, '89-akte-loeschen')).toEqual([]);
    await tabTo(page, ask.getByRole('checkbox', { name: 'Ich habe gelesen, was geht und was bleibt.' }));
    await page.keyboard.press('Space');
    await press(page, ask.getByRole('button', { name: 'Zum Löschen vorschlagen' }));
    await ask.waitFor({ state: 'detached' });
    await toClock();
    await page.getByRole('region', { name: 'Vorgeschlagen zum Löschen' }).getByText('Das bestätigt jemand anderes; sonst können Sie es ab dem 20.05.2026 selbst.').waitFor();
    expect.soft(await leaveScreen(page, '89-vorgeschlagen')).toEqual([]);
  });

  test('a second person confirms, and it is gone', async () => {
    await sitDown(selin);
    await band().getByText('1 Vorschlag zum Löschen, noch nicht bestätigt.').waitFor();
    await toClock();
    await press(page, page.getByRole('button', { name: /^Löschen …/ }));
    const ask = dialog('Akte „Ali, Omar“ endgültig löschen?');
    await press(page, ask.getByRole('button', { name: 'Endgültig löschen' }));
    await page.getByText('Die Akte ist gelöscht.', { exact: false }).waitFor();
    await ask.waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).not.toContain('Ali');
  });

  test('on her own wish it goes at once', async () => {
    const caseId = await file('Mina', 'Sand');
    const { rights } = office.core.client;
    const { today } = await office.core.client.clock.overview({ limit: 1 });
    const { entry } = await rights.enter({ caseId, kind: 'erasure', by: 'young_person', receivedOn: today, identity: 'known' });
    await rights.decide({ caseId, entry, decision: 'granted', ground: null, reason: '', insight: null, secretCounselling: null, day: today });
    await openFile(caseId, 'Sand, Mina');
    await press(page, page.getByRole('button', { name: 'Mehr', exact: true }));
    await page.getByRole('menuitem', { name: 'Akte löschen …' }).click();
    const ask = dialog('Akte löschen');
    await ask.getByRole('radio', { name: 'Der junge Mensch wünscht es' }).check();
    await ask.getByText('Eine Zahl:', { exact: false }).waitFor();
    await tabTo(page, ask.getByRole('checkbox'));
    await page.keyboard.press('Space');
    await press(page, ask.getByRole('button', { name: 'Endgültig löschen' }));
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
    expect((await office.core.client.clock.protocol({ limit: 1 }))[0]?.reason).toBe('wish');
  });
});

describe('after weeks with the office closed', () => {
  test('the day is not believed until the head says so', async () => {
    await lock();
    const moment = new Date('2026-07-20T09:10:00+02:00');
    await office.setNow(moment);
    await page.clock.setFixedTime(moment);
    await unlock(petra);
    await toClock();
    await page.getByText('Stimmt das Datum dieses PCs?').waitFor();
    expect.soft(await leaveScreen(page, '89-tag-bestaetigen')).toEqual([]);
    await press(page, page.getByRole('button', { name: 'Ja, heute ist der 20.07.2026' }));
    await page.getByText('Stimmt das Datum dieses PCs?').waitFor({ state: 'detached' });
  });

  test('nothing on the way was an error of the window', () => {
    expect(office.complaints).toEqual([]);
  });
});
