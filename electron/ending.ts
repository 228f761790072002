/**
 * How the program ends, and whether it starts again. What Electron was told to start again it starts after whichever end comes next, also long after a
 * person went back to her text (electron#9542, nothing takes it back). So a restart is a wish, carried out in the last moment.
 */
import { app, type BrowserWindow } from 'electron';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface StartAgain {
  /** What this start was given, without the files it opened. */
  readonly args: readonly string[];
  /** The AppImage that runs; null: another kind of installation. */
  readonly appImage: string | null;
}

export interface Ending {
  /** Ends the program, to start it again. A person may refuse it; the wish is then forgotten. */
  readonly restart: () => void;
  /** The program is on its way out already, and is wanted again, with these files. */
  wantAgain(files: readonly string[]): void;
  /** The person went back to her text. */
  readonly refused: () => void;
  /** The very last act: starts the program again where that is wanted. Rejects when it cannot be started. */
  carryOut(): Promise<void>;
}

export function createEnding({ args, appImage }: StartAgain): Ending {
  /** Files to open; null: nobody wants it again. */
  let wanted: readonly string[] | null = null;
  return {
    restart: () => {
      wanted ??= [];
      app.quit();
    },
    wantAgain: (files) => { wanted = [...(wanted ?? []), ...files]; },
    refused: () => { wanted = null; },
    carryOut: async () => {
      if (wanted === null) return;
      const again = [...args, ...wanted];
      if (appImage === null) app.relaunch({ args: again });
      else await startAppImage(appImage, again);
    },
  };
}

/**
 * What Electron leaves behind to start a program again runs from the mount of the AppImage, which goes with this process (electron-builder#1727, #4650).
 * So the new one is started from its file while this one still lives: its store is closed by now, and its place as the only one is given up first.
 */
async function startAppImage(file: string, args: readonly string[]): Promise<void> {
  app.releaseSingleInstanceLock();
  const started = spawn(file, args, { detached: true, stdio: 'ignore' });
  await once(started, 'spawn');
  started.unref();
}

/**
 * Sign-out and shutdown of Windows. First it asks every program: that is the time to store what is typed. Then it ends them, at once, unless a program
 * has begun its own end (change 52604 of Electron).
 */
export function endWithTheSession(window: BrowserWindow, { store, end }: { readonly store: () => void; readonly end: () => void }): void {
  window.on('query-session-end', store);
  window.on('session-end', end);
}
