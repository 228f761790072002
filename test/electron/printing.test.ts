/** A paper on its way to a named printer. What a printer really puts on paper is in docs/unverified.md. */
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPapers, isPaper, type Papers } from '../../electron/paper-scheme.ts';
import { createPrinting, type Printing } from '../../electron/printing.ts';
import { FakeSession, FakeWindow, forget, state } from './fake-electron.ts';
import { codeOf } from './shell-client.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

const pdf = new File(['%PDF-1.7 Plan'], 'Plan.pdf', { type: 'application/pdf' });
let papers: Papers;
let printing: Printing;
let held: string[];

beforeEach(() => {
  forget();
  state.printers.push(
    { name: 'Buero_1', displayName: 'Büro', description: '', options: { 'printer-location': 'Erdgeschoss, Flur' } },
    { name: 'PDF', displayName: '', description: '', options: {} },
  );
  const session = new FakeSession('lotse-window');
  papers = createPapers();
  held = [];
  const watched: Papers = {
    ...papers,
    hold: (bytes) => {
      held.push(papers.hold(bytes));
      return held.at(-1) ?? '';
    },
  };
  session.protocol.handle('lotse', ((request: Request) => papers.answer(request)));
  const window = new FakeWindow({ webPreferences: { session } });
  printing = createPrinting(() => window as unknown as BrowserWindow, session as never, watched);
});
afterEach(() => {
  vi.useRealTimers();
});

function hiddenWindows(): readonly FakeWindow[] {
  return FakeWindow.all.slice(1);
}

function ask(url: string, method = 'GET'): Response {
  return papers.answer({ url, method, headers: new Headers() });
}

describe('the printers', () => {
  it('are named as people know them, with the place where they stand', async () => {
    expect(await printing.printers()).toEqual([
      { name: 'Buero_1', displayName: 'Büro', location: 'Erdgeschoss, Flur', isDefault: false },
      { name: 'PDF', displayName: 'PDF', location: '', isDefault: false },
    ]);
  });
});

describe('a paper', () => {
  it('goes to the printer that was named, without a dialog, as often as wanted', async () => {
    await printing.print({ pdf, printer: 'Buero_1', copies: 3 });
    const [window] = hiddenWindows();
    expect(window?.webContents.printed).toEqual({ silent: true, deviceName: 'Buero_1', copies: 3, pageSize: 'A4' });
    expect(Buffer.from(window?.webContents.shows ?? []).toString()).toBe('%PDF-1.7 Plan');
  });

  it('is shown by a hidden window that can do nothing else', async () => {
    await printing.print({ pdf, printer: 'Buero_1', copies: 1 });
    const [window] = hiddenWindows();
    expect(window?.options.show).toBe(false);
    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false, devTools: false, plugins: true,
    });
    expect(window?.options.webPreferences['preload']).toBeUndefined();
    expect(window?.webContents.posted).toEqual([]);
    expect(window?.destroyed).toBe(true);
  });

  it('lies in memory under an address nobody guesses while it is printed, and is forgotten afterwards', async () => {
    await printing.print({ pdf, printer: 'Buero_1', copies: 1 });
    const [address = ''] = held;
    expect(address).toMatch(/^lotse:\/\/paper\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([isPaper(address), ask(address).status]).toEqual([true, 404]);
    const second = papers.hold(new TextEncoder().encode('%PDF-'));
    expect([ask(second, 'POST').status, ask(`${second}/`).status, ask(`${second}?x`).status, ask('lotse://paper/').status]).toEqual([404, 404, 404, 404]);
    const answer = ask(second);
    expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control'), await answer.text()]).toEqual([200, 'application/pdf', 'no-store', '%PDF-']);
    expect(ask(second).status).toBe(200);
    papers.drop(second);
    expect(ask(second).status).toBe(404);
  });

  it('waits for the one before: never two hidden windows at once', async () => {
    const most: number[] = [];
    const watch = setInterval(() => { most.push(hiddenWindows().filter(({ destroyed }) => !destroyed).length); }, 1);
    await Promise.all([1, 2, 3].map((copies) => printing.print({ pdf, printer: 'Buero_1', copies })));
    clearInterval(watch);
    expect(Math.max(0, ...most)).toBeLessThanOrEqual(1);
    expect(hiddenWindows().map(({ webContents }) => webContents.printed?.['copies'])).toEqual([1, 2, 3]);
  });

  it('for a printer that is gone is refused before anything is held', async () => {
    expect(await codeOf(printing.print({ pdf, printer: 'Keller', copies: 1 }))).toBe('PRINTER_UNKNOWN');
    expect([held, hiddenWindows()]).toEqual([[], []]);
  });

  it('that the printer does not take is refused, and the next one goes', async () => {
    state.printing = 'Print job failed';
    expect(await codeOf(printing.print({ pdf, printer: 'Buero_1', copies: 1 }))).toBe('PRINT_FAILED');
    state.printing = '';
    await printing.print({ pdf, printer: 'Buero_1', copies: 1 });
    expect(hiddenWindows().map(({ destroyed }) => destroyed)).toEqual([true, true]);
  });

  it('for which no answer ever comes is given up, and its window is gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    state.printing = null;
    const code = codeOf(printing.print({ pdf, printer: 'Buero_1', copies: 1 }));
    await vi.waitFor(() => { expect(hiddenWindows()[0]?.webContents.printed).not.toBeNull(); });
    await vi.advanceTimersByTimeAsync(90_000);
    expect(await code).toBe('PRINT_FAILED');
    expect(hiddenWindows()[0]?.destroyed).toBe(true);
  });

  it('is printed after a while when the viewer never says that it is ready', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    state.viewerSpeaks = false;
    const code = codeOf(printing.print({ pdf, printer: 'Buero_1', copies: 1 }));
    await vi.waitFor(() => { expect(hiddenWindows()[0]?.webContents.shows).not.toBeNull(); });
    await vi.advanceTimersByTimeAsync(7_999);
    expect(hiddenWindows()[0]?.webContents.printed).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(await code).toBe('answered');
  });

  it('that cannot even be shown is refused, unless the viewer says that it has it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    state.loadFails = true;
    state.viewerSpeaks = false;
    const code = codeOf(printing.print({ pdf, printer: 'Buero_1', copies: 1 }));
    await vi.waitFor(() => { expect(vi.getTimerCount()).toBe(2); });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await code).toBe('PRINT_FAILED');
    expect(hiddenWindows()[0]?.webContents.printed).toBeNull();
    state.viewerSpeaks = true;
    await printing.print({ pdf, printer: 'Buero_1', copies: 1 });
    expect(hiddenWindows()[1]?.webContents.printed).not.toBeNull();
  });
});
