/**
 * Which unit tests share a process with others where many are run (`npm test`): what is below these folders, keeps nothing in the modules it
 * imports and replaces none.
 *
 * A file in a process of its own loads the core anew, which takes longer than most files run. Run by hand
 * (`vitest run --project unit FILE`) every file has a process of its own.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folders = ['build', 'cli', 'collector', 'db', 'docs', 'documents', 'electron', 'hostile', 'office', 'renderer', 'shared', 'stories'];

/** File → why it has a process of its own all the same. */
export const alone: Readonly<Record<string, string>> = {
  'test/db/older-files.test.ts': 'it derives in full (full-argon2.ts)',
  'test/db/slots.test.ts': 'it derives in full (full-argon2.ts)',
  'test/office/key-loss-drill.test.ts': 'it derives in full (full-argon2.ts)',
  'test/office/no-plain-text.test.ts': 'it looks for words in everything a process leaves',
  'test/office/port-fuzz.test.ts': 'it measures what a process keeps in memory',
};

/** One that puts its own in the place of a module, as no other file of the process may see. */
function replacesModules(file: string): boolean {
  return /\bvi\.(do)?[mM]ock\(/.test(readFileSync(join(root, file), 'utf8'));
}

/** Files of the project `unit-together`. */
export function together(): readonly string[] {
  return globSync(`test/{${folders.join(',')}}/**/*.test.ts`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !(file in alone) && !replacesModules(file));
}
