/** Every process and thread of a run begins with quick-start.mjs: those that run the tests and those a test starts. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const quickStart = pathToFileURL(join(import.meta.dirname, 'quick-start.mjs'));

/** Before the first test file, in the process that starts the others: they inherit it. */
export function setup(): void {
  // Of another project of the same run.
  if (process.env['NODE_OPTIONS']?.includes(quickStart.href) === true) return;
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${quickStart.href}`.trim();
}
