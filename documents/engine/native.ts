/**
 * Typst as native code, where its package has a build.
 *
 * PDF/UA-1 is asked for, so Typst itself checks the paper and refuses one that does not hold to it.
 */
import { join } from 'node:path';
import { Refusal, type MakeEngine } from './engine.ts';

/** A folder that is not there: every file of a paper is handed over, and no template can read another. */
const nowhere = join(import.meta.dirname, 'no-such-folder');

/** Throws where the package has no build for this system. Fonts of the PC are looked at, but ours come first. */
export const makeNativeEngine: MakeEngine = async (fonts) => {
  const { NodeCompiler, PdfStandard } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
  return {
    name: 'native',
    compile: (main, files, day) => {
      try {
        compiler.resetShadow();
        for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(join(nowhere, name), Buffer.from(bytes));
        const document = compiler.compile({ mainFilePath: join(nowhere, main) }).result;
        if (document === null) throw new Refusal();
        const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1, creationTimestamp: Date.parse(`${day}T12:00:00Z`) / 1000 });
        return new Uint8Array(pdf);
      } catch {
        // Native code that breaks ends the process by itself; what it throws is a no, and may quote the paper.
        throw new Refusal();
      } finally {
        compiler.evictCache(10);
      }
    },
    isFull: () => false,
  };
};
