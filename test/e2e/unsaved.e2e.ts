/** Closing the desktop program while words are not saved yet: the window itself says no, and the person is asked before anything is lost. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtProgram, startProgram, type Program } from '../electron/stand-in/index.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { newOfficeFolder, newWindow, storyDay } from '../support/office-window.ts';

let browser: Browser;
let dir: string;
let program: Program;
let page: Page;

/** A core begins when this file is there: while it is not, nothing can be saved. */
let gate: string;
const waitsAtTheGate = `data:text/javascript,import { existsSync } from 'node:fs'; while (!existsSync(process.env.LOTSE_TEST_GATE)) await new Promise((go) => setTimeout(go, 20));`;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  dir = await newOfficeFolder();
  gate = join(await newOfficeFolder(), 'open');
  await writeFile(gate, '');
  program = await startProgram({
    context: await newWindow(browser),
    appPath: builtProgram(),
    args: ['--dir', dir, '--today', storyDay],
    replace: (modulePath) => (modulePath.endsWith('core.mjs') ? { entry: modulePath, imports: [waitsAtTheGate], env: { LOTSE_TEST_GATE: gate } } : null),
  });
  page = await program.firstWindow();
  await at.setUpOffice(page);
  await at.newCase(page);
  await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
  await at.openSection(page, '2.1');
});

afterEach(async () => {
  await writeFile(gate, '');
  // Whatever a test that failed left unsaved: this window goes.
  program?.dialogs.expect('showMessageBoxSync', { response: 1 });
  await program?.close();
  for (const folder of [dir, join(gate, '..')]) await rm(folder, { recursive: true, force: true });
});

const core = () => program.processes.filter(({ modulePath }) => modulePath.endsWith('core.mjs')).at(-1);
const firstName = () => at.form(page).getByLabel('Vorname', { exact: true });
const unlockPage = () => page.getByRole('heading', { name: 'Entsperren' });

/** Words that cannot be saved, because the core is gone and does not come back yet. */
async function typeWithoutACore(): Promise<void> {
  await firstName().pressSequentially('Ami');
  await rm(gate, { force: true });
  const running = core();
  if (running?.pid === undefined) throw new Error('no core is running');
  process.kill(running.pid, 'SIGKILL');
  await page.getByText('Keine Verbindung zu Lotse').waitFor();
  await firstName().pressSequentially('na');
}

/** Questions about unsaved words so far. */
const questions = () => program.dialogs.shown.filter(({ kind }) => kind === 'showMessageBoxSync').map(({ options }) => [options['message'], options['buttons']]);
const question = ['Ein Text ist noch nicht gespeichert.', ['Zurück zum Text', 'Trotzdem schließen']];
const acts = {
  'the cross of the window': () => program.windows[0]?.close(),
  '„Lotse beenden“': () => program.menu.application?.find('Datei', 'Lotse beenden').click(),
} as const;

/** Tries to close, and is asked; the answer is: back to the text. */
async function closeAndGoBack(act: () => void): Promise<void> {
  const before = questions().length;
  program.dialogs.expect('showMessageBoxSync', { response: 0 });
  act();
  await expect.poll(() => questions().slice(before), { timeout: 10_000 }).toEqual([question]);
  // The page answers again, so what was refused is over.
  expect(await page.evaluate(() => document.readyState)).toBe('complete');
  expect([program.app.over, program.windows.length]).toEqual([false, 1]);
}

describe('words that are not saved', () => {
  test('on an open case: the cross and „Lotse beenden“ ask, and whoever goes back finds the words, and Lotse as before', async () => {
    await typeWithoutACore();
    for (const act of Object.values(acts)) {
      await closeAndGoBack(act);
      expect(await firstName().inputValue()).toBe('Amina');
    }

    await writeFile(gate, '');
    await unlockPage().waitFor();
    await at.unlock(page);
    await firstName().waitFor();
    expect(await firstName().inputValue()).toBe('Amina');
    await at.saved(page);
  });

  test('on the locked page: closing asks, for the words still wait to be saved', async () => {
    await typeWithoutACore();
    await writeFile(gate, '');
    await unlockPage().waitFor();
    for (const act of Object.values(acts)) await closeAndGoBack(act);

    await at.unlock(page);
    await firstName().waitFor();
    expect(await firstName().inputValue()).toBe('Amina');
    await at.saved(page);
  });

  test('are given up by whoever says so: the program ends', async () => {
    await typeWithoutACore();
    program.dialogs.expect('showMessageBoxSync', { response: 1 });
    acts['„Lotse beenden“']();
    expect(await program.ended).toBe(0);
    expect(questions()).toEqual([question]);
  });
});

describe('words that are saved', () => {
  test.each(Object.entries(acts))('%s asks nothing', async (_name, act) => {
    await at.write(page, 'Vorname', 'Amina');
    act();
    expect(await program.ended).toBe(0);
    expect(questions()).toEqual([]);
  });
});
