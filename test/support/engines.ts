/** Papers by one engine or the other, as the document process prints them. */
import { engineNames, type EngineName } from '../../documents/engine/engine.ts';
import type { DocumentService } from '../../documents/contract.ts';
import { nodeChild } from '../../documents/node-child.ts';
import { startDocumentProcess } from '../../documents/process.ts';

const nativeLoads = await import('@myriaddreamin/typst-ts-node-compiler').then(
  () => true,
  () => false,
);
if (!nativeLoads) console.warn('No native Typst on this system: what compares it with WebAssembly is skipped.');

export const noNative = !nativeLoads;

/** WebAssembly is everywhere. */
export const enginesHere: readonly EngineName[] = engineNames.filter((name) => name === 'wasm' || nativeLoads);

export function documentsBy(engine: EngineName, timeoutMs = 120_000): DocumentService {
  return startDocumentProcess({ timeoutMs, start: nodeChild(undefined, [engine]) });
}
