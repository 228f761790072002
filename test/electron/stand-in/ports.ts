/**
 * Message ports as Electron's main and utility processes know them: 'message' with `{ data, ports }`, nothing before `start()`, 'close' on both
 * ends, a copy of what is sent. Runs in the test process and, through parent-port.mjs, in the core.
 */
import { EventEmitter } from 'node:events';

/** Where the messages to a port go once it was given away to a page or a process. */
export interface Holder {
  message(data: unknown): void;
  closed(): void;
}

type Item = { readonly data: unknown; readonly ports: readonly MessagePortMain[] } | 'close';

export class MessagePortMain extends EventEmitter {
  other: MessagePortMain | null = null;
  started = false;
  over = false;
  holder: Holder | null = null;
  readonly waiting: Item[] = [];
  drains = false;

  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    if (this.holder !== null) throw new Error('this port was given away');
    if (message instanceof Blob) throw new TypeError('An object could not be cloned: a Blob crosses no MessagePortMain.');
    this.send(structuredClone(message), transfer);
  }

  /** As `postMessage`, for whoever holds this port now. */
  send(data: unknown, ports: readonly MessagePortMain[] = []): void {
    if (!this.over) this.other?.take({ data, ports });
  }

  start(): void {
    this.started = true;
    this.drain();
  }

  close(): void {
    if (this.over) return;
    this.over = true;
    this.other?.take('close');
    if (this.holder === null) this.emit('close');
  }

  /** From now on messages to this port go to `holder`, those that wait first. */
  giveTo(holder: Holder): void {
    if (this.holder !== null) throw new Error('this port was given away before');
    this.holder = holder;
    this.start();
  }

  take(item: Item): void {
    if (this.over) return;
    this.waiting.push(item);
    this.drain();
  }

  drain(): void {
    if (this.drains || !this.started) return;
    this.drains = true;
    setImmediate(() => {
      this.drains = false;
      for (let item = this.waiting.shift(); item !== undefined; item = this.waiting.shift()) this.hand(item);
    });
  }

  hand(item: Item): void {
    if (this.over) return;
    if (item === 'close') {
      this.over = true;
      if (this.holder === null) this.emit('close');
      else this.holder.closed();
    } else if (this.holder === null) this.emit('message', item);
    else if (item.ports.length > 0) throw new Error('the stand-in carries no port through a port that was given away');
    else this.holder.message(item.data);
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}
