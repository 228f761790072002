/** Names, versions and licence texts of all that ships, for the About page: `licences.json` beside the built window. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LicencesFile, PackageLicence } from '../../shared/licences.ts';
import { keptPackages, platforms } from './platforms.ts';
import { bundledPackages, fontPackages, framework, innerParts, textsFromElsewhere } from './shipped-packages.ts';

const root = join(import.meta.dirname, '..', '..');
const modules = join(root, 'node_modules');

/** For whichever platform: the page is the same everywhere. */
export function shippedPackages(): readonly string[] {
  const kept = platforms.flatMap((platform) => keptPackages(platform).map(({ name }) => name));
  return [...new Set([...bundledPackages, ...fontPackages, ...kept, framework])].sort();
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}

function textIn(name: string): string {
  return readdirSync(join(modules, name))
    .filter((file) => /^licen[cs]e/i.test(file))
    .sort()
    .map((file) => textOf(join(modules, name, file)))
    .join('\n\n');
}

/** Throws when a package has no licence or no text of it: nothing ships of which we do not know under what terms. */
function licenceOf(name: string): PackageLicence {
  const own = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { readonly name: string; readonly version: string; readonly license?: string };
  const elsewhere = textsFromElsewhere[name];
  const text = elsewhere === undefined ? textIn(name) : textIn(elsewhere);
  if (own.license === undefined || text === '') throw new Error(`${name} ships without a licence; see build/desktop/shipped-packages.ts`);
  return { name: own.name, version: own.version, licence: own.license, text };
}

export function licences(): LicencesFile {
  const inner = innerParts.map(({ name, licence, file }) => ({
    name,
    version: '',
    licence,
    text: textOf(join(import.meta.dirname, 'licences', file)),
  }));
  const packages = [...shippedPackages().map(licenceOf), ...inner];
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return {
    version,
    own: textOf(join(root, 'LICENSE')),
    packages: packages.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
  };
}
