import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedPackages } from '../../build/desktop/licences.ts';
import { installedName, makeSbom, problemsOfSbom, type Sbom } from '../../build/desktop/sbom.ts';

type Component = Sbom['components'][number];

function all(components: readonly Component[]): readonly Component[] {
  return components.flatMap((one) => [one, ...all(one.components ?? [])]);
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string; readonly dev?: boolean; readonly devOptional?: boolean }>>;
};

describe('the parts list of a release', () => {
  let sbom: Sbom;
  beforeAll(async () => {
    sbom = await makeSbom();
  });

  it('is valid CycloneDX, and its validator would say if not', async () => {
    expect(await problemsOfSbom(JSON.stringify(sbom))).toBeNull();
    expect(await problemsOfSbom(JSON.stringify({ ...sbom, surprise: true }))).toContain('surprise');
  });

  it('names every package that is in the program, in the version of the lockfile', () => {
    const versions = new Map(all(sbom.components).map((one) => [installedName(one), one.version]));
    const wanted = shippedPackages().map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(wanted.map(([name]) => [name, versions.get(name ?? null)])).toEqual(wanted);
    const marked = all(sbom.components).filter(({ properties = [] }) => properties.some(({ name }) => name === 'lotse:desktop'));
    expect(marked.map(installedName).sort()).toEqual([...shippedPackages()].sort());
  });

  it('names the production packages of the lockfile and no tool but Electron', () => {
    const listed = new Set(all(sbom.components).map(installedName));
    const production = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && dev !== true && devOptional !== true);
    expect(production.map(([path]) => path.slice('node_modules/'.length)).filter((name) => !listed.has(name))).toEqual([]);
    expect([...listed].filter((name) => name !== null && lock.packages[`node_modules/${name}`]?.dev === true)).toEqual(['electron']);
  });

  it('has for every part the SHA-512 that the lockfile has', () => {
    const hashes = all(sbom.components).map((one) => [installedName(one), one.hashes]);
    const locked = (name: string): string => Buffer.from((lock.packages[`node_modules/${name}`]?.integrity ?? '').replace('sha512-', ''), 'base64').toString('hex');
    expect(hashes).toEqual(all(sbom.components).map((one) => [installedName(one), [{ alg: 'SHA-512', content: locked(installedName(one) ?? '') }]]));
    expect(JSON.stringify(hashes).match(/"[0-9a-f]{128}"/g)).toHaveLength(hashes.length);
  });

  it('says nothing of when, where and by which npm it was made', async () => {
    const text = JSON.stringify(sbom);
    expect(text).not.toContain('timestamp');
    expect(text).not.toContain('serialNumber');
    expect(text).not.toContain(join(import.meta.dirname, '..', '..'));
    expect(sbom.metadata.tools.components.map(({ name }) => name)).not.toContain('npm');
    expect(JSON.stringify(await makeSbom())).toBe(text);
  });
});

describe('the icons', () => {
  it('are drawn from the icon of the window as it is now', async () => {
    const { createHash } = await import('node:crypto');
    const root = join(import.meta.dirname, '..', '..');
    const source = createHash('sha256').update(readFileSync(join(root, 'renderer', 'office', 'icon.svg'))).digest('hex');
    expect(readFileSync(join(root, 'build', 'package', 'icons', 'source.sha256'), 'utf8').trim(), 'run node test/support/make-icons.ts').toBe(source);
  });
});
