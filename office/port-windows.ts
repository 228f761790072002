/** Windows that reach the core over a message port: one at a time, each beginning locked. */
import { onMessagePortClose, type SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { Core } from './core.ts';

export type WindowPort = SupportedMessagePort & { start(): void; close(): void };

/** Returns what takes a new window in. A closed window locks the office. */
export function serveWindowPorts(core: Core): (port: WindowPort) => Promise<void> {
  const handler = new RPCHandler(core.router);
  let current: WindowPort | null = null;
  return async (port) => {
    const earlier = current;
    current = port;
    earlier?.close();
    onMessagePortClose(port, () => {
      if (current !== port) return;
      current = null;
      void core.lock();
    });
    await core.lock();
    handler.upgrade(port, { context: core.context });
    port.start();
  };
}
