/** Which Typst this PC prints with. */
import type { Engine, EngineName, MakeEngine } from './engine.ts';
import { makeNativeEngine } from './native.ts';
import { makeWasmEngine } from './wasm.ts';

const makers: Readonly<Record<EngineName, MakeEngine>> = { native: makeNativeEngine, wasm: makeWasmEngine };

/**
 * Native code where its package loads, else WebAssembly (Windows and macOS today: the package has no build there).
 *
 * A given `engine` is taken or the reason thrown; only tests and measurements give one.
 */
export async function chooseEngine(fonts: readonly Uint8Array[], engine?: EngineName): Promise<Engine> {
  if (engine !== undefined) return makers[engine](fonts);
  // Why native code does not load is of no use to anybody who prints: no build for this system, or libraries too old for it.
  return makeNativeEngine(fonts).catch(() => makeWasmEngine(fonts));
}
