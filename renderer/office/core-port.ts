/**
 * The line to the core in the desktop shell: a port that main hands to this page, and a new one each time the core had to be started anew.
 * A new core is locked; what was typed waits in the page until somebody unlocks.
 */
import { RPCLink } from '@orpc/client/message-port';
import { onPort } from './launch.ts';
import type { ConnectionState, Link } from './rpc.ts';
import type { Shell } from './shell/client.ts';

/** Reports every change; `link` null: nobody is there to be asked. */
export function keepPort(shell: Pick<Shell, 'listen'>, onchange: (link: Link | null, state: ConnectionState) => void): void {
  let current: MessagePort | null = null;
  let ended = false;

  /** A port says nothing to its own side when it is closed here: calls under way are told by the same event as if the core had closed it. */
  function drop(state: ConnectionState): void {
    const port = current;
    current = null;
    onchange(null, state);
    port?.close();
    port?.dispatchEvent(new Event('close'));
  }

  onPort('lotse:core', (port) => {
    if (ended) return;
    if (current !== null) drop({ phase: 'lost' });
    current = port;
    port.addEventListener('close', () => {
      if (current === port) drop({ phase: 'lost' });
    });
    const link = new RPCLink({ port });
    port.start();
    onchange(link, { phase: 'open' });
  });

  // Main sees a core end, and does not wait for the system to close its port.
  shell.listen((event) => {
    if (event.kind !== 'core' || ended) return;
    if (event.state === 'lost' && current !== null) drop({ phase: 'lost' });
    if (event.state === 'given_up') {
      ended = true;
      drop({ phase: 'ended', code: 'CORE_GIVEN_UP' });
    }
  });
}
