/**
 * The desktop shell: one window, one office core in a process of its own, ports between them. Only wires; each part has its file.
 *
 * Knows nothing of cases. Arguments after the program go on to the core: `--dir D`, `--today YYYY-MM-DD`; files of Lotse are opened.
 */
import { app, dialog, protocol, session as sessions } from 'electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultFolder } from '../office/default-folder.ts';
import { whereItBroke } from '../office/where-it-broke.ts';
import { servePages } from './app-scheme.ts';
import { startCoreHost } from './core-host.ts';
import { openCrashNotes, type Note } from './crash-notes.ts';
import { bringWindowBack, helpHangingWindow, noteOwnFailures } from './crashes.ts';
import { createEnding, endWithTheSession } from './ending.ts';
import { hardenEverything, hardenSession } from './harden.ts';
import { lockWithThePc } from './locks.ts';
import { setMenu } from './menu.ts';
import type { OwnAct } from './menu-items.ts';
import { bringToFront, loadOffice, openOfficeWindow, windowSession } from './office-window.ts';
import { openAddress } from './open-address.ts';
import { createOpenedFiles, filesAmong, withoutFiles } from './opened-files.ts';
import { createPapers, isPaper } from './paper-scheme.ts';
import { createPrinting } from './printing.ts';
import { refuseOpenStart } from './refuse-start.ts';
import { createSavedFiles } from './saved-files.ts';
import { settleFolder } from './settle-folder.ts';
import { createShellEvents } from './shell-events.ts';
import { serveShell } from './shell-router.ts';
import { setSpelling } from './spelling.ts';
import { askBeforeTextIsLost } from './unsaved.ts';
import { desktopUpdates } from './updates/desktop.ts';
import { runningAppImage } from './updates/installed-as.ts';
import { giveWindowPorts } from './window-ports.ts';

/** Folder of the built program: window/, core.mjs, documents.mjs and preload.cjs lie beside this file. */
const root = import.meta.dirname;
const args = process.argv.slice(1);

function coreArguments(): readonly string[] {
  const { values } = parseArgs({ args, options: { dir: { type: 'string' }, today: { type: 'string' } }, strict: false });
  const today = typeof values.today === 'string' ? ['--today', values.today] : [];
  return ['--dir', typeof values.dir === 'string' ? values.dir : defaultFolder(), ...today];
}

/** Opened with files before there was a window (macOS says so before anything else). */
const early: string[] = [];
const remember = (event: { preventDefault(): void }, path: string): void => {
  event.preventDefault();
  early.push(path);
};

async function run(note: Note): Promise<void> {
  hardenSession(sessions.defaultSession);
  const session = windowSession();
  const papers = createPapers();
  const pages = servePages(join(root, 'window'));
  session.protocol.handle('lotse', (request) => (isPaper(request.url) ? papers.answer(request) : pages(request)));
  setSpelling(session, process.platform);

  const { window, zoom, remember: keepPlace } = openOfficeWindow(root, session, join(app.getPath('userData'), 'window.json'));
  const ending = createEnding({ args: withoutFiles(args), appImage: runningAppImage(process) });
  const updates = await desktopUpdates({
    root,
    window: () => (window.isDestroyed() ? null : window),
    endCore: async () => {
      await core.end();
      // Until the last question about the installer is answered there is a window without an office: it says so, and how to start anew.
      tellCore('given_up');
    },
    restart: ending.restart,
    note,
  });

  let coreState: 'back' | 'lost' | 'given_up' = 'back';
  const opened = createOpenedFiles(() => window, () => { events.send({ kind: 'file_waiting' }); });
  const events = createShellEvents(() => [
    ...(coreState === 'back' ? [] : [{ kind: 'core', state: coreState } as const]),
    ...(opened.isWaiting() ? [{ kind: 'file_waiting' } as const] : []),
  ]);
  const tellCore = (state: typeof coreState): void => {
    coreState = state;
    if (state === 'back') ports.handCorePort();
    events.send({ kind: 'core', state });
  };
  const core = startCoreHost({
    folder: root,
    args: coreArguments(),
    note,
    onState: tellCore,
  });
  const shell = serveShell({
    events,
    opened,
    saved: createSavedFiles(() => window),
    printing: createPrinting(() => window, session, papers),
    updates,
    openAddress: (address) => openAddress(window, address),
    restart: ending.restart,
    note,
  });
  const ports = giveWindowPorts(window.webContents, {
    'lotse:core': (port) => {
      core.handPort(port);
      // The core cuts a former window off itself.
      return () => undefined;
    },
    'lotse:shell': shell,
  }, () => { core.lock(); });

  const acts: Readonly<Record<OwnAct, () => void>> = {
    zoom_in: () => { zoom('in'); },
    zoom_out: () => { zoom('out'); },
    zoom_reset: () => { zoom('reset'); },
    quit: () => { app.quit(); },
    reload: () => { window.webContents.reload(); },
    devtools: () => { window.webContents.toggleDevTools(); },
  };
  setMenu(
    { mac: process.platform === 'darwin', packaged: app.isPackaged },
    { command: (command) => { events.send({ kind: 'command', command }); }, act: (act) => { acts[act](); } },
  );
  const lockWindow = (): void => { events.send({ kind: 'command', command: 'lock' }); };
  lockWithThePc(() => {
    core.lock();
    // The window would notice with its next question, and show the case until then.
    lockWindow();
  });
  let sessionEnds = false;
  endWithTheSession(window, {
    // It stores what is typed and locks the core itself.
    store: lockWindow,
    end: () => {
      sessionEnds = true;
      app.quit();
    },
  });
  askBeforeTextIsLost(window, { maybe: () => !sessionEnds && core.state !== 'ended', onstay: ending.refused });
  bringWindowBack(window, { load: () => { loadOffice(window); }, note, now: () => performance.now() });
  helpHangingWindow(window, note);

  app.on('second-instance', (_event, given, folder) => {
    // This one is on its way out, and holds the office until its files are closed.
    if (window.isDestroyed()) return ending.wantAgain(filesAmong(given.slice(1), folder));
    bringToFront(window);
    opened.offerArguments(given.slice(1), folder);
  });
  app.off('open-file', remember);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (window.isDestroyed()) return ending.wantAgain([path]);
    bringToFront(window);
    opened.offer(path);
  });
  let placeKept = Promise.resolve();
  window.on('close', () => { placeKept = keepPlace().catch(() => { note('WINDOW_STATE_NOT_KEPT'); }); });
  app.on('window-all-closed', () => { app.quit(); });
  // The core closes its files first; then the program ends for good.
  app.on('will-quit', (event) => {
    event.preventDefault();
    void Promise.allSettled([core.end(), placeKept])
      .then(() => ending.carryOut())
      .catch((problem: unknown) => { note(`RESTART_FAILED ${whereItBroke(problem)}`); })
      .finally(() => { app.exit(0); });
  });

  for (const path of [...filesAmong(args, process.cwd()), ...early]) opened.offer(path);
  loadOffice(window);
}

if (!refuseOpenStart()) {
  settleFolder();
  if (!app.requestSingleInstanceLock()) app.quit();
  else {
    const note = openCrashNotes(join(app.getPath('userData'), 'notes.log'), () => new Date());
    noteOwnFailures(note);
    // Its windows and its place in the taskbar belong together (Windows).
    if (process.platform === 'win32') app.setAppUserModelId('de.lotse.office');
    app.enableSandbox();
    protocol.registerSchemesAsPrivileged([{ scheme: 'lotse', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    hardenEverything();
    app.on('open-file', remember);
    app
      .whenReady()
      .then(() => run(note))
      .catch((problem: unknown) => {
        note(`START_FAILED ${whereItBroke(problem)}`);
        dialog.showErrorBox('Lotse konnte nicht starten', 'Ihre Akten sind davon nicht berührt. Bitte versuchen Sie es noch einmal. Bleibt es dabei, hilft Ihre Administration.');
        app.exit(1);
      });
  }
}
