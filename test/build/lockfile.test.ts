import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Entry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Entry>> };
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;

describe('the lockfile', () => {
  it('knows every platform package, also those of other systems, else a clean install refuses it', () => {
    const wanted = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).map((name) => ({ at, name })));
    const known = Object.keys(packages);
    expect(wanted.filter(({ name }) => !known.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });

  it('records no download addresses', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('belongs to exact versions', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'])
      for (const [name, version] of Object.entries(manifest[kind] ?? {}))
        expect.soft(version, name).toMatch(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/);
  });
});
