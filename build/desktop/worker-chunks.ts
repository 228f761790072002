/**
 * Makes a file of its own out of every worker that the code starts by `new URL('./worker.ts', import.meta.url)`: the built program starts the
 * built worker beside it.
 */
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

const workerUrl = /new URL\('(\.{1,2}\/[\w/-]+)\.ts', import\.meta\.url\)/g;

/** Named by where its source lies below `root`: db/backup/worker.ts becomes db-backup-worker.mjs. */
export function workerChunks(root: string): Plugin {
  return {
    name: 'lotse:worker-chunks',
    // Before types are stripped: the text is still as we wrote it.
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(root) || id.includes('node_modules')) return null;
      const built = code.replaceAll(workerUrl, (_all, path: string) => {
        const file = join(dirname(id), `${path}.ts`);
        const fileName = `${relative(root, file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-')}.mjs`;
        this.emitFile({ type: 'chunk', id: file, fileName });
        // All built files lie in one folder.
        return `new URL('./${fileName}', import.meta.url)`;
      });
      return built === code ? null : { code: built, map: null };
    },
  };
}
