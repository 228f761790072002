/**
 * The same Typst as WebAssembly, for systems its native package has no build for.
 *
 * This build (0.7.0) takes no options for the PDF: it writes a tagged PDF 1.7 that does not claim PDF/UA-1 and is not checked against it.
 * test/documents/engines.test.ts shows what that changes in the file, docs/decisions/0006-typst.md says what follows.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IsoDay } from '../../shared/domain/day.ts';
import { Refusal, type MakeEngine } from './engine.ts';

const require = createRequire(import.meta.url);

/** Messages as objects: we only ask whether there is a result. */
const diagnosticsAsObjects = 3;

/**
 * Bytes of WebAssembly memory (256 MiB) after which the process has had its day: this build keeps what it computed for every paper (some 2 MB for
 * ten goals, 6 MB for forty), has no way to forget it, and its memory never shrinks.
 */
const fullAtBytes = 2 ** 28;

/** The date comes from the template (`#set document(date: …)`): one without would be dated by the clock of the PC. */
function isDated(pdf: Uint8Array, day: IsoDay): boolean {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).includes(`/ModDate (D:${day.replaceAll('-', '')}`);
}

/** No disk (`set_dummy_access_model`), no packages from the network (no registry is set), no fonts of the PC: a browser's build has none. */
export const makeWasmEngine: MakeEngine = async (fonts) => {
  const { initSync, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
  const { memory } = initSync({ module: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  return {
    name: 'wasm',
    compile: (main, files, day) => {
      compiler.reset_shadow();
      for (const [name, bytes] of Object.entries(files)) compiler.map_shadow(`/${name}`, bytes);
      const { result: pdf } = compiler.compile(`/${main}`, null, 'pdf', diagnosticsAsObjects) as { readonly result?: Uint8Array };
      if (pdf === undefined) throw new Refusal();
      if (!isDated(pdf, day)) throw new Error(`${main} does not set the date of its document`);
      return pdf;
    },
    isFull: () => memory.buffer.byteLength > fullAtBytes,
  };
};
