import type { BrowserWindow } from 'electron';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSavedFiles, type SavedFiles } from '../../electron/saved-files.ts';
import { writeWhole } from '../../electron/whole-file.ts';
import { forget, opened, shown, state } from './fake-electron.ts';
import { codeOf } from './shell-client.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

const paper = new File(['%PDF-1.7 Plan'], 'Plan.pdf', { type: 'application/pdf' });
let folder: string;
let files: SavedFiles;

beforeEach(() => {
  forget();
  folder = mkdtempSync(join(tmpdir(), 'lotse-saved-'));
  state.userData = folder;
  files = createSavedFiles(() => ({}) as BrowserWindow);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function personChooses(filePath: string): void {
  state.answers.push({ canceled: false, filePath });
}

async function saved(filePath: string): Promise<string> {
  personChooses(filePath);
  const view = await files.save(paper, 'Plan.pdf');
  if (view === null) throw new Error('nothing was saved');
  return view.id;
}

describe('saving', () => {
  it('asks where, offers the name and the kind, and writes the whole file', async () => {
    personChooses(join(folder, 'Förderplan.pdf'));
    const view = await files.save(paper, 'Plan.pdf');
    expect(view).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, fileName: 'Förderplan.pdf', warning: null });
    expect(shown).toEqual([
      {
        kind: 'save',
        options: {
          title: 'Speichern',
          defaultPath: join(folder, 'documents', 'Plan.pdf'),
          filters: [{ name: 'PDF', extensions: ['pdf'] }],
          properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        },
      },
    ]);
    expect(readFileSync(join(folder, 'Förderplan.pdf'), 'utf8')).toBe('%PDF-1.7 Plan');
    expect(readdirSync(folder)).toEqual(['Förderplan.pdf']);
  });

  it('writes nothing when the person closes the dialog', async () => {
    state.answers.push({ canceled: true, filePath: '' });
    expect(await files.save(paper, 'Plan.pdf')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names its own kinds of files as people know them', async () => {
    for (const name of ['a.lotse-meldung', 'b.lotse-uebergabe', 'ohne']) {
      personChooses(join(folder, name));
      await files.save(paper, name);
    }
    expect(shown.map(({ options }) => options['filters'])).toEqual([
      [{ name: 'Meldung von Lotse', extensions: ['lotse-meldung'] }],
      [{ name: 'Übergabe von Lotse', extensions: ['lotse-uebergabe'] }],
      [],
    ]);
  });

  it('warns of a folder that a cloud keeps in step', async () => {
    const cloud = join(folder, 'Dropbox');
    mkdirSync(cloud);
    personChooses(join(cloud, 'Plan.pdf'));
    expect((await files.save(paper, 'Plan.pdf'))?.warning).toBe('PLACE_SYNCED');
  });

  it('says what the disk said: no folder, no file left half', async () => {
    personChooses(join(folder, 'nowhere', 'Plan.pdf'));
    expect(await codeOf(files.save(paper, 'Plan.pdf'))).toBe('DISK_ERROR');
    const full = '/dev/full';
    if (existsSync(full)) {
      await expect(writeWhole(join(full, 'x'), 'x')).rejects.toThrow();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('replaces what was there as a whole', async () => {
    writeFileSync(join(folder, 'Plan.pdf'), 'x'.repeat(10_000));
    await saved(join(folder, 'Plan.pdf'));
    expect(readFileSync(join(folder, 'Plan.pdf'), 'utf8')).toBe('%PDF-1.7 Plan');
  });
});

describe('a saved file', () => {
  it('is deleted again, exactly that one, once', async () => {
    const other = await saved(join(folder, 'b.pdf'));
    const id = await saved(join(folder, 'a.pdf'));
    await files.remove(id);
    expect(readdirSync(folder)).toEqual(['b.pdf']);
    expect(await codeOf(files.remove(id))).toBe('SAVED_FILE_UNKNOWN');
    await files.remove(other);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is gone already is as good as deleted', async () => {
    const id = await saved(join(folder, 'a.pdf'));
    rmSync(join(folder, 'a.pdf'));
    await files.remove(id);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays when it is another one by now', async () => {
    const changed = await saved(join(folder, 'a.pdf'));
    writeFileSync(join(folder, 'a.pdf'), 'hers');
    expect(await codeOf(files.remove(changed))).toBe('SAVED_FILE_UNKNOWN');
    const replaced = await saved(join(folder, 'b.pdf'));
    writeFileSync(join(folder, 'c.pdf'), '%PDF-1.7 Plan');
    renameSync(join(folder, 'c.pdf'), join(folder, 'b.pdf'));
    expect(await codeOf(files.remove(replaced))).toBe('SAVED_FILE_UNKNOWN');
    const touched = await saved(join(folder, 'd.pdf'));
    utimesSync(join(folder, 'd.pdf'), new Date(0), new Date(0));
    expect(await codeOf(files.remove(touched))).toBe('SAVED_FILE_UNKNOWN');
    expect(readdirSync(folder)).toEqual(['a.pdf', 'b.pdf', 'd.pdf']);
  });

  it('is shown in its folder', async () => {
    const id = await saved(join(folder, 'a.pdf'));
    await files.show(id);
    expect(opened).toEqual([`folder ${join(folder, 'a.pdf')}`]);
    rmSync(join(folder, 'a.pdf'));
    expect(await codeOf(files.show(id))).toBe('SAVED_FILE_UNKNOWN');
  });

  it('is known by nothing but its id', async () => {
    expect(await codeOf(files.remove('00000000-0000-4000-8000-000000000000'))).toBe('SAVED_FILE_UNKNOWN');
    expect(await codeOf(files.show(join(homedir(), '.bashrc')))).toBe('SAVED_FILE_UNKNOWN');
  });
});
