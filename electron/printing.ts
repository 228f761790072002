/**
 * Papers to a printer the person named, without the dialog of the system.
 *
 * A hidden window shows the PDF in Chromium's viewer and prints it (docs/decisions/0008-desktop-shell.md says what is known to go wrong with that).
 */
import { BrowserWindow, type PrinterInfo, type Session, type WebContents, type WebContentsPrintOptions } from 'electron';
import type { PrinterView } from '../shared/rpc/shell.contract.ts';
import type { Papers } from './paper-scheme.ts';
import { ShellError } from './shell-error.ts';
import { walls } from './window-walls.ts';

/** Said by Electron when the viewer has the whole paper; not documented, so its absence costs `quietMs` and nothing else. */
const readyEvent = '-pdf-ready-to-print';
/** How long after loading a viewer that says nothing is taken for ready, ms. */
const quietMs = 8_000;
/** How long viewer and printer may take, ms: Electron is known not to answer sometimes. */
const patienceMs = 90_000;

export interface PrintOrder {
  readonly pdf: Blob;
  /** The system's name of the printer. */
  readonly printer: string;
  readonly copies: number;
}

export interface Printing {
  printers(): Promise<readonly PrinterView[]>;
  /** Resolves when the system has taken the paper over. Errors: PRINTER_UNKNOWN, PRINT_FAILED. */
  print(order: PrintOrder): Promise<void>;
}

export function createPrinting(window: () => BrowserWindow, session: Session, papers: Papers): Printing {
  let last: Promise<void> = Promise.resolve();

  async function printers(): Promise<readonly PrinterView[]> {
    return (await window().webContents.getPrintersAsync()).map(viewOf);
  }

  async function printNow({ pdf, printer, copies }: PrintOrder): Promise<void> {
    if (!(await printers()).some(({ name }) => name === printer)) throw new ShellError('PRINTER_UNKNOWN');
    const address = papers.hold(new Uint8Array(await pdf.arrayBuffer()));
    const hidden = paperWindow(session);
    try {
      await inTime(loadPaper(hidden.webContents, address).then(() => send(hidden.webContents, { silent: true, deviceName: printer, copies, pageSize: 'A4' })));
    } finally {
      papers.drop(address);
      if (!hidden.isDestroyed()) hidden.destroy();
    }
  }

  return {
    printers,
    // One after the other: each holds a window and its paper.
    print: (order) => {
      const done = last.then(() => printNow(order));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

/** No preload, no port, no node: only the viewer. */
function paperWindow(session: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      ...walls,
      devTools: false,
      spellcheck: false,
      plugins: true,
      backgroundThrottling: false,
    },
  });
}

async function loadPaper(contents: WebContents, address: string): Promise<void> {
  const told = new Promise<null>((resolve) => { contents.once(readyEvent as 'did-finish-load', () => { resolve(null); }); });
  let timer: NodeJS.Timeout | undefined;
  // Handing a paper to its viewer may end the load that was asked for: the viewer has the last word.
  const quiet = contents.loadURL(address).then(() => null, (problem: unknown) => new ShellError('PRINT_FAILED', problem)).then(
    (failure) => new Promise<ShellError | null>((resolve) => {
      timer = setTimeout(resolve, quietMs, failure);
    }),
  );
  const failure = await Promise.race([told, quiet]);
  clearTimeout(timer);
  if (failure !== null) throw failure;
}

function send(contents: WebContents, options: WebContentsPrintOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print(options, (taken, reason) => {
      if (taken) resolve();
      else reject(new ShellError('PRINT_FAILED', new Error(reason)));
    });
  });
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new ShellError('PRINT_FAILED')); }, patienceMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // A paper that fails after it was given up is nobody's concern any more.
    work.catch(() => undefined);
  }
}

/** Where a printer stands: `printer-location` of CUPS, which Chromium also fills on Windows. Electron 36 and later do not say which printer is the default. */
function viewOf({ name, displayName, options }: PrinterInfo): PrinterView {
  const location = (options as Readonly<Record<string, unknown>>)['printer-location'];
  return { name, displayName: displayName === '' ? name : displayName, location: typeof location === 'string' ? location : '', isDefault: false };
}
