/** A file whose history is destroyed and whose day has come: the page „Fristen“ names it, says what to try first, and lets the head have it forgotten. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import { press, tabTo } from '../support/by-keyboard.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { barriers, leaveScreen } from '../support/screens.ts';
import { skippedHere } from '../support/shells.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let spoilt: RecordId;

const petra: at.Account = { login: at.counsellor.login, password: at.counsellor.password };
const jonas: at.Account = { login: 'brandt', password: 'Zwei Reiher am Deich' };
const answer = (field: string, value: string) => ({ entry: null, field, value, base: [] });
const group = (): Locator => page.getByRole('region', { name: /^Nicht lesbar/ });
const dialog = (): Locator => page.getByRole('dialog', { name: 'Akte „Kaya, Dilan“ ungelesen anonymisieren?' });

async function endedFile(first: string, last: string): Promise<RecordId> {
  const { cases } = office.core.client;
  const { row } = await cases.create();
  await cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', '2026-03-02')] });
  const answers = [answer('person.first_name', first), answer('person.last_name', last), answer('case.support_form', 'counselling'), answer('case.counselling_start', '2026-03-02')];
  await cases.answerAll({ caseId: row.id, answers });
  await cases.end({ caseId: row.id, day: IsoDay.parse('2026-03-02'), reason: 'relocation' });
  return row.id;
}

/** As a disk that lies: what was written is there and means nothing. */
function spoil(record: RecordId): void {
  const { open } = office.served.core.context.session;
  if (open === null) throw new Error('locked');
  const { cases } = insideOf(open.store).databases;
  cases?.prepare('UPDATE intents SET sealed = zeroblob(length(sealed)) WHERE position = (SELECT max(position) FROM intents WHERE record = ?)').run(record);
  cases?.prepare('DELETE FROM record_states WHERE record = ?').run(record);
}

async function toClock(): Promise<void> {
  await page.keyboard.press('Alt+6');
  await page.getByRole('heading', { level: 1, name: 'Fristen' }).waitFor();
}

describe.skipIf(skippedHere('a file that cannot be read any more', ['browser'], 'the store is spoilt from inside the core, which runs in the process of the test there alone'))('a file that cannot be read any more', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    office = await openOffice(browser, { today: null });
    page = office.page;
    await at.setUpOffice(page);
    const { client } = office.core;
    await client.access.add({ ...jonas, displayName: 'Jonas Brandt', role: 'caseworker' });
    spoilt = await endedFile('Dilan', 'Kaya');
    spoil(spoilt);
    await at.lock(office);
    const moment = new Date('2026-05-04T09:10:00+02:00');
    await office.setNow(moment);
    await client.session.unlock(petra);
    await client.clock.trustDay({ day: IsoDay.parse('2026-05-04') });
    await client.session.lock();
    await page.clock.setFixedTime(moment);
  });

  afterAll(async () => {
    await office?.close();
    await browser?.close();
  });

  test('is counted on the start page, and the way leads to where it is named; a Fachkraft reads that the head decides', async () => {
    await at.unlockAs(page, jonas);
    const band = page.getByRole('region', { name: 'Fristen' });
    await band.getByText('1 Akte fällig und nicht lesbar: bitte aus einer Sicherung zurückholen; geht das nicht, sieht die Leitung unter „Fristen“, ab wann sie anonymisieren kann.').waitFor();
    await press(page, band.getByRole('link', { name: 'Fristen ansehen' }));
    await group().getByText('Kaya, Dilan').waitFor();
    await group().getByText('Die Leitung entscheidet: zurückholen oder anonymisieren.', { exact: false }).waitFor();
    expect(await group().getByRole('button').count()).toBe(0);
    expect(await group().getByRole('link', { name: 'Sicherungen ansehen' }).getAttribute('href')).toBe('#/verwaltung/sicherungen');
  });

  test('the head is asked whether it was tried to bring it back, in a dialog that works by keyboard', async () => {
    await at.lock(office);
    await at.unlockAs(page, petra);
    await toClock();
    expect(await leaveScreen(page, '89-nicht-lesbar')).toEqual([]);
    await press(page, group().getByRole('button', { name: 'Anonymisieren … Kaya, Dilan' }));
    await dialog().getByText('Danach bringt auch eine Sicherung die Akte nicht mehr zurück.').waitFor();
    await press(page, dialog().getByRole('button', { name: 'Endgültig anonymisieren' }));
    await dialog().getByText('Bitte bestätigen.').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect((await office.core.client.clock.protocol({ limit: 1 })).length).toBe(0);
  });

  test('confirmed it is gone, and the Löschprotokoll has its line', async () => {
    await tabTo(page, dialog().getByRole('checkbox'), 'Shift+Tab');
    await page.keyboard.press('Space');
    await press(page, dialog().getByRole('button', { name: 'Endgültig anonymisieren' }));
    await page.getByText('Die Akte ist anonymisiert. Im Löschprotokoll ist es Nummer 1.').waitFor();
    await dialog().waitFor({ state: 'detached' });
    await group().waitFor({ state: 'detached' });
    const [line] = await office.core.client.clock.protocol({ limit: 1 });
    expect([line?.reason, line?.doneAt !== null]).toEqual(['retention', true]);
    expect((await office.core.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total).toBe(0);
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor();
    expect(await page.getByText('nicht lesbar', { exact: false }).count()).toBe(0);
    expect(office.complaints).toEqual([]);
  });
});
