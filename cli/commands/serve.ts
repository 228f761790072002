/** The browser shell, until somebody ends it. */
import { join } from 'node:path';
import { serveOffice } from '../../office/serve-office.ts';
import { optional, wholeNumber, type Command } from '../command.ts';
import { openInBrowser } from '../open-browser.ts';
import { folderOf } from '../office-session.ts';

/** Folder of the built windows. */
export const builtWindows = join(import.meta.dirname, '..', '..', '.build', 'renderer');

/** Resolves with the first signal to end. */
export function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { resolve(); });
  });
}

export const serve: Command = {
  name: ['serve'],
  usage: '[--port NUMMER] [--open]',
  summary: 'Öffnet das JMD im Browser dieses PCs und gibt die Adresse aus; endet mit Strg+C.',
  options: { port: { type: 'string' }, open: { type: 'boolean' } },
  run: async ({ values }) => {
    const port = wholeNumber(optional(values, 'port') ?? '0', '--port', 0, 65_535);
    const served = await serveOffice({ dir: folderOf(values), assetsDir: join(builtWindows, 'office'), port, today: optional(values, 'today') });
    const address = served.address();
    process.stdout.write(values['json'] === true ? `${JSON.stringify({ address })}\n` : `${address}\n`);
    // The launch page holds the address, so that it does not stand in the browser's command line.
    if (values['open'] === true) openInBrowser(served.launchPage);
    await untilEnded();
    await served.close();
    return undefined;
  },
};
