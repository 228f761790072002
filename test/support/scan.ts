/** Looks for words in the raw bytes of files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below `dir` that hold one of the words in plain, as UTF-8 or UTF-16. */
export function filesHolding(dir: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}
