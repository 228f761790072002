/**
 * The life of a file, as somebody walks it who has the program for the first time and no mouse: open hour, Vormerkung, consent, screening,
 * contacts, plan, conference, review, end, evaluation, Wiederaufnahme. Months pass; the days are those of the story.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { openBrowser } from '../support/browser.ts';
import { choose, find, fromMenu, pick, press, tabTo, tick, write } from '../support/by-keyboard.ts';
import { counsellor, form, saved, setUpOffice } from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';
import { leaveScreen } from '../support/screens.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;
let caseId: RecordId;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser, { today: null });
  page = office.page;
  await setUpOffice(page);
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const field = (label: string, within: Locator = form(page)): Locator => within.getByLabel(label, { exact: true });
const group = (label: string, within: Locator = form(page)): Locator => within.getByRole('group', { name: label, exact: true });

/** What the core holds now. */
function stored(): Promise<CaseView> {
  return office.core.client.cases.open({ caseId });
}

/** What a field of the file says, as the core has it. */
function said(view: CaseView, id: string, entry = ''): unknown {
  return view.answers[entry]?.[id]?.heads[0]?.value ?? null;
}

/** What each entry of a group says in a field, the oldest first. */
function saidByEach(view: CaseView, groupId: string, id: string): readonly unknown[] {
  return view.entries.filter((entry) => entry.group === groupId).map((entry) => said(view, id, entry.id));
}

/** Whoever comes back on another day begins with the password. */
async function comeBackOn(moment: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Entsperren' }).waitFor();
  await office.setNow(new Date(moment));
  // Meanwhile others worked here: the backup of the day is made.
  const { session, safety } = office.core.client;
  await expect.poll(async () => (await session.status()).phase).toBe('locked');
  await session.unlock({ login: counsellor.login, password: counsellor.password });
  await safety.backupNow();
  await session.lock();
  await page.clock.setFixedTime(new Date(moment));
  await tabTo(page, page.getByLabel('Passwort', { exact: true }));
  await page.keyboard.type(counsellor.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Entsperren' }).waitFor({ state: 'detached' });
}

/** What Lotse suggests, confirmed by a person. */
async function accept(id: string): Promise<void> {
  await press(page, form(page).locator(`[data-field$="case-${id}"]`).getByRole('button', { name: /^Übernehmen/ }));
  await saved(page);
}

/** An act of the head of the file. */
async function act(label: string): Promise<void> {
  await fromMenu(page, page.getByRole('button', { name: 'Begleitung', exact: true }), page.getByRole('menuitem', { name: label }));
}

/** One walks from section to section; the heading has the focus then. */
async function turnTo(number: string, key: 'Alt+PageDown' | 'Alt+PageUp' = 'Alt+PageDown'): Promise<void> {
  const heading = form(page).getByRole('heading', { level: 2 });
  for (let turns = 0; turns < 30; turns += 1) {
    const before = await heading.first().innerText();
    if (before.startsWith(`${number} `)) return;
    await page.keyboard.press(key);
    await expect.poll(() => heading.first().innerText()).not.toBe(before);
  }
  throw new Error(`no section ${number} by ${key}`);
}

describe('the walk', () => {
  test('touches no mouse', () => {
    for (const file of ['e2e/case-life.e2e.ts', 'support/by-keyboard.ts']) {
      const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
      expect(source.match(/\.(click|dblclick|tap|hover|fill|focus|check|uncheck|setChecked|selectOption|dispatchEvent|dragTo|setInputFiles|mouse)\b/g)).toBe(null);
      expect(source.match(/(?<!keyboard)\.press\(/g)).toBe(null);
    }
  });
});

describe('Monday, the open hour', () => {
  test('three people come; what is not known stays open', async () => {
    await page.keyboard.press('Alt+3');
    const sheet = page.getByRole('region', { name: 'Kurzberatungen eintragen' });
    await tabTo(page, sheet.getByLabel('Geschlecht, Person 1', { exact: true }));
    for (const typed of [['1', '2', '1', '25'], ['2', '', '3', '10'], ['', '', '', '']]) {
      for (const [cell, text] of typed.entries()) {
        if (cell > 0) await page.keyboard.press('Tab');
        await page.keyboard.type(text);
      }
      await page.keyboard.press('Enter');
    }
    await sheet.getByRole('button', { name: '3 Kurzberatungen speichern' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('3 Kurzberatungen gespeichert.').waitFor();
    expect(await office.core.client.tally.summary({ year: 2026 })).toMatchObject({ count: 3, minutes: 35 });
    expect.soft(await leaveScreen(page, '60-sprechstunde')).toEqual([]);
  });

  test('one of them wants to come back: a Vormerkung of first name, phone and appointment', async () => {
    const noted = page.getByRole('region', { name: 'Vormerkungen' });
    await write(page, field('Vorname', noted), 'Mariam');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0176 5550142');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Mi 14 Uhr');
    await noted.getByText('Mi 04.03.2026, 14:00 Uhr').first().waitFor();
    await page.keyboard.press('Enter');
    await noted.getByText('wird am 30.03.2026 gelöscht').waitFor();
    expect(await office.core.client.preRegistrations.list()).toMatchObject([{ firstName: 'Mariam', deleteOn: '2026-03-30' }]);
    await tabTo(page, noted.getByRole('button', { name: /^Akte anlegen/ }));
    expect.soft(await leaveScreen(page, '61-vormerkung')).toEqual([]);
  });
});

describe('Wednesday, she is there', () => {
  test('the consent makes a file of the Vormerkung, and what was tallied moves along', async () => {
    await comeBackOn('2026-03-04T14:05:00+01:00');
    const noted = page.getByRole('region', { name: 'Vormerkungen' });
    await press(page, noted.getByRole('button', { name: /^Akte anlegen/ }));
    const ask = dialog('Akte für Mariam anlegen');
    await write(page, field('Fassung des Textes', ask), '2026-01');
    const before = ask.getByLabel('War schon in der Sprechstunde?');
    await choose(page, before, '02.03.2026: weiblich');
    expect.soft(await leaveScreen(page, '62-einwilligung')).toEqual([]);
    await press(page, ask.getByRole('button', { name: 'Einwilligung erfassen und Akte anlegen' }));
    await form(page).waitFor();
    caseId = (new URL(page.url()).hash.split('/').at(-1) ?? '') as RecordId;
    const view = await stored();
    expect(view.consentGiven).toBe(true);
    expect(said(view, 'consent.data_processing_date')).toBe('2026-03-04');
    expect(saidByEach(view, 'contact', 'contact.duration_min')).toEqual([25]);
    expect(await office.core.client.tally.summary({ year: 2026 })).toMatchObject({ count: 2, minutes: 10 });
    expect(await office.core.client.preRegistrations.list()).toEqual([]);
  });

  test('the screening stands in the first section, and the phases say what is still open', async () => {
    await pick(page, group('Die Begleitung des jungen Menschen erfolgt im Rahmen'), 'Beratung');
    await write(page, field('Datum Erstgespräch'), '04.03.2026');
    await write(page, field('Geburtsdatum'), '14.05.2007');
    await pick(page, group('Geschlecht'), 'weiblich');
    for (const topic of ['Beratungsbedarf', 'Alter', 'Sprachkenntnisse', 'Bereitschaft mitzumachen']) await tick(page, group('Im Screening besprochen').getByRole('checkbox', { name: topic }));
    await pick(page, group('Ergebnis Screening'), 'Case Management angezeigt');
    await saved(page);
    const view = await stored();
    expect(view.row).toMatchObject({ supportForm: 'counselling', age: 18, status: 'open' });
    expect(view.phases[0]?.needs.filter(({ text, met }) => met && text.endsWith('besprochen'))).toHaveLength(4);
    expect.soft(await leaveScreen(page, '63-screening')).toEqual([]);
  });

  test('four conditions and „Ich bin dabei!“: ready for Case Management, which only the plan makes it', async () => {
    for (const condition of ['längerfristiger Förderbedarf', 'kann über die eigene Lage nachdenken', 'will mitmachen', 'Einwilligung unterschrieben']) {
      await tick(page, group('Voraussetzungen CM erfüllt').getByRole('checkbox', { name: condition }));
    }
    await accept('counselling_start');
    await tabTo(page, field('Über das Case Management informiert am'), 'Shift+Tab');
    await write(page, field('Über das Case Management informiert am'), '04.03.2026');
    await pick(page, group('Zustimmung zum CM („Ich bin dabei!“)'), 'ja');
    await write(page, field('Zustimmung zum CM am'), '04.03.2026');
    await page.keyboard.press('Tab');
    await saved(page);
    const view = await stored();
    expect(said(view, 'consent.case_management_agreed')).toBe(true);
    expect(view.row.supportForm).toBe('counselling');
    expect(view.suggestions.map(({ field: id }) => id)).not.toContain('case.support_form');
    expect.soft(await leaveScreen(page, '64-ich-bin-dabei')).toEqual([]);
  });

  test('her name follows, now that it may be kept', async () => {
    await turnTo('2.1');
    await write(page, field('Nachname'), 'Rahimi');
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { level: 1, name: 'Rahimi, Mariam' }).waitFor();
    await saved(page);
    expect((await stored()).row.name).toBe('Rahimi, Mariam');
  });

  test('the talk is a contact: the note, and how long it was', async () => {
    await page.keyboard.press('Alt+k');
    const contact = dialog('Kontakt eintragen');
    await tabTo(page, contact.getByLabel('Notiz'));
    await page.keyboard.type('Will Mechatronikerin werden. Deutsch B1, sucht einen B2-Kurs.');
    await write(page, contact.getByLabel('Dauer'), '45');
    expect.soft(await leaveScreen(page, '65-kontakt')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kontakt gespeichert.').waitFor();
    const view = await stored();
    expect([...saidByEach(view, 'contact', 'contact.duration_min')].sort()).toEqual([25, 45]);
  });

  test('the appointment was kept; nothing stays overdue', async () => {
    await page.keyboard.press('Alt+4');
    await press(page, page.getByRole('button', { name: /^war da.*Mariam/ }));
    await page.getByText('war da', { exact: true }).first().waitFor();
    expect((await stored()).row.nextDate).toBe(null);
    expect.soft(await leaveScreen(page, '66-termin')).toEqual([]);
  });
});

describe('the plan', () => {
  const area = (name: string): Locator => form(page).getByRole('region', { name, exact: true });
  const agreement = (): Locator => form(page).locator('summary').filter({ hasText: 'Vereinbarung und Termine' });

  test('begins with one goal in her own words and a first step; a draft changes nothing', async () => {
    await comeBackOn('2026-03-18T10:00:00+01:00');
    await page.keyboard.press('Control+k');
    await find(page, page.getByRole('search').getByRole('combobox'), 'mariam', page.getByRole('option', { name: /Rahimi, Mariam/ }).first());
    await form(page).waitFor();
    await turnTo('4');
    await press(page, area('beruflich').getByRole('button', { name: /^Ziel hinzufügen/ }));
    await write(page, field('Ziel in eigenen Worten', area('beruflich')), 'Ich will Mechatronikerin werden.');
    await write(page, field('Ziel angestrebt bis', area('beruflich')), '01.09.2026');
    await press(page, area('beruflich').getByRole('button', { name: 'Arbeitsschritt hinzufügen' }));
    const step = area('beruflich').getByRole('article', { name: /^Arbeitsschritt:/ });
    await write(page, field('Arbeitsschritt', step), 'Mit der Berufsberatung sprechen');
    await choose(page, field('Wer macht es', step), 'junger');
    await write(page, field('Bis wann', step), '27.03.2026');
    await page.keyboard.press('Tab');
    await saved(page);
    expect.soft(await leaveScreen(page, '67-ziel-und-schritt')).toEqual([]);
    await press(page, agreement(), 'Shift+Tab');
    await choose(page, field('Stand des Plans'), 'Entwurf');
    await write(page, field('Plan erstellt am'), '18.03.2026');
    await page.keyboard.press('Tab');
    await saved(page);
    const view = await stored();
    expect(saidByEach(view, 'goal', 'goal.target_date')).toEqual(['2026-09-01']);
    expect(view.row.supportForm).toBe('counselling');
    expect(view.suggestions.map(({ field: id }) => id)).not.toContain('case.support_form');
  });

  test('agreed, it makes a Case Management of the Beratung: Lotse suggests it, a person says so', async () => {
    await tabTo(page, field('Stand des Plans'), 'Shift+Tab');
    await choose(page, field('Stand des Plans'), 'vereinbart');
    await pick(page, group('Vereinbarung ist'), 'unterschrieben');
    await write(page, field('Vereinbart am'), '18.03.2026');
    await page.keyboard.press('Tab');
    await saved(page);
    await tabTo(page, field('Stand des Plans'), 'Shift+Tab');
    expect.soft(await leaveScreen(page, '68-vereinbart')).toEqual([]);
    await write(page, field('Nächste Überprüfung'), '10.06.2026');
    await page.keyboard.press('Tab');
    await saved(page);
    expect((await stored()).suggestions).toContainEqual(expect.objectContaining({ field: 'case.support_form', value: 'case_management' }));
    expect((await stored()).row.supportForm).toBe('counselling');
    await press(page, page.getByRole('region', { name: 'Vorschläge' }).getByRole('button', { name: /Rahmen: Case Management$/ }));
    await form(page).getByRole('heading', { name: /^1\.1 / }).waitFor();
    await tabTo(page, form(page).locator('[data-field$="case-support_form"]').getByRole('button', { name: /^Übernehmen/ }));
    expect.soft(await leaveScreen(page, '69-vorschlag-case-management')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('header').getByText('Case Management', { exact: true }).waitFor();
    await saved(page);
    const view = await stored();
    expect(view.row.supportForm).toBe('case_management');
    expect(['case.counselling_start', 'case.counselling_end', 'case.cm_start'].map((id) => said(view, id))).toEqual(['2026-03-04', '2026-03-18', '2026-03-18']);
    expect(saidByEach(view, 'course_event', 'course_event.kind')).toContain('changed_to_cm');
    expect(view.suggestions).toEqual([]);
  });
});

describe('on the way', () => {
  test('a contact takes the note alone: everything else is as last time', async () => {
    await comeBackOn('2026-04-15T15:30:00+02:00');
    await page.keyboard.press('Alt+k');
    const contact = dialog('Kontakt eintragen');
    await expect.poll(() => contact.getByLabel('Dauer').inputValue()).toBe('45');
    await tabTo(page, contact.getByLabel('Notiz'));
    await page.keyboard.type('Bewerbung geschrieben. Platz im B2-Kurs ab Mai.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kontakt gespeichert.').waitFor();
    await turnTo('K');
    const course = page.getByRole('region', { name: 'Was war' });
    await course.getByText('Platz im B2-Kurs ab Mai.').waitFor();
    await course.getByText('25 Minuten').waitFor();
    expect(saidByEach(await stored(), 'contact', 'contact.date')).toEqual(expect.arrayContaining(['2026-03-02', '2026-03-04', '2026-04-15']));
    expect.soft(await leaveScreen(page, '70-kontakte')).toEqual([]);
  });

  test('a conference says who was there and what was agreed', async () => {
    await comeBackOn('2026-05-06T11:00:00+02:00');
    await turnTo('4', 'Alt+PageUp');
    await press(page, form(page).getByRole('button', { name: /^Eintrag hinzufügen.*Fallkonferenz/ }));
    await write(page, field('Fallkonferenz am'), '06.05.2026');
    await write(page, field('Wer dabei war'), 'Mariam, Frau Yildiz (Berufsberatung), Petra Amsel');
    await write(page, field('Ergebnis der Fallkonferenz'), 'Praktikum in den Sommerferien, dann Einstiegsqualifizierung.');
    await page.keyboard.press('Tab');
    await saved(page);
    expect(saidByEach(await stored(), 'case_conference', 'case_conference.date')).toEqual(['2026-05-06']);
    expect.soft(await leaveScreen(page, '71-fallkonferenz')).toEqual([]);
  });

  test('the plan is looked at together: the step is done, the next look is in autumn', async () => {
    await comeBackOn('2026-06-10T10:00:00+02:00');
    await tabTo(page, form(page).getByRole('checkbox', { name: 'erledigt: Mit der Berufsberatung sprechen' }), 'Shift+Tab');
    await page.keyboard.press('Space');
    await press(page, form(page).locator('summary').filter({ hasText: 'Vereinbarung und Termine' }), 'Shift+Tab');
    await write(page, field('Zuletzt gemeinsam überprüft am'), '10.06.2026');
    await write(page, field('Nächste Überprüfung'), '14.10.2026');
    await page.keyboard.press('Tab');
    await saved(page);
    const view = await stored();
    expect(['integration_plan.reviewed_on', 'integration_plan.next_review'].map((id) => said(view, id))).toEqual(['2026-06-10', '2026-10-14']);
    expect(saidByEach(view, 'action_step', 'action_step.status')).toEqual(['done']);
    expect(view.phases.find(({ state }) => state === 'current')?.phase).toBe(4);
    expect.soft(await leaveScreen(page, '72-ueberpruefung')).toEqual([]);
  });
});

describe('the end', () => {
  test('gaps are named and hold nothing up; without a reason Lotse asks for it', async () => {
    await comeBackOn('2026-08-31T16:00:00+02:00');
    await act('Begleitung beenden …');
    const ask = dialog('Begleitung beenden');
    await ask.getByText('Noch offen – hält nichts auf').waitFor();
    await page.keyboard.press('Enter');
    await ask.getByText('Bitte einen Grund wählen.').waitFor();
    await choose(page, ask.getByLabel('Grund', { exact: true }), 'Ziele');
    expect.soft(await leaveScreen(page, '73-beenden')).toEqual([]);
    await press(page, ask.getByRole('button', { name: 'Begleitung beenden' }));
    await form(page).getByRole('heading', { name: /^5 / }).waitFor();
    const view = await stored();
    expect(view.row.status).toBe('closed');
    expect(view.gaps.length).toBeGreaterThan(0);
    expect(said(view, 'case.cm_end')).toBe('2026-08-31');
    expect(said(view, 'evaluation.end_reason')).toBe('goals_reached');
  });

  test('the evaluation comes after it, as far as there is time', async () => {
    await pick(page, group('Gemeinsames Abschlussgespräch'), 'ja');
    await write(page, field('Abschlussgespräch am'), '31.08.2026');
    await pick(page, group('Zielerreichung gesamt'), 'teilweise erreicht');
    expect.soft(await leaveScreen(page, '74-auswertung')).toEqual([]);
    await find(page, form(page).getByRole('combobox', { name: 'Verbleib nach Beendigung' }), 'einstieg', form(page).getByRole('option', { name: /^Einstiegsqualifizierung/ }));
    await write(page, field('Rückmeldung des jungen Menschen: Text'), 'Am besten war das Praktikum.');
    await write(page, field('Noch offene Ziele und Ausblick'), 'Ausbildung ab Sommer 2027.');
    await page.keyboard.press('Tab');
    await saved(page);
    const view = await stored();
    expect(['evaluation.overall_attainment', 'evaluation.destination'].map((id) => said(view, id))).toEqual(['partly_reached', 'entry_qualification']);
  });

  test('one key makes the rest unknown', async () => {
    await page.keyboard.press('Control+g');
    await press(page, page.getByRole('button', { name: 'Rest unbekannt' }));
    const ask = dialog('Fehlende Angaben auf „unbekannt“ setzen?');
    expect.soft(await leaveScreen(page, '75-rest-unbekannt')).toEqual([]);
    await press(page, ask.getByRole('button', { name: 'Auf „unbekannt“ setzen' }));
    await page.getByText('Keine. Alles Nötige ist beantwortet.').waitFor();
    const view = await stored();
    expect(view.gaps).toEqual([]);
    expect(view.phases.find(({ phase }) => phase === 5)?.state).toBe('done');
    expect(said(view, 'evaluation.overall_attainment')).toBe('partly_reached');
  });
});

describe('and again', () => {
  test('what ended goes on; the course of the support keeps the end and the new beginning', async () => {
    await comeBackOn('2026-10-05T09:30:00+02:00');
    await act('Wiederaufnehmen …');
    const ask = dialog('Begleitung wiederaufnehmen');
    await write(page, ask.getByLabel('Warum es weitergeht'), 'Die Einstiegsqualifizierung passt nicht, sie sucht neu.');
    expect.soft(await leaveScreen(page, '76-wiederaufnahme')).toEqual([]);
    await page.keyboard.press('Enter');
    await ask.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('header').getByText('beendet', { exact: true }).count()).toBe(0);
    const view = await stored();
    expect(view.row).toMatchObject({ status: 'open', supportForm: 'case_management' });
    expect([said(view, 'case.cm_end'), said(view, 'evaluation.end_reason')]).toEqual([null, null]);
    expect(saidByEach(view, 'course_event', 'course_event.kind').slice(-2)).toEqual(['ended', 'resumed']);
    expect(saidByEach(view, 'course_event', 'course_event.day').slice(-2)).toEqual(['2026-08-31', '2026-10-05']);
    expect(view.phases.find(({ state }) => state === 'current')?.phase).toBe(4);
  });

  test('the course of the support shows both, and the history of the field still knows the former end', async () => {
    await turnTo('K');
    const course = page.getByRole('region', { name: 'Was war' });
    await course.getByText('Begleitung beendet').first().waitFor();
    await course.getByText('Begleitung wiederaufgenommen').first().waitFor();
    expect(await form(page).getByRole('button', { name: /^(Kontakt eintragen|Eintrag hinzufügen: Kontakte)/ }).count()).toBe(1);
    expect.soft(await leaveScreen(page, '77-verlauf')).toEqual([]);
    await turnTo('1.1', 'Alt+PageUp');
    await tabTo(page, field('Datum Beendigung des CM'));
    await page.keyboard.press('Alt+Enter');
    const item = page.getByRole('menuitem', { name: 'Wer hat das geändert?' });
    await item.waitFor();
    while (!(await item.evaluate((element) => element === document.activeElement))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('31.08.2026').first().waitFor();
    expect.soft(await leaveScreen(page, '78-wer-hat-das-geaendert')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(office.complaints).toEqual([]);
  });
});
