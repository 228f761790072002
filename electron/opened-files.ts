/** Files of Lotse that a person opens: by double click, from the dialog, on the icon. Main reads them whole and understands nothing of them. */
import { dialog, type BrowserWindow } from 'electron';
import { open } from 'node:fs/promises';
import { basename, extname, isAbsolute, join } from 'node:path';
import { ShellError } from './shell-error.ts';

/** Endings without the dot; the installer registers the same (build/package). */
export const ownExtensions = ['lotse-meldung', 'lotse-uebergabe'] as const;

/** Largest file, bytes. */
export const maxOpenedBytes = 20_000_000;

export interface OpenedFiles {
  /** Files among the arguments a program was started with, seen from the folder it was started in. */
  offerArguments(args: readonly string[], folder: string): void;
  offer(path: string): void;
  isWaiting(): boolean;
  /** The file that waits, once; null: none. Errors: FILE_TOO_LARGE, FILE_UNREADABLE. */
  take(): Promise<File | null>;
  /** null: the dialog was closed. Errors: FILE_TOO_LARGE, FILE_UNREADABLE. */
  choose(): Promise<File | null>;
}

function isOwn(path: string): boolean {
  return ownExtensions.some((extension) => extname(path).toLowerCase() === `.${extension}`);
}

/** Arguments that are files of Lotse, as whole paths. */
export function filesAmong(args: readonly string[], folder: string): readonly string[] {
  return args.filter((word) => !word.startsWith('-') && isOwn(word)).map((word) => (isAbsolute(word) ? word : join(folder, word)));
}

/** The other arguments, in their order. */
export function withoutFiles(args: readonly string[]): readonly string[] {
  return args.filter((word) => word.startsWith('-') || !isOwn(word));
}

async function readOwn(path: string): Promise<File> {
  if (!isOwn(path)) throw new ShellError('FILE_UNREADABLE');
  const handle = await open(path, 'r');
  try {
    const about = await handle.stat();
    if (!about.isFile()) throw new ShellError('FILE_UNREADABLE');
    if (about.size > maxOpenedBytes) throw new ShellError('FILE_TOO_LARGE');
    const bytes = await handle.readFile();
    // It may grow while it is read.
    if (bytes.length > maxOpenedBytes) throw new ShellError('FILE_TOO_LARGE');
    return new File([new Uint8Array(bytes)], basename(path), { type: 'application/octet-stream' });
  } finally {
    await handle.close();
  }
}

function readOrSay(path: string): Promise<File> {
  return readOwn(path).catch((problem: unknown) => {
    throw problem instanceof ShellError ? problem : new ShellError('FILE_UNREADABLE', problem);
  });
}

/** `onWaiting`: a file waits for the window to take it. */
export function createOpenedFiles(window: () => BrowserWindow, onWaiting: () => void): OpenedFiles {
  /** Only the newest: whoever opens a second one means that. */
  let waiting: string | null = null;

  function offer(path: string): void {
    if (!isOwn(path)) return;
    waiting = path;
    onWaiting();
  }

  return {
    offer,
    offerArguments: (args, folder) => {
      for (const path of filesAmong(args, folder)) offer(path);
    },
    isWaiting: () => waiting !== null,
    take: async () => {
      const path = waiting;
      waiting = null;
      return path === null ? null : readOrSay(path);
    },
    choose: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Datei von Lotse öffnen',
        buttonLabel: 'Öffnen',
        filters: [{ name: 'Dateien von Lotse', extensions: [...ownExtensions] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      const [path] = filePaths;
      return canceled || path === undefined ? null : readOrSay(path);
    },
  };
}
