/** What the document process does with a request, whatever carries it. */
import type { Paper } from './contract.ts';
import { Refusal, type EngineName } from './engine/engine.ts';
import { createPrinter } from './render.ts';

/** What the parent sends and gets back; `id` pairs the two. */
export interface PrintRequest {
  readonly id: number;
  readonly paper: Paper;
}
export type PrintAnswer =
  | { readonly id: number; readonly ok: true; readonly pdf: Uint8Array; readonly replacedCharacters: readonly string[] }
  | { readonly id: number; readonly ok: false };

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
    const print = await printer;
    try {
      return { id, ok: true, ...print(paper) };
    } catch (problem) {
      // The reason may quote the paper, so it stays here: the parent learns that this paper failed.
      if (problem instanceof Refusal) return { id, ok: false };
      throw problem;
    }
  };
}
