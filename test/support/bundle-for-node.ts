/** One of our TypeScript files with all it imports as one JavaScript file, natives left outside; below `.build`, where these are found. */
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '..', '..');

/** Threads are started from a file beside the module that starts them; in the bundle that is beside the bundle. */
function forwardThreads(outDir: string): void {
  for (const folder of ['db', 'office', 'documents']) {
    for (const entry of fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/worker\.ts$/.test(entry.name)) continue;
      // Two threads of one name: the store's comes first, papers are made up where a bundle is used.
      if (fs.existsSync(path.join(outDir, entry.name))) continue;
      const target = path.relative(outDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      fs.writeFileSync(path.join(outDir, entry.name), `import '${target}';\n`);
    }
  }
}

/** `entry` from the root of the tree. Returns the file to start; `.build/NAME` is made anew. */
export async function bundleForNode(entry: string, name: string): Promise<string> {
  const outDir = path.join(root, '.build', name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: [/^better-sqlite3$/, /^libsodium/, /^node:/], output: { format: 'es', entryFileNames: 'entry.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'libsodium-wrappers-sumo'] },
  });
  forwardThreads(outDir);
  return path.join(outDir, 'entry.mjs');
}
