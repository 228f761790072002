/** The document process: one paper after the other, until its parent goes. */
import type { Paper } from './contract.ts';
import { createPrinter } from './render.ts';

/** What the parent sends and gets back; `id` pairs the two. */
export interface PrintRequest {
  readonly id: number;
  readonly paper: Paper;
}
export type PrintAnswer =
  | { readonly id: number; readonly ok: true; readonly pdf: Uint8Array; readonly replacedCharacters: readonly string[] }
  | { readonly id: number; readonly ok: false };

const print = createPrinter();

process.on('message', (request: PrintRequest) => {
  let answer: PrintAnswer;
  try {
    answer = { id: request.id, ok: true, ...print(request.paper) };
  } catch {
    // The reason may quote the paper, so it stays here: the parent learns that this paper failed.
    answer = { id: request.id, ok: false };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
