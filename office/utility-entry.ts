/** The office core as a utility process of the desktop shell: `--dir D [--today YYYY-MM-DD]`. Says when it is ready, and hears main from then on. */
import { parseArgs } from 'node:util';
import type { ProcessPort } from '../documents/child.ts';
import { askForDocuments } from './asked-documents.ts';
import { whereItBroke } from './where-it-broke.ts';
import { ToCore, type FromCore } from './desktop-messages.ts';
import { refusal, writingSwitch } from './no-dumps.ts';
import { officeCore } from './office-core.ts';
import { serveWindowPorts } from './port-windows.ts';

/** What Electron adds to `process` here; its types belong to electron/ alone. Messages wait until somebody listens. */
interface ParentPort {
  on(event: 'message', listen: (message: { readonly data: unknown; readonly ports: readonly ProcessPort[] }) => void): unknown;
  postMessage(message: FromCore): void;
}

/** An error nobody took: what it did is unknown, and what it says may quote somebody. */
function die(problem: unknown): void {
  process.stderr.write(`UNCAUGHT_ERROR ${whereItBroke(problem)}\n`, () => process.exit(70));
}
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

const forbidden = writingSwitch();
if (forbidden !== null) {
  process.stderr.write(refusal(forbidden));
  process.exit(2);
}

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };
// Not strict: a system may add words of its own.
const { values } = parseArgs({ args: process.argv.slice(2), options: { dir: { type: 'string' }, today: { type: 'string' } }, strict: false });
const { dir, today = null } = values;
if (typeof dir !== 'string') throw new RangeError('--dir is missing');
if (typeof today === 'boolean') throw new RangeError('--today without a day');

const documents = askForDocuments((message) => { parentPort.postMessage(message); });
const office = await officeCore({ dir, today, startDocuments: documents.start });
const takeIn = serveWindowPorts(office.core);

parentPort.on('message', ({ data, ports: [port] }) => {
  const message = ToCore.parse(data);
  if (message.kind === 'window') {
    if (port !== undefined) void takeIn(port);
  } else if (message.kind === 'lock') void office.core.lock();
  else if (message.kind === 'end') void office.close().then(() => process.exit(0));
  else documents.heard(message, port);
});
parentPort.postMessage({ kind: 'ready' });
