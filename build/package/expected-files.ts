/**
 * Which files the program of a platform must hold: those every program has, and all that they start, import or show, to the last one. A file
 * that is not among them is not used by anything, and has no business there.
 */
import { basename, join, posix } from 'node:path';
import { fontFiles } from '../../documents/fonts.ts';
import { keptFiles } from '../desktop/kept-files.ts';
import { filesBelow } from '../desktop/source-files.ts';
import { keptPackages, type Platform } from '../desktop/platforms.ts';

const documents = join(import.meta.dirname, '..', '..', 'documents');

/** What Electron, main and core open by name. */
const entries = ['package.json', 'operator.json', 'main.mjs', 'preload.cjs', 'core.mjs', 'documents.mjs', 'window/index.html', 'window/licences.json'];

function namedFiles(platform: Platform): readonly string[] {
  return [
    ...entries,
    ...['templates', 'pictograms'].flatMap((part) => filesBelow(join(documents, part)).map((file) => `${part}/${file}`)),
    ...fontFiles.map((file) => `fonts/${basename(file)}`),
    ...keptPackages(platform).flatMap((one) => ['package.json', ...keptFiles(one)].map((file) => `node_modules/${one.name}/${file}`)),
  ];
}

/** How a built file names another one beside it. Packages are not read: their files are a list. */
const references: readonly (readonly [of: RegExp, as: RegExp])[] = [
  [/\.(mjs|cjs|js)$/, /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["'`](\.[^"'`]+)["'`]/g],
  [/\.(mjs|cjs|js)$/, /\bnew URL\(\s*(?:""\s*\+\s*)?["'`](\.{0,2}\/?[\w-][\w./-]*\.\w+)["'`],\s*import\.meta\.url/g],
  [/\.html$/, /\s(?:src|href)="([^"]+)"/g],
  [/\.css$/, /\burl\(["']?([^"')]+)["']?\)/g],
];

function* referencesIn(path: string, content: Buffer | undefined): Generator<string> {
  if (content === undefined || path.startsWith('node_modules/')) return;
  for (const [of, as] of references) {
    if (!of.test(path)) continue;
    for (const [, target = ''] of content.toString('utf8').matchAll(as)) yield posix.join(posix.dirname(path), target);
  }
}

/** File → who asks for it, '' for the lists above. */
function expectedFiles(platform: Platform, contents: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  const expected = new Map(namedFiles(platform).map((path) => [path, '']));
  // A map hands out what is added while it is walked.
  for (const path of expected.keys()) {
    for (const target of referencesIn(path, contents.get(path))) if (!expected.has(target)) expected.set(target, path);
  }
  return expected;
}

/** `contents`: file of the tree → its bytes. */
export function* missingAndForeign(platform: Platform, contents: ReadonlyMap<string, Buffer>): Generator<string> {
  const expected = expectedFiles(platform, contents);
  for (const [path, asker] of expected) if (!contents.has(path)) yield `${path}: is missing${asker === '' ? '' : `, ${asker} asks for it`}`;
  for (const path of contents.keys()) if (!expected.has(path)) yield `${path}: nothing of the program asks for it`;
}
