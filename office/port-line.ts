/**
 * Procedures over the message port of a window. Every message is looked at before it is parsed; one that our own window would never send,
 * or one that breaks on its way, ends the line and nothing else.
 */
import { onMessagePortClose, onMessagePortMessage, postMessagePortMessage, type SupportedMessagePort } from '@orpc/client/message-port';
import type { MinimalWebsocket } from '@orpc/server/websocket';
import { isReadable } from '../shared/rpc/readable-message.ts';

export type WindowPort = SupportedMessagePort & { start(): void; close(): void };

export interface LineOptions {
  /** Who answers, with its context. Of the WebSocket: the same words cross a port, and unlike that of the port its `message` says when one failed. */
  readonly answer: (socket: MinimalWebsocket, message: string | ArrayBuffer) => Promise<void>;
  /** Takes every call back that is under way. */
  readonly drop: (socket: MinimalWebsocket) => void;
  readonly maxBytes: number;
  /** Once, when the window hung up, was cut off, or said what it must not (`refused`). */
  readonly onend: (why: 'closed' | 'cut' | 'refused') => void;
}

export interface Line {
  /** Nothing more is heard or said, whatever still arrives. */
  cut(): void;
}

/** Takes over `port`, which must not be started yet. */
export function openLine(port: WindowPort, { answer, drop, maxBytes, onend }: LineOptions): Line {
  let open = true;
  /** Messages are looked at in the order they came. */
  let turn = Promise.resolve();
  const socket: MinimalWebsocket = {
    send: (message) => {
      if (open) postMessagePortMessage(port, message);
    },
    // Asked for by the type; `message` and `close` below are called by hand.
    addEventListener: () => undefined,
  };

  function end(why: 'closed' | 'cut' | 'refused'): void {
    if (!open) return;
    open = false;
    drop(socket);
    if (why !== 'closed') port.close();
    onend(why);
  }

  async function take(data: unknown): Promise<void> {
    if (!open) return;
    if (await isReadable(data, maxBytes)) {
      // Not waited for: a slow answer holds no other up.
      if (open) answer(socket, data as string | ArrayBuffer).catch(() => { end('refused'); });
    } else end('refused');
  }

  onMessagePortMessage(port, (data: unknown) => {
    if (open) turn = turn.then(() => take(data));
  });
  onMessagePortClose(port, () => { end('closed'); });
  port.start();
  return { cut: () => { end('cut'); } };
}
