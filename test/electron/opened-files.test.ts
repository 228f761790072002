import type { BrowserWindow } from 'electron';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenedFiles, filesAmong, maxOpenedBytes, type OpenedFiles } from '../../electron/opened-files.ts';
import { forget, shown, state } from './fake-electron.ts';
import { codeOf } from './shell-client.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

let folder: string;
let files: OpenedFiles;
let told: number;

beforeEach(() => {
  forget();
  folder = mkdtempSync(join(tmpdir(), 'lotse-opened-'));
  told = 0;
  files = createOpenedFiles(() => ({}) as BrowserWindow, () => { told += 1; });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('files among the arguments', () => {
  it('are those of Lotse, seen from where the program was started', () => {
    const whole = join(folder, 'a.lotse-meldung');
    expect(filesAmong(['.', '--dir', 'D', '--x.lotse-meldung', 'plan.pdf', 'lotse-meldung', whole, 'b.LOTSE-UEBERGABE'], '/home/petra')).toEqual([whole, join('/home/petra', 'b.LOTSE-UEBERGABE')]);
  });
});

describe('a file that was opened with Lotse', () => {
  it('waits until the window takes it, once', async () => {
    files.offer(fileOf('a.lotse-meldung', 'eins'));
    expect([told, files.isWaiting()]).toEqual([1, true]);
    const file = await files.take();
    expect([file?.name, await file?.text(), files.isWaiting()]).toEqual(['a.lotse-meldung', 'eins', false]);
    expect(await files.take()).toBeNull();
  });

  it('gives way to the one opened after it', async () => {
    files.offerArguments([fileOf('a.lotse-meldung', 'eins'), fileOf('b.lotse-uebergabe', 'zwei')], folder);
    expect([told, (await files.take())?.name]).toEqual([2, 'b.lotse-uebergabe']);
  });

  it('of another kind is not even looked at', () => {
    files.offer(fileOf('a.pdf', 'x'));
    expect([told, files.isWaiting()]).toEqual([0, false]);
  });

  it('is read as it is by then: gone, a folder, or too large is said by its code', async () => {
    files.offer(join(folder, 'gone.lotse-meldung'));
    expect(await codeOf(files.take())).toBe('FILE_UNREADABLE');
    mkdirSync(join(folder, 'folder.lotse-meldung'));
    files.offer(join(folder, 'folder.lotse-meldung'));
    expect(await codeOf(files.take())).toBe('FILE_UNREADABLE');
    const large = fileOf('large.lotse-meldung', '');
    truncateSync(large, maxOpenedBytes);
    files.offer(large);
    expect((await files.take())?.size).toBe(maxOpenedBytes);
    truncateSync(large, maxOpenedBytes + 1);
    files.offer(large);
    expect(await codeOf(files.take())).toBe('FILE_TOO_LARGE');
    expect(await files.take()).toBeNull();
  });
});

describe('a file that is chosen', () => {
  it('is one of Lotse, read whole', async () => {
    state.answers.push({ canceled: false, filePaths: [fileOf('a.lotse-uebergabe', 'drei')] });
    expect(await (await files.choose())?.text()).toBe('drei');
    expect(shown[0]?.options).toEqual({
      title: 'Datei von Lotse öffnen',
      buttonLabel: 'Öffnen',
      filters: [{ name: 'Dateien von Lotse', extensions: ['lotse-meldung', 'lotse-uebergabe'] }],
      properties: ['openFile', 'dontAddToRecent'],
    });
  });

  it('is none when the dialog is closed, and refused when its name was typed past the filter', async () => {
    state.answers.push({ canceled: true, filePaths: [] });
    expect(await files.choose()).toBeNull();
    state.answers.push({ canceled: false, filePaths: [fileOf('.bashrc', 'x')] });
    expect(await codeOf(files.choose())).toBe('FILE_UNREADABLE');
  });
});
