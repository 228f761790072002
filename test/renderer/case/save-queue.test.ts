import { describe, expect, it } from 'vitest';
import { SaveQueue } from '../../../renderer/office/case/save-queue.ts';

/** A task that waits until it is let go. */
function gate(key: string, log: string[]) {
  const outcome = Promise.withResolvers<'done' | 'stop'>();
  return { end: outcome.resolve, task: { key, run: () => (log.push(key), outcome.promise) } };
}

const quick = (key: string, log: string[], outcome: 'done' | 'stop' = 'done') => ({
  key,
  run: () => (log.push(key), Promise.resolve(outcome)),
});

describe('the save queue', () => {
  it('sends one after the other in the order they came', async () => {
    const log: string[] = [];
    const queue = new SaveQueue(() => undefined);
    const first = gate('a', log);
    queue.add(first.task);
    queue.add(quick('b', log));
    queue.add(quick('c', log));
    expect(log).toEqual(['a']);

    first.end('done');
    await queue.settled();
    expect(log).toEqual(['a', 'b', 'c']);
    expect(queue.busy).toBe(false);
  });

  it('sends a waiting field once, at its old place', async () => {
    const log: string[] = [];
    const queue = new SaveQueue(() => undefined);
    const first = gate('a', log);
    queue.add(first.task);
    queue.add(quick('b', log));
    queue.add(quick('c', log));
    queue.add(quick('b', log));
    first.end('done');
    await queue.settled();
    expect(log).toEqual(['a', 'b', 'c']);
  });

  it('sends a field again that changed while it was on its way', async () => {
    const log: string[] = [];
    const queue = new SaveQueue(() => undefined);
    const first = gate('a', log);
    queue.add(first.task);
    queue.add(quick('a', log));
    first.end('done');
    await queue.settled();
    expect(log).toEqual(['a', 'a']);
  });

  it('stops at a failure; nothing behind it overtakes, and trying again starts with it', async () => {
    const log: string[] = [];
    const queue = new SaveQueue(() => undefined);
    let broken = true;
    queue.add({ key: 'a', run: () => (log.push('a'), Promise.resolve(broken ? ('stop' as const) : ('done' as const))) });
    queue.add(quick('b', log));
    await queue.settled();
    queue.add(quick('c', log));
    expect(queue.stopped).toBe(true);
    expect(log).toEqual(['a']);

    broken = false;
    queue.retry();
    await queue.settled();
    expect(log).toEqual(['a', 'a', 'b', 'c']);
  });

  it('tells the asker when a waiting act is taken out', async () => {
    const log: string[] = [];
    const queue = new SaveQueue(() => undefined);
    const first = gate('a', log);
    queue.add(first.task);
    queue.add({ ...quick('b', log), dropped: () => log.push('b dropped') });
    queue.drop('b');
    first.end('done');
    await queue.settled();
    expect(log).toEqual(['a', 'b dropped']);
  });
});
