/**
 * `updates.json` of the shell: the newest version this PC knew of, and when somebody last looked.
 *
 * It lies outside the program, so that it stays when an older Lotse is installed again. Missing or damaged it is as on the first day: what counts
 * then is the version that runs, which is never undercut either.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { IsoDay } from '../../shared/domain/day.ts';
import { KeyId } from '../../shared/envelopes/types.ts';
import type { Seen } from '../../shared/updates/judge.ts';
import { Version } from '../../shared/updates/version.ts';
import { replaceFile } from './atomic-file.ts';
import { plainFileSize } from './file-parts.ts';

const maxBytes = 10_000;

const SeenFile = z.strictObject({
  format: z.literal('lotse-updates-seen-1'),
  version: Version,
  released: IsoDay.nullable(),
  key: KeyId.nullable(),
  lookedAt: z.iso.datetime().nullable(),
});

export interface Remembered {
  readonly seen: Seen;
  /** Id of the key that signed it; null: it was seen because it ran. A thief's numbers count only as long as the program knows the stolen key. */
  readonly key: string | null;
  /** ISO time; null: never. */
  readonly lookedAt: string | null;
}

function fileIn(userData: string): string {
  return join(userData, 'updates.json');
}

/** null: nothing is remembered. `note` is told when there was something that cannot be read. */
export async function readRemembered(userData: string, note: (line: string) => void): Promise<Remembered | null> {
  const unreadable = 'updates: what was seen cannot be read, begun anew';
  try {
    const size = await plainFileSize(fileIn(userData));
    if (size === null || size > maxBytes) {
      if (existsSync(fileIn(userData))) note(unreadable);
      return null;
    }
    const { version, released, key, lookedAt } = SeenFile.parse(JSON.parse(await readFile(fileIn(userData), 'utf8')));
    return { seen: { version, released }, key, lookedAt };
  } catch {
    note(unreadable);
    return null;
  }
}

export async function writeRemembered(userData: string, { seen: { version, released }, key, lookedAt }: Remembered): Promise<void> {
  await replaceFile(fileIn(userData), JSON.stringify({ format: 'lotse-updates-seen-1', version, released, key, lookedAt }));
}
