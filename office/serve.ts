/**
 * The office in the browser: `node office/serve.ts --dir D [--port P] [--today YYYY-MM-DD]`.
 *
 * Prints one line with the address on stdout, once, and runs until it is told to end.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refusal, writingSwitch } from './no-dumps.ts';
import { serveOffice } from './serve-office.ts';

const forbidden = writingSwitch();
if (forbidden !== null) {
  process.stderr.write(refusal(forbidden));
  process.exit(2);
}

const { values } = parseArgs({
  options: { dir: { type: 'string' }, port: { type: 'string' }, today: { type: 'string' }, assets: { type: 'string' } },
});

if (values.dir === undefined) {
  process.stderr.write('Aufruf: node office/serve.ts --dir DATENORDNER [--port NUMMER] [--today JJJJ-MM-TT]\n');
  process.exit(2);
}

const served = await serveOffice({
  dir: values.dir,
  assetsDir: values.assets ?? join(import.meta.dirname, '..', '.build', 'renderer', 'office'),
  port: Number(values.port ?? 0),
  today: values.today ?? null,
});
process.stdout.write(`${served.address()}\n`);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void served.close().then(() => process.exit(0));
  });
}
