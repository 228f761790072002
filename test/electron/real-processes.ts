/** The `electron` module as far as core and documents need it, with real processes: the entries from their sources. */
import { join } from 'node:path';
import { MessageChannelMain } from './stand-in/ports.ts';
import { utilityProcesses } from './stand-in/utility-process.ts';

const root = join(import.meta.dirname, '..', '..');
const entries: Readonly<Record<string, string>> = {
  'core.mjs': join(root, 'office', 'utility-entry.ts'),
  'documents.mjs': join(root, 'documents', 'utility-entry.ts'),
};

/** A test may name another program in place of the document process. */
function replaced(module: string): string | undefined {
  const other = module.endsWith('documents.mjs') ? process.env['LOTSE_OTHER_DOCUMENTS'] : undefined;
  return other ?? Object.entries(entries).find(([name]) => module.endsWith(name))?.[1];
}

const { utilityProcess, started } = utilityProcesses(
  (module) => {
    const entry = replaced(module);
    return entry === undefined ? null : { entry, imports: [], env: {} };
  },
  () => undefined,
);

export { MessageChannelMain, started, utilityProcess };
