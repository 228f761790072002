import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedAs, runningAppImage } from '../../../electron/updates/installed-as.ts';
import { noOperator, operatorName, readOperator, sourceOf } from '../../../electron/updates/operator.ts';
import { operatorKeys } from './pc.ts';

describe('what the operator says', () => {
  let folder: string;
  const notes: string[] = [];
  const read = () => readOperator(folder, (line) => { notes.push(line); });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-operator-'));
    notes.length = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read from beside the program', async () => {
    const operator = { keys: operatorKeys, address: 'https://updates.example.org/lotse', built: '2026-11-01' };
    writeFileSync(join(folder, operatorName), JSON.stringify(operator));
    expect(await read()).toEqual(operator);
    writeFileSync(join(folder, operatorName), '{"keys":[],"address":null}');
    expect(await read()).toEqual(noOperator);
  });

  it('as shipped names nobody who may publish', async () => {
    const shipped = join(import.meta.dirname, '..', '..', '..', 'build', 'desktop');
    expect(existsSync(join(shipped, operatorName))).toBe(true);
    expect(await readOperator(shipped, (line) => { notes.push(line); })).toEqual(noOperator);
    expect(notes).toEqual([]);
  });

  it('is nothing where there is no such file', async () => {
    expect(await read()).toEqual(noOperator);
    expect(notes).toEqual([]);
  });

  it.each([['not JSON'], ['{}'], ['{"keys":["short"],"address":null}'], [`{"keys":["${Buffer.alloc(33, 7).toString('base64')}"],"address":null}`], [`{"keys":["${'A'.repeat(42)}B="],"address":null}`], ['{"keys":[],"address":"not an address"}'], ['{"keys":[],"address":null,"run":"x"}']])(
    'is worth nothing as %s, and noted',
    async (text) => {
      writeFileSync(join(folder, operatorName), text);
      expect(await read()).toEqual(noOperator);
      expect(notes).toEqual(['updates: operator.json cannot be used']);
    },
  );
});

describe('the source', () => {
  it.each([
    ['https://updates.example.org/lotse', true, 'https://updates.example.org/lotse/'],
    ['https://updates.example.org/', true, 'https://updates.example.org/'],
    ['http://127.0.0.1:8080/lotse/', false, 'http://127.0.0.1:8080/lotse/'],
    ['http://127.0.0.1:8080/lotse/', true, null],
    ['http://localhost:8080/', false, null],
    ['http://updates.example.org/', false, null],
    ['ftp://updates.example.org/', false, null],
    ['file:///C:/lotse/', false, null],
    ['https://name:word@updates.example.org/', true, null],
    ['https://updates.example.org/?to=x', true, null],
    ['https://updates.example.org/#x', true, null],
  ])('of %s, packaged %s, is %s', (address, packaged, expected) => {
    expect(sourceOf({ ...noOperator, address }, packaged)?.href ?? null).toBe(expected);
  });

  it('is none without an address', () => {
    expect(sourceOf(noOperator, true)).toBeNull();
  });
});

describe('how Lotse came to this PC', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-installed-'));
  const byExe = mkdtempSync(join(tmpdir(), 'lotse-installed-'));
  writeFileSync(join(byExe, 'Uninstall Lotse.exe'), '');
  afterAll(() => {
    for (const made of [folder, byExe]) rmSync(made, { recursive: true, force: true });
  });

  it.each([
    ['win32', 'x64', byExe, {}, 'win32-x64', 'exe'],
    ['win32', 'arm64', folder, {}, 'win32-arm64', 'msi'],
    ['linux', 'x64', folder, {}, 'linux-x64', 'deb'],
    ['linux', 'arm64', folder, { APPIMAGE: '/home/petra/Lotse.AppImage', APPDIR: folder }, 'linux-arm64', 'AppImage'],
    ['linux', 'x64', folder, { APPIMAGE: '/home/petra/Other.AppImage', APPDIR: '/tmp/.mount_Other' }, 'linux-x64', 'deb'],
    ['linux', 'x64', folder, { APPIMAGE: '/home/petra/Other.AppImage' }, 'linux-x64', 'deb'],
    ['darwin', 'arm64', folder, {}, 'darwin-arm64', 'dmg'],
  ])('on %s %s it was, from %s with %j: %s by %s', (platform, arch, place, env, expected, kind) => {
    expect(installedAs({ platform, arch, execPath: join(place, 'Lotse.exe'), env })).toEqual({ platform: expected, kind });
  });

  it('as an AppImage it is the file of its own mount, never that of the program that started it', () => {
    const env = { APPIMAGE: '/home/petra/Lotse.AppImage', APPDIR: '/tmp/.mount_Lotse' };
    expect(runningAppImage({ execPath: '/tmp/.mount_Lotse/lotse', env })).toBe('/home/petra/Lotse.AppImage');
    expect(runningAppImage({ execPath: '/opt/Lotse/lotse', env })).toBeNull();
    expect(runningAppImage({ execPath: '/tmp/.mount_LotseX/lotse', env })).toBeNull();
  });

  it('as an AppImage it is known also where the folder for mounts is a link', () => {
    const link = join(folder, 'tmp');
    symlinkSync(byExe, link);
    expect(runningAppImage({ execPath: join(realpathSync(byExe), 'lotse'), env: { APPIMAGE: '/home/petra/Lotse.AppImage', APPDIR: link } })).toBe('/home/petra/Lotse.AppImage');
  });

  it.each([['win32', 'ia32'], ['freebsd', 'x64']])('on %s %s nothing is made', (platform, arch) => {
    expect(installedAs({ platform, arch, execPath: join(folder, 'lotse'), env: {} })).toBeNull();
  });
});
