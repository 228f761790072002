/** electron-builder for real, with an Electron made up by the test: what it makes of our tree, our fuses and our settings. No installer is built. */
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseV1Options } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlatform, type Platform } from '../../build/desktop/platforms.ts';
import { filesBelow } from '../../build/desktop/source-files.ts';
import { burn, readFuses } from '../../build/package/burn-fuses.ts';
import { configuration } from '../../build/package/configuration.ts';
import { germanMsi } from '../../build/package/german-msi.ts';
import { fuses } from '../../electron/fuses.ts';
import { makeUpElectron, resedit } from './made-up-electron.ts';
import { runPack, whyWithNetwork } from './run-pack.ts';

/** What every installed program must hold; a change here is a decision about security (R15). */
const golden = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-packing-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Its own, so that nothing else builds it at the same time. */
function treeOf(platform: Platform): string {
  return join(folder, 'trees', platform);
}

/** Electron checks this hash of the archive's header before it loads anything from it. */
function headerHash(asar: string): string {
  return createHash('sha256').update(getRawHeader(asar).headerString).digest('hex');
}

function packedFiles(asar: string): readonly string[] {
  return listPackage(asar, { isPack: false }).map((path) => path.slice(1).replaceAll('\\', '/')).filter((path) => !('files' in statFile(asar, path))).sort();
}

function binaries(platform: Platform): readonly string[] {
  return filesBelow(treeOf(platform)).filter((path) => path.endsWith('.node'));
}

const where: Readonly<Record<string, { readonly program: string; readonly resources: string }>> = {
  'linux-x64': { program: 'linux-unpacked/lotse', resources: 'linux-unpacked/resources' },
  'win32-x64': { program: 'win-unpacked/Lotse.exe', resources: 'win-unpacked/resources' },
  'darwin-arm64': { program: 'mac-arm64/Lotse.app', resources: 'mac-arm64/Lotse.app/Contents/Resources' },
};

describe('the list of fuses', () => {
  it('is what was decided, and names every fuse there is', () => {
    expect(fuses).toEqual(golden);
    // @ts-expect-error: a list with gaps does not compile
    void ({ RunAsNode: false } satisfies Record<keyof typeof FuseV1Options, boolean>);
    expect(Object.keys(fuses).sort()).toEqual(Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name)).sort());
  });

  it('ends the build when a later Electron has a fuse that nobody decided about', async () => {
    makeUpElectron(join(folder, 'later'), 'linux-x64', 10);
    await expect(burn(join(folder, 'later', 'electron'))).rejects.toThrow('strictlyRequireAllFuses');
  });
});

describe.each(Object.entries(where))('the program packed for %s', (name, { program, resources }) => {
  const platform = parsePlatform(name);
  let output: string;
  let asar: string;
  beforeAll(() => {
    output = join(folder, platform);
    asar = join(output, resources, 'app.asar');
    makeUpElectron(join(folder, `electron-${platform}`), platform);
    const run = runPack({ platform, electronDist: join(folder, `electron-${platform}`), output, tree: treeOf(platform) });
    expect(run.output).not.toContain('Error');
    expect(run.status).toBe(0);
  });

  it('has its fuses burnt in, also after icon and version were put into it', async () => {
    expect(await readFuses(join(output, program))).toEqual(golden);
  });

  it('is the tree that was checked, byte for byte, in one archive', () => {
    expect(packedFiles(asar)).toEqual([...filesBelow(treeOf(platform))]);
    const differing = filesBelow(treeOf(platform)).filter((path) => {
      const packed = binaries(platform).includes(path) ? readFileSync(join(`${asar}.unpacked`, path)) : extractFile(asar, path);
      return !readFileSync(join(treeOf(platform), path)).equals(packed);
    });
    expect(differing).toEqual([]);
  });

  it('has outside of the archive only what no archive can hold', () => {
    expect(filesBelow(`${asar}.unpacked`)).toEqual([...binaries(platform)]);
    const beside = readdirSync(join(output, resources)).filter((file) => !/\.lproj$|^\.here$|^icon\.icns$|^LICENSE|^LICENSES/.test(file));
    expect(beside.sort()).toEqual(['app.asar', 'app.asar.unpacked', 'sbom.cdx.json']);
    expect(existsSync(join(output, resources, 'LICENSE.Lotse.txt'))).toBe(true);
  });
});

describe('what the system checks before it starts the program', () => {
  it('is the hash of the archive, in the resources of the Windows program', () => {
    const output = join(folder, 'win32-x64');
    const { entries } = resedit.NtExecutableResource.from(resedit.NtExecutable.from(readFileSync(join(output, 'win-unpacked', 'Lotse.exe'))));
    const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString())).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: headerHash(join(output, 'win-unpacked', 'resources', 'app.asar')) },
    ]);
  });

  it('is the hash of the archive, in the property list of the macOS program', () => {
    const contents = join(folder, 'darwin-arm64', 'mac-arm64', 'Lotse.app', 'Contents');
    const list = readFileSync(join(contents, 'Info.plist'), 'utf8');
    expect(list.replaceAll(/\s+/g, '')).toContain(`<key>hash</key><string>${headerHash(join(contents, 'Resources', 'app.asar'))}</string>`);
    expect(list).toContain('<string>lotse-meldung</string>');
    expect(list).toContain('<string>lotse-uebergabe</string>');
  });
});

describe('two builds of the same sources', () => {
  it('have the same archive', () => {
    const again = join(folder, 'again');
    expect(runPack({ platform: 'linux-x64', electronDist: join(folder, 'electron-linux-x64'), output: again, tree: join(folder, 'trees', 'again') }).status).toBe(0);
    const hashes = [folder + '/linux-x64', again].map((one) => createHash('sha256').update(readFileSync(join(one, 'linux-unpacked', 'resources', 'app.asar'))).digest('hex'));
    expect(hashes[1]).toBe(hashes[0]);
  });
});

if (whyWithNetwork !== null) console.log(`skipped: packing without a network, because ${whyWithNetwork}`);

describe('packing', () => {
  it.skipIf(whyWithNetwork !== null)('takes nothing from a network (R72)', () => {
    // Every run above was cut off from it; this one shows that a cut is a cut.
    const run = spawnSync('unshare', ['--net', process.execPath, '-e', "require('node:net').connect(443, '192.0.2.1').on('error', ({ code }) => console.log(code))"], { encoding: 'utf8' });
    expect(run.stdout.trim()).toBe('ENETUNREACH');
    expect(existsSync(join(folder, 'again', 'linux-unpacked', 'resources', 'app.asar'))).toBe(true);
  });
});

describe('the settings of the installers', () => {
  const settings = configuration({ app: 'a', output: 'o', electronDist: 'e', electronVersion: '0', sbom: 's', root: 'r', afterPack: async () => undefined });

  it('install for all accounts, where none of them may write (R26)', () => {
    expect(settings.nsis).toMatchObject({ perMachine: true, oneClick: false, allowToChangeInstallationDirectory: false });
    expect(settings.msi).toMatchObject({ perMachine: true });
    expect(settings.win).toMatchObject({ requestedExecutionLevel: 'asInvoker' });
  });

  it('ask no server for updates and publish nothing', () => {
    expect(settings.publish).toBeNull();
    expect(settings.nsis).toMatchObject({ differentialPackage: false });
  });

  it('are made with tools that have no known hole, and that run on a system of today', () => {
    expect(settings.toolsets).toEqual({ nsis: '1.2.1', appimage: '1.0.3' });
    const { nsisChecksums } = createRequire(import.meta.url)('app-builder-lib/out/toolsets/windows') as { readonly nsisChecksums: Readonly<Record<string, object>> };
    expect(Object.keys(nsisChecksums)).toContain(settings.toolsets?.nsis);
  });

  it('make no program for macOS that is not signed: it would not start', () => {
    expect(settings.mac?.forceCodeSigning).toBe(true);
  });

  it('speak German in the MSI too', () => {
    const template = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'app-builder-lib', 'templates', 'msi', 'template.xml'), 'utf8');
    expect(germanMsi(template)).toContain('Language="1031"');
    expect(() => germanMsi('<Wix/>')).toThrow('Language="1033"');
    expect(settings.msiProjectCreated).toBeTypeOf('function');
  });

  it('never start the program without its sandbox', () => {
    expect(settings.appImage).toEqual({ executableArgs: [] });
    expect(JSON.stringify(settings)).not.toContain('no-sandbox');
  });

  it('refuse a Linux that is too old for the native libraries (R77)', () => {
    const declared = Number(/^libc6 \(>= 2\.(\d+)\)$/.exec(settings.deb?.depends?.[0] ?? '')?.[1]);
    const needed = binaries('linux-x64').flatMap((path) => [...readFileSync(join(treeOf('linux-x64'), path)).toString('latin1').matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor)));
    expect(Math.max(...needed)).toBe(declared);
  });

  it('give the data folder of a Windows PC the same rights as the program itself', () => {
    const script = readFileSync(join(import.meta.dirname, '..', '..', 'build', 'package', 'resources', 'installer.nsh'), 'utf8');
    const granted = [...script.matchAll(/\/grant:r "([^"]+)"/g)].map(([, right]) => right);
    const source = readFileSync(join(import.meta.dirname, '..', '..', 'office', 'default-folder.ts'), 'utf8');
    const wanted = [...source.matchAll(/'(\*S-1-5-[^']+)'/g)].map(([, right]) => right);
    expect(wanted).toHaveLength(3);
    expect(granted).toEqual(wanted);
    expect(script).toContain('/inheritance:r');
  });

  it('give rights to no folder that was there before, which may be a link or narrowed by an administrator', () => {
    const script = readFileSync(join(import.meta.dirname, '..', '..', 'build', 'package', 'resources', 'installer.nsh'), 'utf8').replaceAll(/^;.*$/gm, '');
    expect(script.match(/icacls\.exe/g)).toHaveLength(1);
    expect(script).toMatch(/CreateDirectoryW\(w "\$APPDATA\\Lotse", p 0\) i \.r0'\s+\$\{if\} \$0 != 0\s+nsExec::ExecToLog '"\$SYSDIR\\icacls\.exe" "\$APPDATA\\Lotse" \/L /);
    expect(script).not.toMatch(/^\s*CreateDirectory\b/m);
  });
});
