/**
 * What whoever builds Lotse says about updates: `operator.json` beside the program. The shipped one names no key and no address: then there are no
 * updates from here, and the window says so (docs/updates.md).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { IsoDay } from '../../shared/domain/day.ts';
import { PublisherKey } from '../../shared/updates/publisher-key.ts';

export const operatorName = 'operator.json';

export const Operator = z.strictObject({
  /** Ed25519, base64 of 32 bytes each: whoever holds one of them may publish. */
  keys: z.array(PublisherKey).max(8),
  /** Folder on a server that holds `lotse-update.json` and the installers; null: updates come by stick alone. */
  address: z.url().max(500).nullable(),
  /** Day of the commit this was built from; null when the build did not say. */
  built: IsoDay.nullable().default(null),
});
export type Operator = z.infer<typeof Operator>;

/** Nobody may publish. */
export const noOperator: Operator = { keys: [], address: null, built: null };

/** Reads the file of the app folder; without one there is no operator. One that cannot be understood is noted and worth nothing. */
export async function readOperator(folder: string, note: (line: string) => void): Promise<Operator> {
  try {
    return Operator.parse(JSON.parse(await readFile(join(folder, operatorName), 'utf8')));
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOENT')) note('updates: operator.json cannot be used');
    return noOperator;
  }
}

/** The folder on the server, with a slash at its end; null when it is not one that may be asked. Plain http only to this PC itself, for trying. */
export function sourceOf({ address }: Operator, packaged: boolean): URL | null {
  const url = address === null ? null : URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const local = !packaged && url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !local) return null;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
