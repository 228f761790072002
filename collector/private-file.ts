/** Files only the server's own user may read (mode 0600): the authority key, the operator's token, where the server listens. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** Writes beside and renames, so that a reader never sees half a file. `onlyNew` throws EEXIST when the file is there already. */
export function writePrivate(file: string, text: string, onlyNew = false): void {
  const target = onlyNew ? file : `${file}.new`;
  const handle = openSync(target, onlyNew ? 'wx' : 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (!onlyNew) renameSync(target, file);
}

/** Null when there is no such file; everything else throws. */
export function readPrivate(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
