/** Builds the windows once per state of their sources: `.build/renderer/{office,centre}`. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProduction } from './desktop/in-production.ts';
import { licences } from './desktop/licences.ts';
import { oneAtATime } from './desktop/one-at-a-time.ts';
import { inOwnProcess } from './desktop/own-process.ts';
import { hashOfSources } from './desktop/source-files.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outDir = join(root, '.build', 'renderer');
const marker = join(outDir, '.sources');
/** Everything a window is built from, and what its licences.json says. */
const inputs = ['renderer', 'shared', 'build/desktop', 'build/bundle.ts', 'package.json', 'package-lock.json', 'LICENSE', 'vite.config.ts'];

function isBuilt(hash: string): boolean {
  return existsSync(marker) && readFileSync(marker, 'utf8') === hash;
}

/** Folder of the built windows; builds them first when a source changed. What it says goes to stderr. */
export async function bundle(): Promise<string> {
  const hash = hashOfSources(root, inputs);
  if (!isBuilt(hash)) {
    await oneAtATime(`${outDir}.lock`, async () => {
      if (!isBuilt(hash)) await build(hash);
    });
  }
  return outDir;
}

async function build(hash: string): Promise<void> {
  process.stderr.write('Die Fenster werden gebaut …\n');
  const vite = await import('vite');
  // Built beside and swapped in: a window that is being served meanwhile keeps its files until the end.
  const fresh = `${outDir}-${String(process.pid)}`;
  try {
    await inProduction(() =>
      vite.build({
        root: join(root, 'renderer'),
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'error',
        build: { outDir: fresh, emptyOutDir: true },
      }),
    );
    writeFileSync(join(fresh, 'office', 'licences.json'), JSON.stringify(licences()));
    writeFileSync(join(fresh, '.sources'), hash);
    rmSync(outDir, { recursive: true, force: true });
    renameSync(fresh, outDir);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await inOwnProcess(import.meta.url, 'bundle');
