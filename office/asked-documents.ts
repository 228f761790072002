/** The document process in the desktop shell: main starts it at our wish, papers go over a port straight to it. */
import type { PrintAnswer, PrintRequest } from '../documents/answer.ts';
import type { ChildListener, ProcessPort, StartChild } from '../documents/child.ts';
import type { FromCore, ToCore } from './desktop-messages.ts';

export interface AskedDocuments {
  readonly start: StartChild;
  /** What main answers. */
  heard(message: Extract<ToCore, { kind: 'documents' | 'documents-ended' }>, port: ProcessPort | undefined): void;
}

interface Asked {
  readonly listener: ChildListener;
  port: ProcessPort | null;
  /** Asked for before the port was there. */
  readonly waiting: PrintRequest[];
}

export function askForDocuments(ask: (message: FromCore) => void): AskedDocuments {
  let nextId = 1;
  const asked = new Map<number, Asked>();

  function drop(id: number): void {
    const one = asked.get(id);
    if (!asked.delete(id)) return;
    ask({ kind: 'documents-kill', id });
    one?.port?.close();
  }

  function ended(id: number): void {
    const one = asked.get(id);
    if (asked.delete(id)) one?.listener.end();
  }

  function connect(id: number, port: ProcessPort): void {
    const one = asked.get(id);
    if (one === undefined) {
      port.close();
      return;
    }
    port.on('message', ({ data }) => { one.listener.message(data as PrintAnswer); });
    port.on('close', () => {
      // Hung up is not ended: main is asked to see to it.
      if (!asked.has(id)) return;
      drop(id);
      one.listener.end();
    });
    port.start();
    one.port = port;
    for (const request of one.waiting.splice(0)) port.postMessage(request);
  }

  return {
    start: (listener) => {
      const id = nextId;
      nextId += 1;
      const one: Asked = { listener, port: null, waiting: [] };
      asked.set(id, one);
      ask({ kind: 'documents', id });
      return {
        send: (request) => {
          // A copy now, so that what no port carries is refused now.
          if (one.port === null) one.waiting.push(structuredClone(request));
          else one.port.postMessage(request);
        },
        kill: () => { drop(id); },
        end: async () => { drop(id); },
      };
    },
    heard: (message, port) => {
      if (message.kind === 'documents' && port !== undefined) connect(message.id, port);
      else ended(message.id);
    },
  };
}
