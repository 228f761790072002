/** From calling the program to a window in which one can type, in the browser shell with a real Chromium. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { openBrowser as openBrowserOf } from './browser.ts';
import { measured, type Result } from './measure.ts';

const stage = 'Start bis zum bedienbaren Fenster';
const root = join(import.meta.dirname, '..', '..');

/** Only the type: loading it needs the browser's packages. */
type OpenBrowser = typeof openBrowserOf;

/** A page of its own in a process of its own: what Node and Chromium need for any window. */
const barePage = `
  const http = require('node:http');
  const server = http.createServer((_, answer) => { answer.setHeader('content-type', 'text/html'); answer.end('<input type=password>'); });
  server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ address: 'http://127.0.0.1:' + server.address().port + '/' })));`;

/** The browser of the tests is for developers: an installed program has none beside it. */
async function findBrowser(): Promise<OpenBrowser | string> {
  if (!existsSync(join(root, '.build', 'renderer', 'office', 'index.html'))) return 'die Fenster sind nicht gebaut: npm run build';
  try {
    return (await import('./browser.ts')).openBrowser;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND' && (problem as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw problem;
    return 'playwright-core oder @sparticuz/chromium ist nicht installiert';
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the program ended without an address');
}

async function ended(child: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await end;
}

export async function startStage(dir: string, times: number): Promise<Result> {
  const openBrowser = await findBrowser();
  if (typeof openBrowser === 'string') return { stage, skipped: openBrowser };
  const browser = await openBrowser();
  const timed = async (args: readonly string[]): Promise<number> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const began = performance.now();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const { address } = JSON.parse(await firstLine(child)) as { address: string };
      await page.goto(address);
      await page.waitForSelector('input[type=password]');
      return performance.now() - began;
    } finally {
      await context.close();
      await ended(child);
    }
  };
  try {
    const taken: number[] = [];
    const bare: number[] = [];
    for (let turn = -1; turn < times; turn += 1) {
      const withLotse = await timed([join(root, 'cli', 'main.ts'), 'serve', '--json', '--dir', dir]);
      const without = await timed(['-e', barePage]);
      if (turn < 0) continue;
      taken.push(withLotse);
      bare.push(without);
    }
    return measured(stage, 1_500, taken, { what: 'eine leere Seite von einem bloßen Node-Server', durations: bare });
  } finally {
    await browser.close();
  }
}
