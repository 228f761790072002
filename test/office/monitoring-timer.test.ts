import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OfficeContext } from '../../office/context.ts';
import { createOutboxTimer } from '../../office/monitoring/outbox-timer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('looks again, later every time, after the disk failed under the outbox', async () => {
  let looks = 0;
  const log: string[] = [];
  // Only the store is made up: a disk that fails cannot be had in a test.
  const read = () => {
    looks += 1;
    if (looks <= 3) throw new Error('disk');
    return null;
  };
  const context = {
    session: { open: { store: { desk: { read } } } },
    options: { clock: () => new Date('2026-03-02T09:00:00Z'), log: (line: string) => log.push(line) },
  } as unknown as OfficeContext;

  createOutboxTimer(() => context).wake();
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(looks).toBe(2);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(looks).toBe(2);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(looks).toBe(3);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(looks).toBe(4);
  expect(log).toEqual(['OUTBOX_STOPPED', 'OUTBOX_STOPPED', 'OUTBOX_STOPPED']);
  expect(vi.getTimerCount()).toBe(0);
});
