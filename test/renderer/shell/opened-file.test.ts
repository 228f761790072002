import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { OpenedFile } from '../../../renderer/office/shell/opened-file.svelte.ts';
import { maxMessageBytes } from '../../../shared/rpc/limits.ts';

const meldung = new File(['{}'], 'Monitoring-Meldung-NI-0417-2025-Nr-1.lotse-meldung');
const view = { kind: 'delivery', office: 'NI-0417' };

function opened(waiting: File | null | 'unreadable', look: () => Promise<unknown> = async () => view) {
  const asked: string[] = [];
  const give = (name: string) => async () => {
    asked.push(name);
    if (waiting === 'unreadable') throw new ORPCError('FILE_UNREADABLE');
    return waiting;
  };
  const file = new OpenedFile(
    { files: { look: async ({ file: { name } }: { file: File }) => { asked.push(`look ${name}`); return look(); } } } as never,
    { files: { takeOpened: give('takeOpened'), choose: give('choose') } },
  );
  return { file, asked };
}

describe('a file Lotse is opened with', () => {
  it('is looked at and shown', async () => {
    const { file, asked } = opened(meldung);
    await file.take();
    expect(asked).toEqual(['takeOpened', `look ${meldung.name}`]);
    expect([file.open, file.name, file.file]).toEqual([true, meldung.name, view]);
    file.close();
    expect([file.open, file.name, file.file]).toEqual([false, null, null]);
  });

  it('none waits: nothing is shown', async () => {
    const { file } = opened(null);
    await file.take();
    expect(file.open).toBe(false);
  });

  it.each(['FILE_UNKNOWN', 'FILE_CHANGED', 'FILE_TOO_LARGE'])('refused with %s: its name stays beside the reason', async (code) => {
    const { file } = opened(meldung, async () => Promise.reject(new ORPCError(code)));
    await file.choose();
    expect([file.open, file.name, file.file, file.problem?.code, file.problem?.unknown]).toEqual([true, meldung.name, null, code, false]);
  });

  it('that cannot be read is told as such', async () => {
    const { file } = opened('unreadable');
    await file.choose();
    expect([file.open, file.name, file.problem?.code]).toEqual([true, null, 'FILE_UNREADABLE']);
  });

  it('larger than any message to the core is not even sent', async () => {
    const { file, asked } = opened(new File([new Uint8Array(maxMessageBytes)], 'Film.lotse-meldung'));
    await file.take();
    expect([asked, file.problem?.code]).toEqual([['takeOpened'], 'FILE_TOO_LARGE']);
  });
});
