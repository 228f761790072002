/** Breaks every connection to a server of this process, as a pulled cable or a firewall does, and mends them again. */
import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

export interface Cable {
  cut(): void;
  mend(): void;
  remove(): void;
}

/** Must be there before the connections it shall cut. */
export function cableOf(port: () => number): Cable {
  const sockets = new Set<Socket>();
  let broken = false;
  const accepted = channel('net.server.socket');
  const seen = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    if (socket.localPort !== port()) return;
    if (broken) socket.destroy();
    else sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  accepted.subscribe(seen);
  return {
    cut: () => {
      broken = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      broken = false;
    },
    remove: () => accepted.unsubscribe(seen),
  };
}
