/**
 * What the window may ask of the desktop shell, over a port of its own that main hands to this load once. There is none in the browser
 * shell; whatever is offered here has a way without it.
 */
import { createORPCClient, type ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { shellContract, ShellEvent } from '../../../shared/rpc/shell.contract.ts';
import { inBrowserShell } from '../launch.ts';

export type ShellClient = ContractRouterClient<typeof shellContract>;

export interface Shell {
  readonly client: ShellClient;
  /** Every event from now on, in order. */
  listen(listener: (event: ShellEvent) => void): void;
}

type Link = ClientLink<Record<never, never>>;

/** Asked for before anything else of the page runs: main hands the port over as soon as the page is loaded. */
function waitForShellPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'lotse:shell' || port === undefined) return;
      window.removeEventListener('message', listen);
      port.start();
      resolve(port);
    };
    window.addEventListener('message', listen);
  });
}

/** Calls wait for the port. null in the browser shell. */
export function connectShell(): Shell | null {
  if (inBrowserShell()) return null;
  const link = waitForShellPort().then((port): Link => new RPCLink({ port }));
  const client = createORPCClient<ShellClient>({ call: async (...call: Parameters<Link['call']>) => (await link).call(...call) });
  const listeners: ((event: ShellEvent) => void)[] = [];

  async function hear(): Promise<void> {
    // A listener that fails is a bug and is seen as one; the next event comes all the same.
    for await (const event of await client.events()) for (const listener of listeners) queueMicrotask(() => listener(event));
  }
  // The stream ends when main cuts this load off: then there is nobody to tell.
  hear().catch(() => undefined);

  return { client, listen: (listener) => void listeners.push(listener) };
}
