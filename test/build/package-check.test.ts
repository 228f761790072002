/** `npm run package:check`: what is in the program of a Linux and a Windows PC, without Electron's binary. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LicencesFile } from '../../shared/licences.ts';
import type { PrintAnswer } from '../../documents/answer.ts';
import { sources } from '../../build/desktop/build-tree.ts';
import { sbomFile } from '../../build/desktop/sbom.ts';
import { filesBelow } from '../../build/desktop/source-files.ts';
import { bundledPackages, fontPackages } from '../../build/desktop/shipped-packages.ts';
import { platformOfBinary } from '../../build/package/binary.ts';
import { checkTree, spellingsOf, type Report } from '../../build/package/check-tree.ts';
import { kinds } from '../../build/package/contents.ts';
import { missingAndForeign } from '../../build/package/expected-files.ts';
import { MessageChannelMain } from '../electron/stand-in/ports.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleAgreement } from '../support/sample-plan.ts';
import { utilityProcess } from './packed-processes.ts';

const root = join(import.meta.dirname, '..', '..');
const platforms = ['linux-x64', 'win32-x64'] as const;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const bundled = [...bundledPackages, ...fontPackages];

function treeOf(platform: string): string {
  return join(root, '.build', 'desktop', 'trees', platform);
}

function packageCheck(folder = root, wanted: readonly string[] = platforms): readonly Report[] {
  const args = wanted.flatMap((platform) => ['--platform', platform]);
  const run = spawnSync(process.execPath, [join(folder, 'build', 'package', 'check.ts'), '--json', ...args], { encoding: 'utf8', maxBuffer: 64_000_000, timeout: 240_000, killSignal: 'SIGKILL', env: { ...process.env, NODE_OPTIONS: '' } });
  if (run.status === null || run.stdout === '') throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly Report[];
}

let reports: readonly Report[];
beforeAll(() => {
  reports = packageCheck();
});

describe('what is in the program', () => {
  it('is nothing that must not be there, and all that must, within its budget', () => {
    expect(reports.map(({ platform, problems }) => ({ platform, problems }))).toEqual(platforms.map((platform) => ({ platform, problems: [] })));
  });

  it('holds one database library and one Typst, each for its platform alone', () => {
    const native = reports.map(({ files }) => files.filter(({ path }) => /\.(node|wasm)$/.test(path)).map(({ path }) => path));
    expect(native).toEqual([
      ['node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node', 'node_modules/better-sqlite3/prebuilds/linux-x64.node'],
      ['node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm', 'node_modules/better-sqlite3/prebuilds/win32-x64.node'],
    ]);
  });

  it('is listed with the same hashes the second time', () => {
    // Of Windows, the copy below is the second time.
    expect(packageCheck(root, ['linux-x64'])).toEqual(reports.filter(({ platform }) => platform === 'linux-x64'));
  });

  it('is the same bytes where another copy of these sources is built, in another folder (R73)', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'lotse-second-copy-'));
    for (const name of sources) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const [second] = packageCheck(copy, ['win32-x64']);
    expect(second).toEqual(reports.find(({ platform }) => platform === 'win32-x64'));
    // And where the version is another one, it is another one everywhere: nothing of the build before it is left.
    for (const name of ['package.json', 'package-lock.json']) {
      const file = join(copy, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(`"version": "${version}"`, '"version": "99.0.0"'));
    }
    const [third] = packageCheck(copy, ['win32-x64']);
    expect(third?.problems).toEqual([]);
    expect(third?.sha256).not.toBe(second?.sha256);
    await rm(copy, { recursive: true, force: true });
  });

  it('has the licence of every part beside the window, in the browser shell too', () => {
    const read = (folder: string): LicencesFile => JSON.parse(readFileSync(join(folder, 'licences.json'), 'utf8')) as LicencesFile;
    const shipped = read(join(treeOf('linux-x64'), 'window'));
    const { own, packages } = shipped;
    expect(own).toContain('EUPL');
    expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['svelte', 'better-sqlite3-multiple-ciphers', 'electron', 'SQLite', '@expo-google-fonts/amiri']));
    expect(packages.filter(({ text, licence }) => text.length < 100 || licence === '')).toEqual([]);
    expect(packages.find(({ name }) => name === '@expo-google-fonts/amiri')?.text).toContain('SIL Open Font License');
    expect(read(join(root, '.build', 'renderer', 'office'))).toEqual(shipped);
  });

  it('prints on a Windows PC, where Typst is WebAssembly', async () => {
    const child = utilityProcess.fork(join(treeOf('win32-x64'), 'documents.mjs'), [], { stdio: 'ignore' });
    const { port1, port2 } = new MessageChannelMain();
    const answered = new Promise<PrintAnswer>((resolve) => port2.once('message', ({ data }: { data: PrintAnswer }) => { resolve(data); }));
    port2.start();
    child.postMessage(null, [port1]);
    port2.postMessage({ id: 1, paper: sampleAgreement });
    const answer = await answered;
    child.kill();
    if (!answer.ok) throw new Error('the paper was refused');
    expect((await readPdf(answer.pdf)).text).toContain('Amira Haydari');
  });
});

describe('what is found', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-check-'));
    cpSync(treeOf('win32-x64'), folder, { recursive: true });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const elf = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(14), Buffer.from([0x3e, 0]), Buffer.alloc(100)]);
  const cases: readonly (readonly [string, string, Buffer | string, string])[] = [
    ['a source', 'core.ts', 'export {};', 'core.ts: a source'],
    ['a component', 'window/App.svelte', '<p>', 'window/App.svelte: a source'],
    ['a map', 'core.mjs.map', '{}', 'core.mjs.map: a source map'],
    ['a test', 'test/core.mjs', '', 'test/core.mjs: a test'],
    ['a readme', 'node_modules/better-sqlite3/README.md', '# Read me', 'node_modules/better-sqlite3/README.md: a document for developers'],
    ['the library of another platform', 'node_modules/better-sqlite3/prebuilds/linux-x64.node', elf, 'node_modules/better-sqlite3/prebuilds/linux-x64.node: a binary that build/desktop/platforms.ts does not name'],
    ['another platform under the right name', 'node_modules/better-sqlite3/prebuilds/win32-x64.node', elf, 'node_modules/better-sqlite3/prebuilds/win32-x64.node: built for linux-x64'],
    ['a library nobody named', 'window/assets/x.node', elf, 'window/assets/x.node: a binary that build/desktop/platforms.ts does not name'],
    ['anything else', 'notes.txt', 'to do', 'notes.txt: of no kind that may ship (build/package/contents.ts)'],
    ['a path of the PC that built it', 'shared-x.mjs', `import '${root}/db/store.ts';`, 'shared-x.mjs: names a folder of the PC that built it'],
    ['a pointer to a map', 'shared-x.mjs', '//# sourceMappingURL=x.map', 'shared-x.mjs: points to a source map'],
    ['line ends of Windows', 'operator.json', '{\r\n  "keys": [],\r\n  "address": null\r\n}\r\n', 'operator.json: has the line ends of Windows'],
    ['too much of something', 'fonts/Huge.ttf', Buffer.alloc(9_000_000), 'paper: '],
  ];

  it.each(cases)('%s', (_what, path, content, problem) => {
    const file = join(folder, path);
    const kept = (() => {
      try {
        return readFileSync(file);
      } catch {
        return null;
      }
    })();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    const { problems } = checkTree('win32-x64', folder, bundled);
    if (kept === null) rmSync(file);
    else writeFileSync(file, kept);
    expect(problems.filter((one) => one.startsWith(problem))).toHaveLength(1);
  });

  it('a package that nobody looked at, a tool, and one that is gone', () => {
    const { problems } = checkTree('win32-x64', folder, [...bundled.filter((name) => name !== 'zod'), 'left-pad']);
    expect(problems).toEqual(['left-pad: was bundled, is not in build/desktop/shipped-packages.ts', 'zod: stands in build/desktop/shipped-packages.ts, was not bundled']);
  });

  it.each(['package.json', 'window/licences.json', 'sbom.cdx.json'])('another version in %s than in the rest', (path) => {
    const partsList = `${folder}.sbom`;
    cpSync(sbomFile, partsList);
    const file = path === 'sbom.cdx.json' ? partsList : join(folder, path);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(`"version": "${version}"`, '"version": "99.0.0"').replace(`"version":"${version}"`, '"version":"99.0.0"'));
    const { problems } = checkTree('win32-x64', folder, bundled, partsList);
    writeFileSync(file, text);
    rmSync(partsList);
    expect(problems).toEqual([expect.stringMatching(/^versions differ: /)]);
    expect(problems[0]).toContain(`${basename(path)} 99.0.0`);
  });

  it('a licence that is missing', () => {
    const file = join(folder, 'window', 'licences.json');
    const text = readFileSync(file, 'utf8');
    const licences = JSON.parse(text) as LicencesFile;
    writeFileSync(file, JSON.stringify({ ...licences, packages: licences.packages.filter(({ name }) => name !== 'yjs') }));
    const { problems } = checkTree('win32-x64', folder, bundled);
    writeFileSync(file, text);
    expect(problems).toEqual(['yjs: its licence is missing']);
  });

  it('every file that is taken away, whichever it is', () => {
    const contents = new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path))]));
    const unnoticed = [...contents.keys()].filter((gone) => {
      const rest = new Map([...contents].filter(([path]) => path !== gone));
      return ![...missingAndForeign('win32-x64', rest)].some((one) => one.startsWith(`${gone}: is missing`));
    });
    expect(contents.size).toBeGreaterThan(50);
    expect(unnoticed).toEqual([]);
  });

  it.each(['core.mjs', 'db-backup-worker.mjs', 'window/licences.json', 'templates/agreement.typ', 'node_modules/better-sqlite3/LICENSE'])('%s, which is not there', (path) => {
    renameSync(join(folder, path), `${folder}.away`);
    const { problems } = checkTree('win32-x64', folder, bundled);
    renameSync(`${folder}.away`, join(folder, path));
    expect(problems.filter((one) => one.startsWith(`${path}: is missing`))).toHaveLength(1);
  });

  it.each(['shared-evil.mjs', 'db-evil-worker.mjs', 'window/assets/evil.js', 'window/assets/evil.svg', 'fonts/Foreign.ttf', 'templates/foreign.typ', 'node_modules/better-sqlite3/lib/linux-x64.js'])(
    '%s, which is of a kind that may ship and which nothing of the program asks for',
    (path) => {
      writeFileSync(join(folder, path), '');
      const { problems } = checkTree('win32-x64', folder, bundled);
      rmSync(join(folder, path));
      expect(problems).toEqual([`${path}: nothing of the program asks for it`]);
    },
  );
});

describe('a folder of the PC that builds', () => {
  it('is looked for as Linux and as Windows write it, also inside a string', () => {
    expect(spellingsOf(['C:\\Users\\erika\\lotse', '/home/builder', '/'])).toEqual(['C:\\Users\\erika\\lotse', 'C:/Users/erika/lotse', 'C:\\\\Users\\\\erika\\\\lotse', '/home/builder']);
  });
});

describe('a native library', () => {
  it('says for which platform it was built', () => {
    const prebuilds = join(root, 'node_modules', 'better-sqlite3', 'prebuilds');
    for (const platform of ['win32-x64', 'linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']) {
      expect(platformOfBinary(readFileSync(join(prebuilds, `${platform}.node`)))).toBe(platform);
    }
    expect(platformOfBinary(Buffer.from('export const nothing = 1; // not long enough, and no library anyway ............'))).toBeNull();
  });
});

describe('the review of the contents', () => {
  it('names every kind of file in docs/packaging.md', () => {
    const text = readFileSync(join(root, 'docs', 'packaging.md'), 'utf8');
    expect(kinds.filter(({ name, why }) => !text.includes(`| ${name} |`) || !text.includes(why)).map(({ name }) => name)).toEqual([]);
  });
});
