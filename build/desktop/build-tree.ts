/**
 * The program as a folder, for one platform: what Electron runs, what is packed into app.asar, what `npm run package:check` lists.
 *
 * main.mjs, preload.cjs, core.mjs, documents.mjs and workers · window/ · templates/ · pictograms/ · fonts/ · operator.json · node_modules (only packages
 * around a binary, only this platform) · package.json. The same sources give the same bytes.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fontFiles } from '../../documents/fonts.ts';
import { bundle } from '../bundle.ts';
import { publisher } from '../package/publisher.ts';
import { Version } from '../../shared/updates/version.ts';
import { bundleCode } from './bundle-code.ts';
import { keptFiles, modules } from './kept-files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { checkOperator } from './operator-file.ts';
import { inOwnProcess } from './own-process.ts';
import { keptPackages, thisPlatform, type KeptPackage, type Platform } from './platforms.ts';
import { hashOfSources } from './source-files.ts';

const root = join(import.meta.dirname, '..', '..');
const built = join(root, '.build', 'desktop');
/** What the tree is built from, below the root. */
export const sources = ['electron', 'office', 'db', 'documents', 'shared', 'renderer', 'build', 'package.json', 'package-lock.json', 'LICENSE', 'vite.config.ts'];

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Lines end alike and nothing says when: the same text on every PC that builds. */
function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** A package with only what this platform loads, its licence, and a package.json of four lines. */
function keepPackage(one: KeptPackage, into: string): void {
  const { name, main } = one;
  const from = join(modules, name);
  const to = join(into, name);
  const { version, license, ...own } = readJson<PackageJson & { readonly main?: string; readonly type?: string; readonly exports?: unknown }>(join(from, 'package.json'));
  const entry = main === undefined ? { main: own.main, type: own.type, exports: own.exports } : { main };
  writeJson(join(to, 'package.json'), { name, version, license, ...entry });
  for (const file of keptFiles(one)) cpSync(join(from, file), join(to, file));
}

async function fill(folder: string, platform: Platform, packaged: boolean): Promise<readonly string[]> {
  const operator = join(import.meta.dirname, 'operator.json');
  checkOperator(readFileSync(operator, 'utf8'), packaged);
  const { name, version, description, license } = readJson<PackageJson>(join(root, 'package.json'));
  if (!Version.safeParse(version).success) throw new Error(`package.json: version ${version} is not three numbers; no program starts with it`);
  const packages = await bundleCode(root, folder);
  cpSync(join(await bundle(), 'office'), join(folder, 'window'), { recursive: true });
  for (const part of ['templates', 'pictograms']) cpSync(join(root, 'documents', part), join(folder, part), { recursive: true });
  for (const file of fontFiles) cpSync(join(modules, file), join(folder, 'fonts', basename(file)));
  for (const one of keptPackages(platform)) keepPackage(one, join(folder, 'node_modules'));
  cpSync(operator, join(folder, 'operator.json'));
  const { name: author, email, homepage } = publisher;
  const desktopName = 'lotse.desktop';
  writeJson(join(folder, 'package.json'), {
    ...{ name, productName: 'Lotse', version, description, license, author: { name: author, email }, homepage },
    ...{ desktopName, type: 'module', main: 'main.mjs' },
  });
  return packages;
}

/** Builds the tree of one platform into `outDir`, which is replaced as a whole; returns the npm packages bundled into its code. Not `packaged`: to try it here. */
export async function buildTree(platform: Platform, outDir: string, packaged = true): Promise<readonly string[]> {
  const fresh = `${outDir}-${String(process.pid)}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const packages = await fill(fresh, platform, packaged);
    rmSync(outDir, { recursive: true, force: true });
    renameSync(fresh, outDir);
    return packages;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The tree of this PC, `.build/desktop/app`, built anew when a source changed. */
export async function desktopApp(): Promise<string> {
  const app = join(built, 'app');
  const marker = join(built, 'app.sources');
  const hash = `${thisPlatform()} ${hashOfSources(root, sources)}`;
  const isBuilt = (): boolean => existsSync(app) && existsSync(marker) && readFileSync(marker, 'utf8') === hash;
  if (!isBuilt()) {
    await oneAtATime(join(built, 'app.lock'), async () => {
      if (isBuilt()) return;
      process.stderr.write('Das Programm wird gebaut …\n');
      await buildTree(thisPlatform(), app, false);
      writeFileSync(marker, hash);
    });
  }
  return app;
}

if (import.meta.main) console.log(await inOwnProcess<string>(import.meta.url, 'desktopApp'));
