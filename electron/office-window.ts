/** The one window of the office: closed towards everything, shown when it has something to show, where it was last time. */
import { app, BrowserWindow, nativeTheme, screen, session as sessions, type Session } from 'electron';
import { join } from 'node:path';
import { appOrigin } from './app-scheme.ts';
import { offerTextMenu } from './menu.ts';
import { spellsHere } from './spelling.ts';
import { writeWhole } from './whole-file.ts';
import { walls } from './window-walls.ts';
import { fittingState, nextZoom, readWindowState, smallest, type WindowState } from './window-state.ts';

/** In memory: whatever a page could store, cache or page out ends with the program and is in no file (R28). */
export function windowSession(): Session {
  const session = sessions.fromPartition('lotse-window', { cache: false });
  // A proxy that is not there: what slips past every other rule still reaches nobody (R24).
  void session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  return session;
}

/** `--paper` of renderer/ui/tokens.css: no white flash before the page is there. */
function paper(): string {
  return nativeTheme.shouldUseDarkColors ? '#0e1a1e' : '#f5f1e8';
}

export interface OfficeWindow {
  readonly window: BrowserWindow;
  readonly zoom: (direction: 'in' | 'out' | 'reset') => void;
  /** Keeps where it stands, for next time. */
  readonly remember: () => Promise<void>;
}

/** `root`: folder of the built program; `stateFile`: where its place is kept. */
export function openOfficeWindow(root: string, session: Session, stateFile: string): OfficeWindow {
  const state = fittingState(readWindowState(stateFile), screen.getAllDisplays().map(({ workArea }) => workArea));
  let { zoom } = state;
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Lotse',
    show: false,
    backgroundColor: paper(),
    webPreferences: {
      preload: join(root, 'preload.cjs'),
      session,
      ...walls,
      spellcheck: spellsHere(process.platform),
      devTools: !app.isPackaged,
      zoomFactor: zoom,
    },
  });
  const { webContents } = window;
  window.once('ready-to-show', () => {
    // Only now: it also shows the window.
    if (state.maximised) window.maximize();
    window.show();
  });
  const repaint = (): void => { window.setBackgroundColor(paper()); };
  nativeTheme.on('updated', repaint);
  window.once('closed', () => { nativeTheme.off('updated', repaint); });
  offerTextMenu(webContents);

  const apply = (): void => { webContents.setZoomFactor(zoom); };
  // Chromium keeps a size per address, which after a reload is 1 again.
  webContents.on('did-finish-load', apply);
  const change = (direction: 'in' | 'out' | 'reset'): void => {
    zoom = direction === 'reset' ? 1 : nextZoom(zoom, direction);
    apply();
  };
  webContents.on('zoom-changed', (_event, direction) => { change(direction); });

  return {
    window,
    zoom: change,
    remember: () => {
      const now: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized(), zoom };
      return writeWhole(stateFile, JSON.stringify(now));
    },
  };
}

export function loadOffice(window: BrowserWindow): void {
  void window.loadURL(`${appOrigin}/`);
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
