/** An office in the test process and its window in a real Chromium: what a counsellor has before her. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serveOffice, type ServedOffice, type ServeOptions } from '../../office/serve-office.ts';
import { builtWindows } from './windows.ts';

/** The day every Übungs-JMD of these stories lives on, and its time. */
export const storyDay = '2026-03-02';
export const storyTime = new Date('2026-03-02T10:24:00+01:00');

export interface OfficeWindow {
  readonly dir: string;
  readonly served: ServedOffice;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything the window wrote to the console as an error, and every error nobody caught. */
  readonly complaints: string[];
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

export async function openOffice(browser: Browser, options: Partial<ServeOptions> = {}): Promise<OfficeWindow> {
  const dir = options.dir ?? (await newOfficeFolder());
  const served = await serveOffice({
    assetsDir: builtWindows().office,
    today: storyDay,
    clock: () => storyTime,
    log: () => undefined,
    ...options,
    dir,
  });
  const context = await newWindow(browser);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.clock.setFixedTime(storyTime);
  await page.goto(served.address());
  return {
    dir,
    served,
    context,
    page,
    complaints,
    close: async () => {
      await context.close();
      await served.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
