/** How a document process is reached: as a child of Node (node-child.ts), or over a port that the desktop shell hands out (office/asked-documents.ts). */
import type { PrintAnswer, PrintRequest } from './answer.ts';

/** What a child tells; `end` once, whatever it died of, also when it could not be started. */
export interface ChildListener {
  message(answer: PrintAnswer): void;
  end(): void;
}

export interface DocumentChild {
  /** Throws where the paper cannot be sent as a message; a child that hung up meanwhile says so by `end`. */
  send(request: PrintRequest): void;
  /** At once: stuck in native code it would not hear a polite word. */
  kill(): void;
  /** Lets it go; resolves when nothing holds this process up any more. */
  end(): Promise<void>;
}

/** Throws where none can be started. */
export type StartChild = (listener: ChildListener) => DocumentChild;

/** A port as processes of the desktop shell know it. */
export interface ProcessPort {
  on(event: 'message', listen: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listen: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}
