import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { unlockTexts } from '../../../renderer/office/unlock/texts.ts';
import { Unlocking, type UnlockApp } from '../../../renderer/office/unlock/unlock.svelte.ts';
import { Waiting } from '../../../renderer/office/unlock/waiting.svelte.ts';
import { ORPCError } from '@orpc/client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('R09: counts down for the eye, and tells the ear only the beginning and the end', () => {
  const waiting = new Waiting();
  waiting.start(3, unlockTexts.waitBegun, unlockTexts.waitEnded);
  const heard = new Set([waiting.said]);
  const seen = [waiting.left];
  for (let second = 0; second < 3; second += 1) {
    vi.advanceTimersByTime(1_000);
    heard.add(waiting.said);
    seen.push(waiting.left);
  }

  expect(seen).toEqual([3, 2, 1, 0]);
  expect([...heard]).toEqual(['Bitte 3 Sekunden warten, dann geht es weiter.', 'Sie können es jetzt wieder versuchen.']);
});

function lockedPage(unlock: () => Promise<never>) {
  const asked: string[] = [];
  const app = {
    show: () => undefined,
    refresh: async () => void asked.push('status'),
    client: {
      session: {
        unlock: async () => {
          asked.push('unlock');
          return unlock();
        },
      },
    },
  } as unknown as UnlockApp;
  return { asked, unlocking: new Unlocking(app) };
}

it('R09: does not ask the core while the pause lasts, and may again when it is over', async () => {
  const { asked, unlocking } = lockedPage(async () => Promise.reject(new ORPCError('UNLOCK_WAIT', { data: { seconds: 2 } })));
  await unlocking.unlock(true);
  await unlocking.unlock(true);
  expect([asked, unlocking.waiting.left, unlocking.problem]).toEqual([['unlock'], 2, null]);
  vi.advanceTimersByTime(2_000);
  await unlocking.unlock(true);
  expect(asked).toEqual(['unlock', 'unlock']);
  unlocking.waiting.stop();
});

it('R09: asks after a wrong password whether a pause begins', async () => {
  const { asked, unlocking } = lockedPage(async () => Promise.reject(new ORPCError('WRONG_PASSWORD')));
  await unlocking.unlock(true);
  expect([asked, unlocking.problem?.code]).toEqual([['unlock', 'status'], 'WRONG_PASSWORD']);
});
