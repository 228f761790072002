/** Messages and ports over the channel of a child process; both of its ends are here. */
import { MessageChannelMain, type MessagePortMain } from './ports.ts';

/** What crosses. `standIn` tells it from whatever else a process says to its child. */
export type Crossing =
  | { readonly standIn: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly standIn: 'port'; readonly id: number; readonly data: unknown }
  | { readonly standIn: 'port-closed'; readonly id: number };

export function isCrossing(message: unknown): message is Crossing {
  return typeof message === 'object' && message !== null && 'standIn' in message;
}

/** One end. Numbers of ports are made by main alone, as only it gives ports away. */
export class ProcessPorts {
  readonly held = new Map<number, MessagePortMain>();
  readonly post: (crossing: Crossing) => void;
  readonly onmessage: (data: unknown, ports: readonly MessagePortMain[]) => void;
  nextId = 1;

  constructor(post: (crossing: Crossing) => void, onmessage: (data: unknown, ports: readonly MessagePortMain[]) => void) {
    this.post = post;
    this.onmessage = onmessage;
  }

  /** Sends a message, and gives the ports with it away. */
  send(data: unknown, ports: readonly MessagePortMain[] = []): void {
    const ids = ports.map(() => this.nextId++);
    this.post({ standIn: 'message', data, ports: ids });
    for (const [i, port] of ports.entries()) this.hold(ids[i] ?? 0, port);
  }

  receive(crossing: Crossing): void {
    if (crossing.standIn === 'message') {
      this.onmessage(crossing.data, crossing.ports.map((id) => {
        const { port1, port2 } = new MessageChannelMain();
        this.hold(id, port1);
        return port2;
      }));
      return;
    }
    const port = this.held.get(crossing.id);
    if (crossing.standIn === 'port') port?.send(crossing.data);
    else {
      this.held.delete(crossing.id);
      port?.close();
    }
  }

  /** The process is gone: whoever spoke to it hears that its ports are closed. */
  end(): void {
    for (const port of this.held.values()) port.close();
    this.held.clear();
  }

  hold(id: number, port: MessagePortMain): void {
    this.held.set(id, port);
    port.giveTo({
      message: (data) => { this.post({ standIn: 'port', id, data }); },
      closed: () => {
        this.held.delete(id);
        this.post({ standIn: 'port-closed', id });
      },
    });
  }
}
