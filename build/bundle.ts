/** Builds the windows once per state of their sources: `.build/renderer/{office,centre}`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outDir = join(root, '.build', 'renderer');
const marker = join(outDir, '.sources');
const inputs = ['renderer', 'shared', 'package-lock.json', 'vite.config.ts'];

/** SHA-256 over names and contents of everything a window is built from. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    hash.update(path).update(readFileSync(join(root, path)));
  };
  for (const input of inputs) {
    if (/\.\w+$/.test(input)) add(input);
    else
      readdirSync(join(root, input), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort()
        .forEach(add);
  }
  return hash.digest('hex');
}

/** Folder of the built windows; builds them first when a source changed. What it says goes to stderr. */
export async function bundle(): Promise<string> {
  const hash = sourceHash();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return outDir;
  process.stderr.write('Die Fenster werden gebaut …\n');
  const { build } = await import('vite');
  // Built beside and swapped in: a window that is being served meanwhile keeps its files until the end.
  const fresh = `${outDir}-${String(process.pid)}`;
  await build({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: fresh, emptyOutDir: true },
  });
  writeFileSync(join(fresh, '.sources'), hash);
  rmSync(outDir, { recursive: true, force: true });
  renameSync(fresh, outDir);
  return outDir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
