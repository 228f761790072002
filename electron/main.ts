/**
 * The desktop shell: one window, one office core in a process of its own, a message port between the two.
 *
 * Knows nothing of cases. Arguments after the program go on to the core: `--dir D`, `--today YYYY-MM-DD`.
 */
import { app, BrowserWindow, powerMonitor, protocol, session, utilityProcess, type UtilityProcess } from 'electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultFolder } from '../office/default-folder.ts';
import { answerFromFolder, appOrigin } from './app-scheme.ts';
import { hardenContents, hardenSession, startedOpen } from './harden.ts';
import { giveWindowPorts } from './window-ports.ts';

/** How long the core may take to lock and close its files, ms. */
const patienceMs = 5_000;
/** Folder of the built program: window/, core.mjs, documents.mjs and preload.cjs lie beside this file. */
const root = import.meta.dirname;
const { values } = parseArgs({ args: process.argv.slice(1), options: { dir: { type: 'string' }, today: { type: 'string' } }, strict: false });

function startCore(): UtilityProcess {
  const today = typeof values.today === 'string' ? ['--today', values.today] : [];
  const args = ['--dir', typeof values.dir === 'string' ? values.dir : defaultFolder(), ...today];
  return utilityProcess.fork(join(root, 'core.mjs'), args, { serviceName: 'Lotse', stdio: 'inherit' });
}

function openWindow(core: UtilityProcess): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    title: 'Lotse',
    show: false,
    webPreferences: {
      preload: join(root, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => { window.show(); });
  giveWindowPorts(window.webContents, {
    'lotse:core': (port) => {
      core.postMessage('window', [port]);
      return () => undefined;
    },
    'lotse:shell': (port) => () => { port.close(); },
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}

function run(): void {
  protocol.handle('lotse', (request) => answerFromFolder(join(root, 'window'), request));
  hardenSession(session.defaultSession);
  const core = startCore();
  const window = openWindow(core);
  for (const event of ['lock-screen', 'suspend'] as const) powerMonitor.on(event as 'suspend', () => { core.postMessage('lock'); });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  // Without its core the window has nothing to show.
  core.on('exit', () => { app.quit(); });
  app.on('window-all-closed', () => {
    core.postMessage('end');
    setTimeout(() => core.kill(), patienceMs).unref();
  });
}

if (startedOpen(app) || !app.requestSingleInstanceLock()) app.quit();
else {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme: 'lotse', privileges: { standard: true, secure: true } }]);
  hardenContents(app);
  void app.whenReady().then(run);
}
