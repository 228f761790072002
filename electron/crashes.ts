/**
 * What ends by itself is noted on this PC and nowhere else (R74), and the window comes back. No crash reporter is ever started: a minidump is
 * memory, and memory is case files.
 */
import { app, dialog, type BrowserWindow } from 'electron';
import { whereItBroke } from '../office/where-it-broke.ts';
import type { Note } from './crash-notes.ts';

/** A window that is lost more often than this within `withinMs` is not loaded again by itself. */
const mostReloads = 3;
const withinMs = 60_000;

/** Main goes on: the store is in another process, and whatever broke here was one answer. Said once, then only noted. */
export function noteOwnFailures(note: Note): void {
  let said = false;
  const failed = (kind: string) => (problem: unknown): void => {
    note(`${kind} ${whereItBroke(problem)}`);
    if (said) return;
    said = true;
    dialog.showErrorBox(
      'In Lotse ist etwas schiefgegangen',
      'Was gespeichert war, bleibt gespeichert. Bitte arbeiten Sie den Satz zu Ende, beenden Sie Lotse und öffnen Sie es neu. Kommt das wieder, melden Sie es bitte dem Servicebüro.',
    );
  };
  process.on('uncaughtException', failed('MAIN_FAILED'));
  process.on('unhandledRejection', failed('MAIN_REJECTED'));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') note(`PROCESS_GONE ${type} ${reason} ${String(exitCode)}`);
  });
}

/** `load` begins the window anew; `now` counts ms. */
export function bringWindowBack(window: BrowserWindow, { load, note, now }: { readonly load: () => void; readonly note: Note; readonly now: () => number }): void {
  let losses: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    note(`WINDOW_GONE ${reason} ${String(exitCode)}`);
    losses = [...losses.filter((at) => now() - at < withinMs), now()];
    const again = losses.length <= mostReloads;
    if (again) load();
    else note('WINDOW_GIVEN_UP');
    void dialog.showMessageBox(window, {
      type: again ? 'info' : 'error',
      title: 'Lotse',
      message: again ? 'Das Fenster war kurz weg und ist neu geladen.' : 'Das Fenster lässt sich auf diesem PC gerade nicht anzeigen.',
      detail: again
        ? 'Was gespeichert war, ist da. Bitte entsperren Sie Lotse und sehen Sie nach, ob Ihr letzter Satz dabei ist.'
        : 'Was gespeichert war, ist sicher. Bitte beenden Sie Lotse und starten Sie den PC neu. Bleibt es dabei, hilft Ihre Administration.',
      buttons: ['Verstanden'],
      noLink: true,
    });
  });
}

/** A window that does not answer: wait, or load it anew. The question goes away by itself when it answers again. */
export function helpHangingWindow(window: BrowserWindow, note: Note): void {
  const { webContents } = window;
  let asking: AbortController | null = null;

  async function ask(signal: AbortSignal): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Lotse',
      message: 'Das Fenster antwortet gerade nicht.',
      detail: 'Was gespeichert ist, ist sicher. Warten Sie bitte einen Moment. Laden Sie das Fenster neu, ist ein Satz weg, der noch nicht gespeichert war.',
      buttons: ['Warten', 'Neu laden'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal,
    });
    if (asking?.signal === signal) asking = null;
    // Its end brings it back: see bringWindowBack.
    if (response === 1 && !signal.aborted) webContents.forcefullyCrashRenderer();
  }

  webContents.on('unresponsive', () => {
    if (asking !== null) return;
    note('WINDOW_HANGS');
    asking = new AbortController();
    void ask(asking.signal);
  });
  webContents.on('responsive', () => {
    asking?.abort();
    asking = null;
  });
}
