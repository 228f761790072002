import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { megabytes, notesOf } from '../../../renderer/office/shell/update-words.ts';
import { Updates } from '../../../renderer/office/shell/updates.svelte.ts';
import { updateErrors } from '../../../shared/messages/errors/updates.ts';
import type { UpdatesView, UpdateView } from '../../../shared/rpc/shell.contract.ts';

const next: UpdateView = { version: '1.4.0', released: '2026-03-01', bytes: 84_230_000, notes: 'Die Suche findet Umlaute.' };
const none: UpdatesView = { current: '1.3.2', possible: true, source: 'updates.example', lookedAt: null, available: null, staged: null };

function updates(answers: Partial<Record<'state' | 'look' | 'fetch' | 'fromFile' | 'install', () => Promise<unknown>>> = {}) {
  const asked: string[] = [];
  const call = (name: string, answer: () => Promise<unknown>) => async () => {
    asked.push(name);
    return answer();
  };
  const shown = new Updates({
    updates: {
      state: call('state', answers.state ?? (async () => none)),
      look: call('look', answers.look ?? (async () => ({ ...none, available: next }))),
      fetch: call('fetch', answers.fetch ?? (async () => ({ ...none, staged: next }))),
      fromFile: call('fromFile', answers.fromFile ?? (async () => ({ ...none, staged: next }))),
      install: call('install', answers.install ?? (async () => undefined)),
    },
  } as never);
  return { shown, asked };
}

describe('the section Aktualisierungen', () => {
  it('asks for the state alone; every further step is somebody’s', async () => {
    const { shown, asked } = updates();
    await shown.load();
    expect(asked).toEqual(['state']);
    await shown.look();
    expect(shown.view?.available?.version).toBe('1.4.0');
    await shown.fetch();
    expect(shown.view?.staged?.version).toBe('1.4.0');
    await shown.install();
    expect(asked).toEqual(['state', 'look', 'fetch', 'install']);
  });

  it('says "the newest" only to who has just looked', async () => {
    const { shown } = updates({ look: async () => none });
    await shown.load();
    expect(shown.looked).toBe(false);
    await shown.look();
    expect(shown.looked).toBe(true);
    await shown.fromFile();
    expect(shown.looked).toBe(false);
  });

  it.each(Object.keys(updateErrors))('shows %s with its own text and advice, and keeps what was known', async (code) => {
    const { shown } = updates({ state: async () => ({ ...none, available: next }), fetch: async () => Promise.reject(new ORPCError(code)) });
    await shown.look();
    expect(await shown.fetch()).toBe(false);
    expect(shown.problem).toMatchObject({ code, unknown: false, ...updateErrors[code as keyof typeof updateErrors] });
    expect(shown.view?.available?.version).toBe('1.4.0');
  });

  it('shows no longer as ready what was refused at the installation and removed', async () => {
    const { shown, asked } = updates({ install: async () => Promise.reject(new ORPCError('UPDATE_HASH_MISMATCH')) });
    await shown.fetch();
    expect(await shown.install()).toBe(false);
    expect(shown.view?.staged).toBeNull();
    expect(shown.problem).toMatchObject({ code: 'UPDATE_HASH_MISMATCH' });
    expect(asked).toEqual(['fetch', 'install', 'state']);
  });

  it('keeps the first refusal where the shell does not answer any more', async () => {
    const { shown } = updates({ state: async () => Promise.reject(new Error('closed')), fetch: async () => Promise.reject(new ORPCError('UPDATE_TRUNCATED')) });
    await shown.look();
    expect(await shown.fetch()).toBe(false);
    expect(shown.problem).toMatchObject({ code: 'UPDATE_TRUNCATED' });
    expect(shown.view?.available?.version).toBe('1.4.0');
  });
});

describe('words of an update', () => {
  it('sizes are said as people know them', () => {
    expect([megabytes(84_230_000), megabytes(40_000)]).toEqual(['84,2 MB', '0,0 MB']);
  });

  it('notes are plain text: lines, and lists where they begin with a dash', () => {
    expect(notesOf('Neu:\r\n- Suche\n\n• Druck\n<b>fett</b>')).toEqual([
      { text: 'Neu:', item: false },
      { text: 'Suche', item: true },
      { text: 'Druck', item: true },
      { text: '<b>fett</b>', item: false },
    ]);
  });
});
