import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEnding } from '../../electron/ending.ts';
import { calls, forget } from './fake-electron.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

describe('the end of a program that is wanted again', () => {
  let folder: string;
  beforeEach(async () => {
    forget();
    folder = await mkdtemp(join(tmpdir(), 'lotse-ending-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('says nothing to Electron before its last moment, and nothing at all when nobody wants it again', async () => {
    const ending = createEnding({ args: ['--dir', 'D'], appImage: null });
    await ending.carryOut();
    ending.restart();
    expect(calls).toEqual(['quit']);
    ending.refused();
    await ending.carryOut();
    expect(calls).toEqual(['quit']);
    ending.wantAgain(['/home/petra/a.lotse-meldung']);
    ending.wantAgain(['/home/petra/b.lotse-meldung']);
    await ending.carryOut();
    expect(calls).toEqual(['quit', 'relaunch --dir D /home/petra/a.lotse-meldung /home/petra/b.lotse-meldung']);
  });

  it.skipIf(process.platform === 'win32')('starts an AppImage from its file, after its place as the only one is free', async () => {
    const appImage = join(folder, 'Lotse 1.2.AppImage');
    await writeFile(appImage, '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.part" && mv "$0.part" "$0.said"\n');
    await chmod(appImage, 0o755);
    const ending = createEnding({ args: ['--dir', "Petras 'Akten'"], appImage });
    ending.restart();
    await ending.carryOut();
    expect(calls).toEqual(['quit', 'lock released']);
    await vi.waitFor(async () => { expect(await readFile(`${appImage}.said`, 'utf8')).toBe("--dir\nPetras 'Akten'\n"); });
  });

  it('says that an AppImage which was moved away cannot be started', async () => {
    const ending = createEnding({ args: [], appImage: join(folder, 'gone.AppImage') });
    ending.restart();
    await expect(ending.carryOut()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
