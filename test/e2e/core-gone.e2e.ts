/** The office core, or the document process, dies under the window of the desktop program: said at once, back by itself, and nothing that was acknowledged is lost. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtProgram, startProgram, type Program } from '../electron/stand-in/index.ts';
import type { Replacement } from '../electron/stand-in/utility-process.ts';
import { officeIn } from '../office/support/office.ts';
import { openBrowser } from '../support/browser.ts';
import * as at from '../support/counsellor.ts';
import { counsellor } from '../support/counsellor.ts';
import { newOfficeFolder, newWindow, storyDay } from '../support/office-window.ts';

let browser: Browser;
let dir: string;
let program: Program;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** A core begins when this file is there: how fast one comes back is no matter of chance. */
let gate: string;
const waitsAtTheGate = `data:text/javascript,import { existsSync } from 'node:fs'; while (!existsSync(process.env.LOTSE_TEST_GATE)) await new Promise((go) => setTimeout(go, 20));`;

/** The next document process takes its paper and never answers. */
let papersHang: boolean;
const hangs = `data:text/javascript,setInterval(() => undefined, 1000); await new Promise(() => undefined);`;

function howItStarts(modulePath: string): Replacement | null {
  if (modulePath.endsWith('core.mjs')) return { entry: modulePath, imports: [waitsAtTheGate], env: { LOTSE_TEST_GATE: gate } };
  return papersHang ? { entry: modulePath, imports: [hangs], env: {} } : null;
}

beforeEach(async () => {
  papersHang = false;
  dir = await newOfficeFolder();
  gate = join(await newOfficeFolder(), 'open');
  await openGate();
  program = await startProgram({
    context: await newWindow(browser),
    appPath: builtProgram(),
    args: ['--dir', dir, '--today', storyDay],
    replace: howItStarts,
  });
  page = await program.firstWindow();
});

afterEach(async () => {
  await openGate();
  await program?.close();
  for (const folder of [dir, join(gate, '..')]) await rm(folder, { recursive: true, force: true });
});

const openGate = () => writeFile(gate, '');
const closeGate = () => rm(gate, { force: true });

const cores = () => program.processes.filter(({ modulePath }) => modulePath.endsWith('core.mjs'));

const papers = () => program.processes.filter(({ modulePath }) => modulePath.endsWith('documents.mjs'));

/** As a crash looks from outside: no word, no last act. Resolves when the newest of these processes is gone. */
async function kill(processes: Program['processes']): Promise<void> {
  const running = processes.at(-1);
  if (running?.pid === undefined) throw new Error('no such process is running');
  const gone = new Promise((resolve) => running.child.once('exit', resolve));
  process.kill(running.pid, 'SIGKILL');
  await gone;
}

const killCore = () => kill(cores());

const lost = () => page.getByText('Keine Verbindung zu Lotse');
/** Whether the window would let itself be closed without a word. */
const closesSilently = () => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
const unlockPage = () => page.getByRole('heading', { name: 'Entsperren' });
const field = (label: string) => at.form(page).getByLabel(label, { exact: true });

async function openCase(): Promise<void> {
  await at.setUpOffice(page);
  await at.newCase(page);
  await at.pick(page, 'Einwilligungserklärung liegt vor', 'erteilt');
  await at.openSection(page, '2.1');
}

describe('a core that is killed while a field is being typed', () => {
  test('is missed at once, comes back locked, and the words are there', async () => {
    await openCase();
    await at.write(page, 'Nachname', 'Haydari');
    await field('Vorname').pressSequentially('Ami');
    await closeGate();
    await killCore();
    await lost().waitFor();
    // Whoever types does not look up: it goes on.
    await field('Vorname').pressSequentially('na');
    expect(await field('Vorname').inputValue()).toBe('Amina');
    expect(await page.locator('header .save').getByText(/Gespeichert/).count()).toBe(0);
    expect(await closesSilently()).toBe(false);

    await openGate();
    await unlockPage().waitFor();
    expect(await lost().count()).toBe(0);
    await page.getByText('Die Verbindung war unterbrochen, deshalb ist Lotse jetzt gesperrt.').waitFor();
    await at.unlock(page);
    await page.getByRole('heading', { level: 1, name: 'Haydari, Amina' }).waitFor();
    expect(await field('Vorname').inputValue()).toBe('Amina');
    await at.saved(page);
    expect(cores()).toHaveLength(2);

    await program.close();
    const office = officeIn(dir);
    await office.client.session.unlock({ login: null, password: counsellor.password });
    const { rows } = await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 });
    expect(rows).toHaveLength(1);
    for (const { id } of rows) {
      const { answers } = await office.client.cases.open({ caseId: id });
      const said = (name: string) => answers['']?.[name]?.heads.map(({ value }) => value);
      expect([said('person.last_name'), said('person.first_name')]).toEqual([['Haydari'], ['Amina']]);
    }
    await office.core.lock();
  });

  test('leaves words that the window asks about before it is closed, also on the locked page and on that of a core given up, until they are saved', async () => {
    await openCase();
    await field('Nachname').pressSequentially('Haydari');
    await closeGate();
    await killCore();
    await lost().waitFor();
    await openGate();
    await unlockPage().waitFor();
    expect(await closesSilently()).toBe(false);
    await at.unlock(page);
    await at.saved(page);
    await page.keyboard.press('Control+l');
    await unlockPage().waitFor();
    await expect.poll(() => closesSilently()).toBe(true);

    await at.unlock(page);
    await field('Vorname').pressSequentially('Ami');
    await closeGate();
    await killCore();
    for (let died = 3; died <= 6; died += 1) {
      await expect.poll(() => cores().filter(({ pid }) => pid !== undefined).length, { timeout: 30_000 }).toBe(1);
      await killCore();
    }
    await page.getByRole('heading', { name: 'Lotse musste mehrmals hintereinander neu starten' }).waitFor();
    // Whoever goes back to her text from a restart has not asked for one at the next end.
    program.dialogs.expect('showMessageBoxSync', { response: 0 });
    await page.getByRole('button', { name: 'Lotse neu starten' }).click();
    await expect.poll(() => program.dialogs.shown.length).toBe(1);
    expect(program.dialogs.shown[0]?.options['message']).toBe('Ein Text ist noch nicht gespeichert.');
    expect(program.app.over).toBe(false);
    program.dialogs.expect('showMessageBoxSync', { response: 1 });
    program.windows[0]?.close();
    expect(await program.ended).toBe(0);
    expect(program.app.acts.filter((act) => /^(relaunch|exit)/.test(act))).toEqual(['exit 0']);
  });

  test('again and again leaves every word in its place, once', async () => {
    await openCase();
    await at.openSection(page, '4');
    await at.form(page).getByText('Was auf dem Papier steht').click();
    const words = ['Wir rufen ', 'zusammen beim ', 'Jobcenter an, ', 'am Montag.'];
    for (const [i, word] of words.entries()) {
      await field('Das macht der JMD').pressSequentially(word);
      // Once before the words went out, once while they are on their way, once after.
      if (i === 1) await page.keyboard.press('Tab');
      if (i === 2) await at.saved(page);
      if (i < 3) {
        await killCore();
        await unlockPage().waitFor();
        await at.unlock(page);
        await field('Das macht der JMD').waitFor();
        await field('Das macht der JMD').press('End');
      }
    }
    expect(await field('Das macht der JMD').inputValue()).toBe(words.join(''));
    await page.keyboard.press('Tab');
    await at.saved(page);
    await page.keyboard.press('Control+l');
    await at.unlock(page);
    // She had left the fold by Tab: it is closed again.
    await at.form(page).getByText('Was auf dem Papier steht').click();
    await field('Das macht der JMD').waitFor();
    expect(await field('Das macht der JMD').inputValue()).toBe(words.join(''));
  });
});

describe('a core that is killed during the set-up', () => {
  test('is missed at once, and what was filled in stays', async () => {
    await at.fillOffice(page);
    await closeGate();
    await killCore();
    await lost().waitFor();
    await openGate();
    await expect.poll(() => lost().count(), { timeout: 30_000 }).toBe(0);
    expect(await page.getByLabel('Name Ihres JMD').inputValue()).toBe(counsellor.officeName);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByLabel('Ihr Name').waitFor();
  });
});

describe('a core that dies whenever it starts', () => {
  test('is given up, and the window offers to start Lotse anew', async () => {
    for (let died = 1; died <= 6; died += 1) {
      await expect.poll(() => cores().filter(({ pid }) => pid !== undefined).length, { timeout: 30_000 }).toBe(1);
      await killCore();
    }
    await page.getByRole('heading', { name: 'Lotse musste mehrmals hintereinander neu starten' }).waitFor();
    expect(cores()).toHaveLength(6);
    await page.getByRole('button', { name: 'Lotse neu starten' }).click();
    expect(await program.ended).toBe(0);
    expect(program.app.acts.filter((act) => /^(relaunch|exit)/.test(act)).map((act) => act.split(' ')[0])).toEqual(['relaunch', 'exit']);
  });
});

describe('a document process that dies over a paper', () => {
  test('costs this paper: the window says so, the office stays open, the next paper is printed', async () => {
    await openCase();
    await at.write(page, 'Nachname', 'Haydari');
    await at.openSection(page, '4');
    const part = at.form(page);
    await part.getByRole('button', { name: /^Ziel hinzufügen/ }).first().click();
    await at.write(page, 'Ziel in eigenen Worten', 'Ich will Elektrikerin werden.', part);

    const dialog = page.getByRole('dialog');
    papersHang = true;
    await at.makePlan(page);
    await expect.poll(() => papers().length).toBe(1);
    papersHang = false;
    await kill(papers());
    await dialog.getByText('Das Papier konnte nicht erstellt werden.').waitFor();
    await page.keyboard.press('Escape');
    await at.makePlan(page);
    await dialog.getByRole('heading', { name: 'Vereinbarung – Vorschau' }).waitFor();
    expect([papers().length, cores().length]).toEqual([2, 1]);
    await page.keyboard.press('Escape');
  });
});
