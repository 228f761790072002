/**
 * `restore-unfinished`: stands from the first to the last step of a restore, and says where the former files lie, so that an interrupted
 * one can begin again with everything that was here.
 */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';
import { StoreError } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { parseJson } from '../parse-json.ts';
import { syncFolder } from '../sync.ts';

const Marker = z.strictObject({
  /** Folder below `set-aside/`. */
  setAside: z.string().regex(/^[0-9A-Za-z-]{1,60}$/),
  /** `aside`: files are still being moved there. `build`: all are there; what lies in their places is half-made. */
  phase: z.enum(['aside', 'build']),
});
export type RestoreMarker = z.infer<typeof Marker>;

/** null when no restore is under way. One that cannot be read is as good as a new one: nothing that was moved is touched again. */
export function readMarker(dir: string): RestoreMarker | null {
  const file = folderPaths(dir).restoring;
  if (!fs.existsSync(file)) return null;
  const marker = Marker.safeParse(parseJson(fs.readFileSync(file, 'utf8')));
  return marker.success ? marker.data : null;
}

export function writeMarker(dir: string, marker: RestoreMarker): void {
  writeFileAtomically(folderPaths(dir).restoring, `${JSON.stringify(marker)}\n`);
}

export function removeMarker(dir: string): void {
  fs.rmSync(folderPaths(dir).restoring, { force: true });
  syncFolder(dir);
}

/** Throws RESTORE_UNFINISHED: nobody works in a folder that is neither the old nor the new one whole. */
export function assertNoRestore(dir: string): void {
  if (fs.existsSync(folderPaths(dir).restoring)) throw new StoreError('RESTORE_UNFINISHED');
}

/** A name below `set-aside/` nobody has yet. */
export function newSetAside(dir: string, at: string): string {
  const stamp = at.replaceAll(':', '');
  for (let turn = 1; ; turn += 1) {
    const name = turn === 1 ? stamp : `${stamp}-${String(turn)}`;
    if (!fs.existsSync(path.join(folderPaths(dir).setAside, name))) return name;
  }
}
