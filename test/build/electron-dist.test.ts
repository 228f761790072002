import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thisPlatform } from '../../build/desktop/platforms.ts';
import { electronDist, NoElectron } from '../../build/package/electron-dist.ts';

describe('which Electron is packed', () => {
  let folder: string;
  let archive: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-electron-'));
    archive = join(folder, 'electron-v45.4.1-win32-x64.zip');
    writeFileSync(archive, 'an archive');
    const sha256 = createHash('sha256').update('an archive').digest('hex');
    writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ 'electron-v45.4.1-win32-x64.zip': sha256, 'electron-v45.4.1-linux-x64.zip': sha256 }));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is an archive with the hash that the package of the lockfile names', async () => {
    expect(await electronDist('win32-x64', archive, folder)).toBe(archive);
  });

  it('is none that was changed, none for another system, none of another version', async () => {
    await expect(electronDist('linux-x64', archive, folder)).rejects.toThrow(NoElectron);
    mkdirSync(join(folder, 'changed'));
    const changed = join(folder, 'changed', 'electron-v45.4.1-win32-x64.zip');
    writeFileSync(changed, 'another archive');
    await expect(electronDist('win32-x64', changed, folder)).rejects.toThrow('SHA-256');
    const other = join(folder, 'electron-v44.0.0-win32-x64.zip');
    writeFileSync(other, 'an archive');
    await expect(electronDist('win32-x64', other, folder)).rejects.toThrow(NoElectron);
  });

  it('is none that is not there', async () => {
    await expect(electronDist('linux-x64', join(folder, 'electron-v45.4.1-linux-x64.zip'), folder)).rejects.toThrow(NoElectron);
  });

  it('is the one that was fetched for this system, and says how to get it where there is none', async () => {
    await expect(electronDist(thisPlatform(), null, folder)).rejects.toThrow('npm run electron:get');
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(await electronDist(thisPlatform(), null, folder)).toBe(join(folder, 'dist'));
  });

  it('ends the task with 2 in two languages where it is missing', () => {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, '..', '..', 'build', 'package', 'main.ts'), '--target', process.platform === 'win32' ? 'deb' : 'win'], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('ist nicht da');
    expect(run.stderr).toContain('is not here');
  });
});
