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
