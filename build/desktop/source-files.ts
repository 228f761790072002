/** What a build is made from, so that nothing is built twice. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file below a folder as a path with `/`, sorted: the same order on every PC. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** SHA-256 over names and contents; `inputs` are files and folders below `root`. */
export function hashOfSources(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => void hash.update(path).update('\0').update(readFileSync(join(root, path)));
  for (const input of inputs) {
    if (statSync(join(root, input)).isFile()) add(input);
    else for (const file of filesBelow(join(root, input))) add(`${input}/${file}`);
  }
  return hash.digest('hex');
}
