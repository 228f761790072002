/** The way out, over a stand-in for Electron's sessions: who is asked, and through which session. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void;

const electron = vi.hoisted(() => {
  const sessions = { partitions: [] as unknown[], asked: [] as unknown[], listener: null as unknown };
  const session = {
    fromPartition: (...partition: unknown[]) => {
      sessions.partitions.push(partition);
      return {
        webRequest: { onBeforeRequest: (listen: unknown) => { sessions.listener = listen; } },
        fetch: async (...asked: unknown[]) => {
          sessions.asked.push(asked);
          return new Response('answer');
        },
      };
    },
  };
  return { sessions, session };
});
vi.mock('electron', () => ({ session: electron.session }));

const { updatesFetch } = await import('../../../electron/updates/network.ts');

function isCancelled(url: string): boolean {
  const decide = vi.fn<(answer: { cancel: boolean }) => void>();
  (electron.sessions.listener as Listener)({ url }, decide);
  return decide.mock.calls[0]?.[0].cancel ?? false;
}

beforeEach(() => {
  electron.sessions.partitions.length = 0;
  electron.sessions.asked.length = 0;
});

describe('the way out for updates', () => {
  it('is a session of its own that keeps nothing', async () => {
    const fetch = updatesFetch(new URL('https://updates.example.org/lotse/'));
    expect(electron.sessions.partitions).toEqual([['lotse-updates', { cache: false }]]);
    expect(await (await fetch(new URL('https://updates.example.org/lotse/a'), { redirect: 'manual' })).text()).toBe('answer');
    expect(electron.sessions.asked).toEqual([['https://updates.example.org/lotse/a', { redirect: 'manual' }]]);
  });

  it.each([
    ['https://updates.example.org/lotse/lotse-update.json', false],
    ['https://updates.example.org/other/lotse-update.json', true],
    ['https://updates.example.org.evil.example/lotse/', true],
    ['http://updates.example.org/lotse/lotse-update.json', true],
    ['https://example.org/', true],
    ['lotse://app/', true],
    ['file:///etc/passwd', true],
  ])('to %s is closed: %s', (url, cancelled) => {
    updatesFetch(new URL('https://updates.example.org/lotse/'));
    expect(isCancelled(url)).toBe(cancelled);
  });

  it('is closed altogether without a source', () => {
    updatesFetch(null);
    expect(isCancelled('https://updates.example.org/lotse/')).toBe(true);
  });
});
