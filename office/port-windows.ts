/** Windows that reach the core over a message port: one at a time, each beginning locked. */
import { RPCHandler } from '@orpc/server/websocket';
import { maxMessageBytes } from '../shared/rpc/limits.ts';
import type { Core } from './core.ts';
import { openLine, type Line, type WindowPort } from './port-line.ts';

export type { WindowPort } from './port-line.ts';

/**
 * Returns what takes a new window in.
 *
 * A window that hangs up, or says what no window of ours says, locks the office; the core goes on, and takes the next one in.
 */
export function serveWindowPorts(core: Core): (port: WindowPort) => Promise<void> {
  const handler = new RPCHandler(core.router);
  let current: Line | null = null;
  let newest: WindowPort | null = null;
  return async (port) => {
    newest = port;
    current?.cut();
    current = null;
    await core.lock();
    // Another one came while the office was locking.
    if (newest !== port) {
      port.close();
      return;
    }
    current = openLine(port, {
      answer: (socket, message) => handler.message(socket, message, { context: core.context }),
      drop: (socket) => { handler.close(socket); },
      maxBytes: maxMessageBytes,
      onend: (why) => {
        if (why === 'refused') core.context.options.log?.('WINDOW_CUT_OFF');
        // Cut off for the next window, the office is locked by it.
        if (why !== 'cut') void core.lock();
      },
    });
  };
}
