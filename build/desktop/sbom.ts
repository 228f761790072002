/**
 * The parts list (CycloneDX 1.6) of a release: every production package of the lockfile, and Electron, which the lockfile calls a tool. What is
 * in the desktop program says so by the property `lotse:desktop`; the rest belongs to server, command line and launcher.
 *
 * Made from package.json and the lockfile alone: the same two give the same bytes. Each part has the SHA-512 of its archive.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { shippedPackages } from './licences.ts';
import { framework } from './shipped-packages.ts';
import { hashOfSources } from './source-files.ts';

const root = join(import.meta.dirname, '..', '..');
const tool = join(root, 'node_modules', '@cyclonedx', 'cyclonedx-npm');

interface Property {
  readonly name: string;
  readonly value: string;
}

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly Property[];
  readonly components?: readonly Component[];
  readonly hashes?: readonly Hash[];
}

interface Hash {
  readonly alg: 'SHA-512';
  /** Hexadecimal. */
  readonly content: string;
}

export interface Sbom {
  readonly specVersion: string;
  readonly metadata: { readonly tools: { readonly components: readonly Component[] }; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly license: string; readonly integrity: string }>>;
}

/** Where a package lies, as the tool noted it: the name it is installed under, which for an alias is not its own. */
export function installedName(component: Component): string | null {
  const path = component.properties?.find(({ name }) => name === 'cdx:npm:package:path')?.value ?? '';
  return path.startsWith('node_modules/') ? path.slice('node_modules/'.length) : null;
}

function fromLockfile(): Sbom {
  const options = ['--package-lock-only', '--omit', 'dev', '--output-reproducible', '--spec-version', '1.6', '--output-format', 'JSON', '--no-validate'];
  const run = spawnSync(process.execPath, [join(tool, 'bin', 'cyclonedx-npm-cli.js'), ...options, '--output-file', '-'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (run.status !== 0) throw new Error(`the parts list could not be made: ${run.stderr}`);
  return JSON.parse(run.stdout) as Sbom;
}

function lockfile(): Lockfile {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
}

/** Of the package's archive, as npm compares it before it installs anything. */
function hashOf(name: string, { packages }: Lockfile): Hash {
  const [algorithm, base64 = ''] = packages[`node_modules/${name}`]?.integrity.split('-') ?? [];
  if (algorithm !== 'sha512') throw new Error(`${name} has no SHA-512 in the lockfile`);
  return { alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') };
}

/** Electron is in no production set: electron-builder wants it as a tool. */
function electronComponent(parent: string, lock: Lockfile): Component {
  const entry = lock.packages[`node_modules/${framework}`];
  if (entry === undefined) throw new Error(`${framework} is not in the lockfile`);
  return {
    type: 'framework',
    name: framework,
    version: entry.version,
    'bom-ref': `${parent}|${framework}@${entry.version}`,
    ...{ licenses: [{ license: { id: entry.license, acknowledgement: 'declared' } }], purl: `pkg:npm/${framework}@${entry.version}` },
    ...{ externalReferences: [{ type: 'distribution', url: `https://registry.npmjs.org/${framework}` }] },
    properties: [{ name: 'cdx:npm:package:path', value: `node_modules/${framework}` }],
  };
}

/** Throws when the list is not valid against its schema. */
export async function makeSbom(): Promise<Sbom> {
  const list = fromLockfile();
  const parent = list.metadata.component['bom-ref'];
  const lock = lockfile();
  const electron = electronComponent(parent, lock);
  const shipped = new Set(shippedPackages());
  const completed = (component: Component): Component => {
    const name = installedName(component);
    if (name === null) throw new Error(`${component['bom-ref']} says no place in node_modules`);
    const { components, properties = [] } = component;
    return {
      ...component,
      hashes: [hashOf(name, lock)],
      ...(shipped.has(name) ? { properties: [...properties, { name: 'lotse:desktop', value: 'true' }] } : {}),
      ...(components === undefined ? {} : { components: components.map(completed) }),
    };
  };
  const sbom: Sbom = {
    ...list,
    // npm only read the lockfile; which npm it was would make the list another one on every PC.
    metadata: { ...list.metadata, tools: { components: list.metadata.tools.components.filter(({ name }) => name !== 'npm') } },
    components: [...list.components, electron].map(completed).sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [
      ...list.dependencies.map((one) => (one.ref === parent ? { ...one, dependsOn: [...(one.dependsOn ?? []), electron['bom-ref']].sort() } : one)),
      { ref: electron['bom-ref'] },
    ],
  };
  const problems = await problemsOfSbom(JSON.stringify(sbom));
  if (problems !== null) throw new Error(`the parts list does not hold to its schema: ${problems}`);
  return sbom;
}

interface CycloneDx {
  readonly Validation: { readonly JsonStrictValidator: new (version: string) => { validate(text: string): Promise<unknown> } };
}

/** What its own validator finds against the schema it brings; null when nothing. Throws when it cannot look. */
export async function problemsOfSbom(text: string): Promise<string | null> {
  const library = createRequire(join(tool, 'package.json'))('@cyclonedx/cyclonedx-library') as CycloneDx;
  const found = await new library.Validation.JsonStrictValidator('1.6').validate(text);
  return found === null ? null : JSON.stringify(found).slice(0, 2_000);
}

export const sbomFile = join(root, '.build', 'desktop', 'sbom.cdx.json');

/** Writes the list to {@link sbomFile}, where it is not yet the one of this version and lockfile. */
export async function writeSbom(): Promise<string> {
  const marker = `${sbomFile}.sources`;
  const hash = hashOfSources(root, ['package.json', 'package-lock.json', 'build/desktop']);
  if (!existsSync(sbomFile) || !existsSync(marker) || readFileSync(marker, 'utf8') !== hash) {
    mkdirSync(dirname(sbomFile), { recursive: true });
    writeFileSync(sbomFile, `${JSON.stringify(await makeSbom(), null, 2)}\n`);
    writeFileSync(marker, hash);
  }
  return sbomFile;
}
