/** Papers and files that a person saves where she wants them; deleted again by one click while the program runs. */
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { savedPlaceWarning } from '../office/saved-place.ts';
import type { SavedView } from '../shared/rpc/shell.contract.ts';
import { diskError, ShellError } from './shell-error.ts';
import { writeWhole } from './whole-file.ts';

export interface SavedFiles {
  /** null: the dialog was closed. Errors: DISK_FULL, DISK_ERROR. */
  save(file: Blob, name: string): Promise<SavedView | null>;
  /** Deletes exactly what was saved; what somebody put in its place stays. Errors: SAVED_FILE_UNKNOWN, DISK_ERROR. */
  remove(id: string): Promise<void>;
  /** Shows it in the folder. Errors: SAVED_FILE_UNKNOWN. */
  show(id: string): Promise<void>;
}

/** Tells a file from another of the same name. */
interface Saved {
  readonly path: string;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

const kinds: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  json: 'JSON',
  csv: 'CSV-Tabelle',
  txt: 'Text',
  'lotse-meldung': 'Meldung von Lotse',
  'lotse-uebergabe': 'Übergabe von Lotse',
};

function filtersFor(name: string): { name: string; extensions: string[] }[] {
  const extension = extname(name).slice(1).toLowerCase();
  return extension === '' ? [] : [{ name: kinds[extension] ?? extension.toUpperCase(), extensions: [extension] }];
}

async function look(path: string): Promise<Omit<Saved, 'path'> | null> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return { ino, size, mtimeMs };
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
}

async function removeSaved({ path, ...known }: Saved): Promise<void> {
  const there = await look(path);
  if (there === null) return;
  // Somebody saved something else under this name: not ours to delete.
  if (there.ino !== known.ino || there.size !== known.size || there.mtimeMs !== known.mtimeMs) throw new ShellError('SAVED_FILE_UNKNOWN');
  await rm(path);
}

export function createSavedFiles(window: () => BrowserWindow): SavedFiles {
  const files = new Map<string, Saved>();

  function known(id: string): Saved {
    const file = files.get(id);
    if (file === undefined) throw new ShellError('SAVED_FILE_UNKNOWN');
    return file;
  }

  async function write(file: Blob, path: string): Promise<SavedView> {
    await writeWhole(path, new Uint8Array(await file.arrayBuffer()), 0o666);
    const written = await look(path);
    const id = randomUUID();
    if (written !== null) files.set(id, { path, ...written });
    return { id, fileName: basename(path), warning: savedPlaceWarning(dirname(path)) };
  }

  return {
    save: async (file, name) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: 'Speichern',
        defaultPath: join(app.getPath('documents'), name),
        filters: filtersFor(name),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      if (canceled || filePath === '') return null;
      return write(file, filePath).catch((problem: unknown) => { throw diskError(problem); });
    },
    remove: async (id) => {
      await removeSaved(known(id)).catch((problem: unknown) => { throw diskError(problem); });
      files.delete(id);
    },
    show: async (id) => {
      const { path } = known(id);
      if ((await look(path)) === null) throw new ShellError('SAVED_FILE_UNKNOWN');
      shell.showItemInFolder(path);
    },
  };
}
