/** What the document process does with a request, whatever carries it. */
import type { Paper, PrintedPaper } from './contract.ts';
import { Refusal, type EngineName } from './engine/engine.ts';
import { createPrinter } from './render.ts';

/** What the parent sends and gets back; `id` pairs the two. */
export interface PrintRequest {
  readonly id: number;
  readonly paper: Paper;
}
/** `full`: this process has had its day; with nothing left to do it is ended and the next paper starts another. */
export type PrintAnswer = { readonly id: number; readonly full: boolean } & (({ readonly ok: true } & PrintedPaper) | { readonly ok: false });

/**
 * Starts the printer of this process and returns what answers a request, one paper after the other.
 *
 * Rejects when there is no engine, or when it broke over this paper: the process must end then, and its parent starts another. (WebAssembly that
 * threw in the middle of a call never answers again.)
 */
export function startAnswering(engine?: EngineName): (request: PrintRequest) => Promise<PrintAnswer> {
  const printer = createPrinter(engine);
  // Looked at with the first request, not before: an engine that is missing fails a paper.
  printer.catch(() => undefined);
  return async ({ id, paper }) => {
    const { print, isFull } = await printer;
    try {
      const printed = print(paper);
      return { id, full: isFull(), ok: true, ...printed };
    } catch (problem) {
      // The reason may quote the paper, so it stays here: the parent learns that this paper failed.
      if (problem instanceof Refusal) return { id, full: isFull(), ok: false };
      throw problem;
    }
  };
}
