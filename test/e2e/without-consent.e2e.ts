/**
 * Without a consent no field about the person takes input at the window: every section is walked, in a file that has none yet and in one where she
 * said no after all, and each box on the page is compared with the list of the catalogue. By contract and command line: test/office/consent-everywhere.test.ts.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentCatalogue as catalogue } from '../../shared/catalogue/catalogue.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { openOffice, type OfficeWindow } from '../support/office-window.ts';

let browser: Browser;
let office: OfficeWindow;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice(browser);
  page = office.page;
  await at.setUpOffice(page);
});

afterAll(async () => {
  await office?.close();
  await browser?.close();
});

/** The one exception: child protection rests on the law (§ 8a SGB VIII), not on her consent. */
const closed = catalogue.fields.filter(({ beforeConsent, group, retired }) => beforeConsent !== true && group !== 'protection' && retired !== true);
/** As they are written in the page, see renderer/office/case/field-dom.ts. */
const inPage = (id: string): string => id.replaceAll('.', '-');
const closedInPage = new Map(closed.map(({ id }) => [inPage(id), id]));

interface Box {
  readonly field: string;
  /** How many controls in it take something. */
  readonly takes: number;
}

/** Every box of a field on the page, folded ones too; and what takes words outside of any box. */
function look(): Promise<{ readonly boxes: readonly Box[]; readonly beside: readonly string[] }> {
  return at.form(page).evaluate((form) => {
    const takesInput = 'input:not([type=hidden]), select, textarea, [contenteditable=true], [role=combobox], [role=radio], [role=checkbox], [role=switch]';
    const usable = (root: ParentNode): readonly HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>(takesInput)].filter((one) => !one.matches(':disabled, [aria-disabled=true], [readonly]'));
    const nameOf = (one: HTMLElement): string => (one as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? one.getAttribute('aria-label') ?? one.tagName;
    return {
      boxes: [...form.querySelectorAll<HTMLElement>('[data-field]')].map((box) => ({ field: (box.dataset['field'] ?? '').replace(/^f-[^-]+-/, ''), takes: usable(box).length })),
      beside: usable(form).filter((one) => one.closest('[data-field]') === null).map(nameOf),
    };
  });
}

interface Walk {
  readonly boxes: readonly Box[];
  /** With its section. */
  readonly beside: readonly string[];
}

async function walk(caseId: RecordId): Promise<Walk> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/faelle/${caseId}`);
  await at.form(page).waitFor();
  const boxes: Box[] = [];
  const beside: string[] = [];
  for (const { id } of catalogue.definition.sections) {
    await at.openSection(page, id);
    const seen = await look();
    boxes.push(...seen.boxes);
    beside.push(...seen.beside.map((name) => `${id} ${name}`));
  }
  return { boxes, beside };
}

/** Fields about the person that took something, and how many there were to look at. */
function closedBoxes({ boxes }: Walk): { readonly taking: readonly string[]; readonly seen: ReadonlySet<string> } {
  const about = boxes.flatMap(({ field, takes }) => {
    const id = closedInPage.get(field);
    return id === undefined ? [] : [{ id, takes }];
  });
  return { taking: about.filter(({ takes }) => takes > 0).map(({ id }) => id), seen: new Set(about.map(({ id }) => id)) };
}

const byCourt = {
  answers: { 'disclosure.basis': 'court_order', 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': 'Amtsgericht' },
  texts: { 'disclosure.content': 'Bericht' },
} as const;

/** With one entry of each kind that the file takes now; some are made by acts of their own. */
async function addEntries(caseId: RecordId): Promise<void> {
  const { cases } = office.core.client;
  const made = new Map<string, EntryId>();
  for (const id of new Set(['goal', 'subgoal', ...catalogue.fields.flatMap(({ group }) => group ?? [])])) {
    const parents = catalogue.group(id)?.parents ?? [];
    const parent = parents.map((one) => made.get(one)).find((one) => one !== undefined) ?? null;
    if (parents.length > 0 && parent === null) continue;
    try {
      made.set(id, (await (id === 'disclosure' ? cases.enter({ caseId, group: id, parent, ...byCourt }) : cases.addEntry({ caseId, group: id, parent }))).entry);
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem)) throw problem;
    }
  }
}

/** Not in a box even with the consent of this file: health waits for its own, a second language for its choice, the rest is chosen in dialogs. */
const elsewhere = /^health\.|translation$|^action_step\.pictogram$|^dispute\.(field|entry)$/;

/** Of the course, where there is one to look through: they find and keep nothing. */
const filters = ['K Stichwort', 'K Weitergabe', 'K Verlauf'];

const answer = (field: string, value: string) => ({ entry: null, field, value, base: [] });

describe('before the consent', () => {
  let seen: Walk;

  test('the window shows the fields of every section, also of what may be entered before it', async () => {
    const { row } = await office.core.client.cases.create();
    await addEntries(row.id);
    seen = await walk(row.id);
    expect(closedBoxes(seen).seen.size).toBeGreaterThan(60);
  }, 240_000);

  test('no field about the person takes anything, and no other place takes words', () => {
    expect(closedBoxes(seen).taking).toEqual([]);
    expect(seen.beside).toEqual([]);
  });

  test('those that may be answered before it do: the look would see it', () => {
    expect(seen.boxes.filter(({ field, takes }) => takes > 0 && !closedInPage.has(field)).length).toBeGreaterThan(15);
  });
});

describe('where she said no after all, with an entry of every kind in the file', () => {
  let seen: Walk;

  test('the window shows every field of the catalogue, but for those that another answer opens and that stand in a dialog', async () => {
    const { cases } = office.core.client;
    const { row } = await cases.create();
    await cases.answerAll({ caseId: row.id, answers: [answer('consent.data_processing_status', 'granted'), answer('consent.data_processing_date', '2026-03-02'), answer('consent.health_data', 'granted')] });
    await addEntries(row.id);
    const { answers } = await cases.open({ caseId: row.id });
    const base = [...(answers['']?.['consent.data_processing_status']?.base ?? [])];
    await cases.answer({ caseId: row.id, entry: null, field: 'consent.data_processing_status', value: 'refused', base });
    seen = await walk(row.id);
    const { seen: shown } = closedBoxes(seen);
    expect(closed.filter(({ id, shownWhen }) => shownWhen === undefined && !shown.has(id) && !elsewhere.test(id)).map(({ id }) => id)).toEqual([]);
    expect(shown.size).toBeGreaterThan(180);
  }, 240_000);

  test('not one of those about the person takes anything, and no other place takes words', () => {
    expect(closedBoxes(seen).taking).toEqual([]);
    expect(seen.beside.filter((name) => !filters.includes(name))).toEqual([]);
  });
});

test('nobody complained on the way', () => {
  expect(office.complaints).toEqual([]);
});
