/** Which files of a package go along, as they lie in npm's folder: folders of the list taken apart. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptPackage } from './platforms.ts';
import { filesBelow } from './source-files.ts';

export const modules = join(import.meta.dirname, '..', '..', 'node_modules');

/** Beside its package.json, which is written anew. */
export function keptFiles({ name, files }: KeptPackage): readonly string[] {
  const from = join(modules, name);
  const named = files.flatMap((file) => (file.endsWith('/') ? filesBelow(join(from, file)).map((below) => `${file}${below}`) : [file]));
  return existsSync(join(from, 'LICENSE')) ? [...named, 'LICENSE'] : named;
}
