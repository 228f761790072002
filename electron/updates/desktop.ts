/** Updates as main wires them: everything of Electron that createUpdates is given. */
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { installedAs, runningAppImage } from './installed-as.ts';
import { updatesFetch } from './network.ts';
import { readOperator, sourceOf } from './operator.ts';
import { createUpdates, type Updates } from './updates.ts';

export interface DesktopUpdates {
  /** Folder of the built program, in which operator.json lies. */
  readonly root: string;
  /** The window the dialogs belong to; null while there is none. */
  readonly window: () => BrowserWindow | null;
  /** Locks and ends the office core; resolves when its files are closed. */
  readonly endCore: () => Promise<void>;
  /** Starts the program anew. */
  readonly restart: () => void;
  /** A line for the local notes: codes only. */
  readonly note: (line: string) => void;
}

/** After `app.whenReady()`. */
export async function desktopUpdates({ root, window, endCore, restart, note }: DesktopUpdates): Promise<Updates> {
  const operator = await readOperator(root, note);
  const updates = createUpdates({
    userData: app.getPath('userData'),
    current: app.getVersion(),
    packaged: app.isPackaged,
    installedAs: installedAs(process),
    appImage: runningAppImage(process),
    operator,
    fetch: updatesFetch(sourceOf(operator, app.isPackaged)),
    dialog: {
      showOpenDialog: async (asked) => {
        const parent = window();
        return parent === null ? dialog.showOpenDialog(asked) : dialog.showOpenDialog(parent, asked);
      },
      showMessageBox: async (asked) => {
        const parent = window();
        return parent === null ? dialog.showMessageBox(asked) : dialog.showMessageBox(parent, asked);
      },
    },
    open: shell,
    endCore,
    quit: () => { app.quit(); },
    restart,
    now: () => new Date(),
    note,
  });
  // At every start: the version that runs is remembered as seen, and an installer that has done its work goes. Asks nobody; nobody waits for it.
  void updates.state();
  return updates;
}
