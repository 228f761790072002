/** An office and its window in a real Chromium, in the shell of this run (shells.ts): what a counsellor has before her. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { serveOffice, type ServedOffice } from '../../office/serve-office.ts';
import { builtProgram, startProgram, type Program, type ProgramOptions } from '../electron/stand-in/index.ts';
import type { CoreSettings } from '../electron/stand-in/core-in-hand.ts';
import { coreHere, coreThere, type CoreInReach } from './core-in-reach.ts';
import { extendedCatalogue } from './extra-section.ts';
import { shellOfThisRun } from './shells.ts';
import { builtWindows } from './windows.ts';

const root = join(import.meta.dirname, '..', '..');

/** The day every Übungs-JMD of these stories lives on, and its time. */
export const storyDay = '2026-03-02';
export const storyTime = new Date('2026-03-02T10:24:00+01:00');

export interface OfficeOptions {
  /** An existing data folder. */
  readonly dir?: string;
  /** Null: the day of the clock. */
  readonly today?: string | null;
  readonly catalogue?: CoreSettings['catalogue'];
  /** Nothing is wrong with where the folder lies. */
  readonly anyPlace?: boolean;
  /** By default the time of the window stands still at that of the stories. */
  readonly pageClock?: 'story' | 'running';
  /** More for the program on the stand-in. */
  readonly program?: Partial<ProgramOptions>;
}

/** A file the window gave to the person. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface OfficeWindow {
  readonly dir: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything the window wrote to the console as an error, and every error nobody caught. */
  readonly complaints: string[];
  readonly core: CoreInReach;
  /** What the core takes for now. */
  setNow(now: Date): Promise<void>;
  /** The window begins anew on the same page, as after a new start. */
  openAgain(): Promise<void>;
  /** The file that `act` leads to: a download, or what the person chose in the dialog of the system. */
  fileSavedBy(act: () => Promise<void>): Promise<SavedFile>;
  /** The browser shell; elsewhere it throws. */
  readonly served: ServedOffice;
  /** The program on the stand-in; elsewhere it throws. */
  readonly program: Program;
  /** Window and office are gone, the folder stays. */
  end(): Promise<void>;
  /** The same, and the folder is gone too. */
  close(): Promise<void>;
}

export async function newOfficeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'lotse-e2e-'));
}

/** A window as this suite looks at it: German, in Berlin, nothing moves. */
export async function newWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
}

/** What the page says on its console as an error, or throws. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Opens the address of the served office in a page. */
export async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.clock.setFixedTime(storyTime);
  await page.goto(address);
  return page;
}

/** Of another shell than this one. */
function notHere(what: string): never {
  throw new Error(`there is no ${what} in the shell ${shellOfThisRun()}`);
}

async function inBrowserShell(browser: Browser, options: OfficeOptions): Promise<OfficeWindow> {
  const dir = options.dir ?? (await newOfficeFolder());
  let now = storyTime;
  const served = await serveOffice({
    dir,
    assetsDir: builtWindows().office,
    today: options.today === undefined ? storyDay : options.today,
    clock: () => now,
    log: () => undefined,
    ...(options.catalogue === 'extra-section' && { catalogue: extendedCatalogue }),
    ...(options.anyPlace === true && { placeOf: () => null }),
  });
  const context = await newWindow(browser);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  if (options.pageClock !== 'running') await page.clock.setFixedTime(storyTime);
  await page.goto(served.address());
  const end = async (): Promise<void> => {
    await context.close();
    await served.close();
  };
  return {
    dir,
    context,
    page,
    complaints,
    served,
    core: coreHere(served.core),
    setNow: async (to) => void (now = to),
    openAgain: async () => {
      await page.goto('about:blank');
      await page.goto(served.address());
    },
    fileSavedBy: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    get program(): Program {
      return notHere('program on the stand-in');
    },
    end,
    close: async () => {
      await end();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The file of the next dialog in which the person chooses where to save. */
async function savedInDialog(program: Program, page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-e2e-saved-'));
  try {
    const chosen = new Promise<string>((resolve) => {
      program.dialogs.expect('showSaveDialog', ({ defaultPath }) => {
        const filePath = join(folder, String(defaultPath).split(/[\\/]/).at(-1) ?? '');
        resolve(filePath);
        return { canceled: false, filePath };
      });
    });
    await act();
    const file = await chosen;
    for (;;) {
      // Written beside and renamed: what is there is whole.
      const bytes = await readFile(file).catch(() => null);
      if (bytes !== null) {
        // The window says what was saved, and offers to delete it again.
        const told = page.getByRole('dialog', { name: /^Gespeichert/ });
        await told.getByRole('button', { name: 'Schließen' }).last().click();
        await told.waitFor({ state: 'detached' });
        return { name: file.split(/[\\/]/).at(-1) ?? '', bytes };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onStandIn(browser: Browser, options: OfficeOptions): Promise<OfficeWindow> {
  const dir = options.dir ?? (await newOfficeFolder());
  const context = await newWindow(browser);
  const settings: CoreSettings = { now: storyTime.toISOString(), catalogue: options.catalogue ?? 'shipped', anyPlace: options.anyPlace ?? false };
  const today = options.today === undefined ? storyDay : options.today;
  let complaints: string[] | null = null;
  const program = await startProgram({
    context,
    appPath: builtProgram(),
    args: ['--dir', dir, ...(today === null ? [] : ['--today', today])],
    prepare: async (page) => {
      complaints ??= complaintsOf(page);
      if (options.pageClock !== 'running') await page.clock.setFixedTime(storyTime);
    },
    // From its sources, so that the test reaches it too; the built one is run by core-gone and by the tests of the packages.
    replace: (modulePath) =>
      modulePath.endsWith('core.mjs')
        ? {
            entry: join(root, 'office', 'utility-entry.ts'),
            imports: ['test/support/quick-start.mjs', 'test/electron/stand-in/core-hatch.mjs'].map((file) => pathToFileURL(join(root, file)).href),
            env: { LOTSE_TEST_CORE: JSON.stringify(settings) },
          }
        : null,
    ...options.program,
  });
  const page = await program.firstWindow();
  // Taking a window in locks the office: whatever a test does beside the window comes after that.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const core = coreThere(() => {
    const now = program.processes.filter(({ modulePath, pid }) => modulePath.endsWith('core.mjs') && pid !== undefined).at(-1);
    if (now === undefined) throw new Error('no core is running');
    return now.child;
  });
  return {
    dir,
    context,
    page,
    complaints: complaints ?? [],
    program,
    core,
    setNow: (to) => core.setNow(to),
    openAgain: async () => {
      await page.goto('about:blank');
      await page.goto('https://app/');
    },
    fileSavedBy: (act) => savedInDialog(program, page, act),
    get served(): ServedOffice {
      return notHere('browser shell');
    },
    end: () => program.close(),
    close: async () => {
      await program.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function inElectron(options: OfficeOptions): Promise<OfficeWindow> {
  const dir = options.dir ?? (await newOfficeFolder());
  const today = options.today === undefined ? storyDay : options.today;
  const userData = await mkdtemp(join(tmpdir(), 'lotse-e2e-home-'));
  const args = [builtProgram(), `--user-data-dir=${userData}`, '--dir', dir, ...(today === null ? [] : ['--today', today])];
  const shell = await _electron.launch({ args, cwd: root });
  const page = await shell.firstWindow();
  const complaints = complaintsOf(page);
  return {
    dir,
    context: shell.context(),
    page,
    complaints,
    setNow: async () => notHere('other time'),
    openAgain: async () => void (await page.reload()),
    fileSavedBy: async () => notHere('answer to the dialogs of the system'),
    get core(): CoreInReach {
      return notHere('side entrance of the core');
    },
    get served(): ServedOffice {
      return notHere('browser shell');
    },
    get program(): Program {
      return notHere('program on the stand-in');
    },
    end: async () => shell.close(),
    close: async () => {
      await shell.close();
      for (const folder of [dir, userData]) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `browser` serves the browser shell and the stand-in; Electron brings its own. */
export async function openOffice(browser: Browser, options: OfficeOptions = {}): Promise<OfficeWindow> {
  const shell = shellOfThisRun();
  if (shell === 'electron') return inElectron(options);
  return shell === 'browser' ? inBrowserShell(browser, options) : onStandIn(browser, options);
}
