import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SavedFiles } from '../../../renderer/office/shell/saved-files.svelte.ts';
import { dismissAll, toasts } from '../../../renderer/ui/toast.svelte.ts';
import type { SavedView } from '../../../shared/rpc/shell.contract.ts';

const paper = new Blob(['%PDF-1.7'], { type: 'application/pdf' });

function files(answers: { save?: () => Promise<SavedView | null>; remove?: () => Promise<void> } = {}) {
  const asked: unknown[] = [];
  let id = 0;
  const saved = new SavedFiles({
    save: async ({ file, name }: { file: File; name: string }) => {
      asked.push({ save: name, type: file.type });
      id += 1;
      return answers.save === undefined ? { id: String(id), fileName: name, warning: null } : answers.save();
    },
    saved: {
      remove: async (which: { id: string }) => {
        asked.push({ remove: which.id });
        await answers.remove?.();
      },
      show: async (which: { id: string }) => void asked.push({ show: which.id }),
    },
  });
  return { saved, asked };
}

beforeEach(dismissAll);

describe('files saved by the desktop shell', () => {
  it('are listed newest first with where they lie, until they are deleted', async () => {
    const { saved, asked } = files();
    await saved.savePaper(paper, 'Plan.pdf', { personal: true });
    await saved.savePaper(paper, 'Meldung.lotse-meldung', { personal: false });
    expect(saved.list.map(({ fileName, personal }) => [fileName, personal])).toEqual([['Meldung.lotse-meldung', false], ['Plan.pdf', true]]);
    expect(saved.open).toBe(true);

    for (const file of saved.list) await saved.remove(file);
    expect([saved.list, saved.open]).toEqual([[], false]);
    expect(asked).toEqual([{ save: 'Plan.pdf', type: 'application/pdf' }, { save: 'Meldung.lotse-meldung', type: 'application/pdf' }, { remove: '2' }, { remove: '1' }]);
  });

  it('one that cannot be deleted stays in the list, with what to do', async () => {
    const { saved } = files({ remove: async () => Promise.reject(new ORPCError('SAVED_FILE_UNKNOWN')) });
    await saved.savePaper(paper, 'Plan.pdf', { personal: true });
    const [file] = saved.list;
    if (file === undefined) throw new Error('nothing was saved');
    expect(await saved.remove(file)).toBe(false);
    expect([saved.list.length, saved.problem?.code]).toEqual([1, 'SAVED_FILE_UNKNOWN']);
  });

  it('are none when the dialog was closed without a place', async () => {
    const { saved } = files({ save: async () => null });
    expect(await saved.savePaper(paper, 'Plan.pdf', { personal: true })).toBe(false);
    expect([saved.list, saved.open]).toEqual([[], false]);
  });

  it('say why nothing was saved', async () => {
    const { saved } = files({ save: async () => Promise.reject(new ORPCError('DISK_FULL')) });
    await saved.savePaperAndTell(paper, 'Plan.pdf', { personal: true });
    expect(toasts.list.map(({ kind }) => kind)).toEqual(['danger']);
    expect(saved.list).toEqual([]);
  });

  it('leave the window with the lock', async () => {
    const { saved } = files();
    await saved.savePaper(paper, 'Plan.pdf', { personal: true });
    saved.forget();
    expect([saved.list, saved.open]).toEqual([[], false]);
  });
});

describe('without a desktop shell', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('a file is a download, and its holder hears that it is not encrypted', async () => {
    const links: { href: string; download: string }[] = [];
    vi.stubGlobal('document', { createElement: () => { const link = { href: '', download: '', click: () => void links.push(link) }; return link; } });
    await new SavedFiles(null).savePaperAndTell(paper, 'Plan.pdf', { personal: true });
    expect(links.map(({ download, href }) => [download, href.startsWith('blob:')])).toEqual([['Plan.pdf', true]]);
    expect(toasts.list.map(({ text }) => text)).toEqual([expect.stringContaining('nicht verschlüsselt')]);
  });
});
