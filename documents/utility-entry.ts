/** The document process as a utility process of the desktop shell: answers over the one port it is given, and ends with it. */
import { startAnswering, type PrintRequest } from './answer.ts';
import type { ProcessPort } from './child.ts';

/** What Electron adds to `process` here; its types belong to electron/ alone. */
interface ParentPort {
  once(event: 'message', listen: (message: { readonly ports: readonly ProcessPort[] }) => void): unknown;
}

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };
const answer = startAnswering();

parentPort.once('message', ({ ports: [port] }) => {
  if (port === undefined) process.exit(2);
  port.on('message', ({ data }) => {
    // From our own core alone: it was built with this file.
    answer(data as PrintRequest).then(
      (answered) => { port.postMessage(answered); },
      // Ends without a word: what a broken engine says may quote the paper.
      () => process.exit(70),
    );
  });
  port.on('close', () => process.exit(0));
  port.start();
});
