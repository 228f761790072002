/**
 * The office core inside Electron's `utilityProcess`: `--dir D [--today YYYY-MM-DD]`.
 *
 * Messages from the main process: `window` with a port, `lock`, `end`.
 */
import { parseArgs } from 'node:util';
import { refusal, writingSwitch } from './no-dumps.ts';
import { officeCore } from './office-core.ts';
import { serveWindowPorts, type WindowPort } from './port-windows.ts';

/** What Electron adds to `process` here; its types belong to electron/ alone. */
interface ParentPort {
  on(event: 'message', listen: (message: { readonly data: unknown; readonly ports: readonly WindowPort[] }) => void): void;
}

const forbidden = writingSwitch();
if (forbidden !== null) {
  process.stderr.write(refusal(forbidden));
  process.exit(2);
}

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };
const { values } = parseArgs({ options: { dir: { type: 'string' }, today: { type: 'string' } } });
if (values.dir === undefined) throw new RangeError('--dir is missing');

const office = await officeCore({ dir: values.dir, today: values.today ?? null });
const takeIn = serveWindowPorts(office.core);

parentPort.on('message', ({ data, ports: [port] }) => {
  if (data === 'window' && port !== undefined) void takeIn(port);
  else if (data === 'lock') void office.core.lock();
  else if (data === 'end') void office.close().then(() => process.exit(0));
});
