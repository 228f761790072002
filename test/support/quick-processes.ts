/** Every process and thread of a run begins with quick-start.mjs and cheap-argon2.mjs: those that run the tests and those a test starts. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const first = ['quick-start.mjs', 'cheap-argon2.mjs'].map((file) => pathToFileURL(join(import.meta.dirname, file)).href);

/** Before the first test file, in the process that starts the others: they inherit it. */
export function setup(): void {
  const options = process.env['NODE_OPTIONS'] ?? '';
  // Of another project of the same run.
  if (first.every((file) => options.includes(file))) return;
  process.env['NODE_OPTIONS'] = `${options} ${first.map((file) => `--import=${file}`).join(' ')}`.trim();
}
