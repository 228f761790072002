/** Looks at a built tree: what is in it, whether anything is that must not be, whether anything is missing. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LicencesFile } from '../../shared/licences.ts';
import { keptPackages, type Platform } from '../desktop/platforms.ts';
import { sbomFile, type Sbom } from '../desktop/sbom.ts';
import { bundledPackages, fontPackages } from '../desktop/shipped-packages.ts';
import { filesBelow } from '../desktop/source-files.ts';
import { platformOfBinary } from './binary.ts';
import { budgetOf, kinds } from './contents.ts';
import { missingAndForeign } from './expected-files.ts';

const root = join(import.meta.dirname, '..', '..');

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** '' for a file that must not be there. */
  readonly kind: string;
}

export interface Report {
  readonly platform: Platform;
  readonly files: readonly ListedFile[];
  readonly bytesByKind: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Over paths and hashes of all files: two trees with the same one are the same. */
  readonly sha256: string;
  readonly problems: readonly string[];
}

interface Lockfile {
  readonly version?: string;
  readonly packages: Readonly<Record<string, { readonly name?: string; readonly version?: string; readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** null where the file is missing, which is said among the problems. */
function readJson<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

function listed(folder: string, path: string): ListedFile & { readonly content: Buffer } {
  const content = readFileSync(join(folder, path));
  const kind = kinds.find(({ pattern }) => pattern.test(path))?.name ?? '';
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), kind, content };
}

/** Files of ours, or of a package, that have no business on somebody's PC. */
const unwanted: readonly (readonly [RegExp, string])[] = [
  [/\.(ts|tsx|svelte)$/, 'a source'],
  [/\.map$/, 'a source map'],
  [/(^|\/)(test|tests|__tests__)\/|\.(test|spec|e2e)\./, 'a test'],
  [/(^|\/)(readme|changelog|contributing)\b/i, 'a document for developers'],
];

/** This project and the home of whoever builds, as a text may spell them: with `/`, with `\`, and with `\` doubled inside a string. */
export function spellingsOf(folders: readonly string[]): readonly string[] {
  const spelt = folders.flatMap((folder) => [folder, folder.replaceAll('\\', '/'), folder.replaceAll('\\', '\\\\')]);
  // A home such as / or /root says nothing about where something was built.
  return [...new Set(spelt)].filter((folder) => folder.split(/[\\/]+/).length > 2);
}

const ownFolders = spellingsOf([root, homedir()]);

/** What we wrote or built; files of packages stay as they are. */
function isOurText(path: string): boolean {
  return /\.(mjs|cjs|js|json|html|css|svg|typ)$/.test(path) && (!path.startsWith('node_modules/') || path.endsWith('/package.json'));
}

function* wrongFiles(platform: Platform, files: readonly (ListedFile & { readonly content: Buffer })[]): Generator<string> {
  const binaries = new Set(keptPackages(platform).flatMap(({ name, files }) => files.map((file) => `node_modules/${name}/${file}`)));
  yield* missingAndForeign(platform, new Map(files.map(({ path, content }) => [path, content])));
  for (const { path, kind, content } of files) {
    if (kind === '') yield `${path}: of no kind that may ship (build/package/contents.ts)`;
    for (const [pattern, what] of unwanted) if (pattern.test(path)) yield `${path}: ${what}`;
    const built = platformOfBinary(content);
    const isBinary = built !== null || /\.(node|wasm|dll|so|dylib|exe)$/.test(path);
    if (isBinary && !binaries.has(path)) yield `${path}: a binary that build/desktop/platforms.ts does not name`;
    if (isBinary && !path.endsWith('.wasm') && built !== platform) yield `${path}: built for ${built ?? 'no platform we know'}`;
    if (!isBinary && ownFolders.some((folder) => content.includes(folder))) yield `${path}: names a folder of the PC that built it`;
    if (isOurText(path) && content.includes('\r')) yield `${path}: has the line ends of Windows, and other hashes than elsewhere (.gitattributes)`;
    if (!isBinary && content.includes('sourceMappingURL=')) yield `${path}: points to a source map`;
  }
}

/** `bundled`: what the bundler says it took. */
function* wrongPackages(platform: Platform, bundled: readonly string[], lock: Lockfile, licences: LicencesFile): Generator<string> {
  const may = new Set<string>([...bundledPackages, ...fontPackages]);
  for (const name of new Set(bundled)) if (!may.has(name)) yield `${name}: was bundled, is not in build/desktop/shipped-packages.ts`;
  for (const name of bundledPackages) if (!bundled.includes(name)) yield `${name}: stands in build/desktop/shipped-packages.ts, was not bundled`;
  for (const name of [...may, ...keptPackages(platform).map((one) => one.name)]) {
    const entry = lock.packages[`node_modules/${name}`];
    if (entry?.version === undefined) yield `${name}: is not in the lockfile`;
    else if (entry.dev === true || entry.devOptional === true) yield `${name}: ships, but the lockfile calls it a tool of development`;
    else if (!licences.packages.some((one) => one.name === (entry.name ?? name) && one.version === entry.version && one.text !== '')) yield `${name}: its licence is missing`;
  }
}

/** Four files say which version this is; a release in which they differ was built from leftovers, or half prepared. */
function* wrongVersions(versions: Readonly<Record<string, string | undefined>>): Generator<string> {
  const said = Object.entries(versions).map(([file, version]) => `${file} ${version ?? 'none'}`);
  if (new Set(Object.values(versions)).size > 1) yield `versions differ: ${said.join(', ')}`;
}

function* overBudget(platform: Platform, bytesByKind: Readonly<Record<string, number>>): Generator<string> {
  for (const { name } of kinds) {
    const bytes = bytesByKind[name] ?? 0;
    const most = budgetOf(name, platform);
    if (bytes > most) yield `${name}: ${String(bytes)} bytes, the budget is ${String(most)} (build/package/contents.ts)`;
    if (bytes === 0) yield `${name}: nothing of it is there`;
  }
}

/** `bundled`: what the bundler says it took; `partsList`: the file of it. */
export function checkTree(platform: Platform, folder: string, bundled: readonly string[], partsList = sbomFile): Report {
  const files = filesBelow(folder).map((path) => listed(folder, path));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const licences = readJson<LicencesFile>(join(folder, 'window', 'licences.json')) ?? { version: '', own: '', packages: [] };
  const versions = {
    'package.json': readJson<{ readonly version: string }>(join(folder, 'package.json'))?.version,
    'package-lock.json': lock.version,
    'licences.json': licences.version,
    'sbom.cdx.json': readJson<Sbom>(partsList)?.metadata.component.version,
  };
  const bytesByKind: Record<string, number> = {};
  for (const { kind, bytes } of files) bytesByKind[kind] = (bytesByKind[kind] ?? 0) + bytes;
  return {
    platform,
    files: files.map(({ path, bytes, sha256, kind }) => ({ path, bytes, sha256, kind })),
    bytesByKind,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: createHash('sha256').update(files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')).digest('hex'),
    problems: [...wrongFiles(platform, files), ...wrongVersions(versions), ...wrongPackages(platform, bundled, lock, licences), ...overBudget(platform, bytesByKind)],
  };
}
