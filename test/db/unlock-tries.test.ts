import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../db/errors.ts';
import { folderPaths } from '../../db/folder.ts';
import { guardTry, secondsToWait, UnlockWait, waitAfter } from '../../db/slots/unlock-tries.ts';
import { contentsOf, createStore, newFolder } from './folders.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const at = (seconds: number): Date => new Date(noon + 1000 * seconds);

describe('the wait', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 1],
    [5, 2],
    [6, 4],
    [7, 8],
    [8, 16],
    [9, 32],
    [10, 60],
    [11, 60],
    [1_000_000, 60],
  ])('after %i failures is %i seconds', (failures, seconds) => {
    expect(waitAfter({ failures, lastAt: at(0).toISOString() }, at(0))).toBe(seconds);
  });

  test('passes with the clock', () => {
    const tries = { failures: 7, lastAt: at(0).toISOString() };
    expect([0, 1, 7.5, 8, 9, 100].map((s) => waitAfter(tries, at(s)))).toEqual([8, 7, 1, 0, 0, 0]);
  });

  test.each(['2017-01-01T00:00:00Z', '2099-12-31T23:59:59Z', '1970-01-01T00:00:00Z'])('is never above a minute on a clock that says %s', (day) => {
    expect(waitAfter({ failures: 40, lastAt: at(0).toISOString() }, new Date(day))).toBeLessThanOrEqual(60);
  });
});

const wrong = async (): Promise<never> => { throw new StoreError('WRONG_PASSWORD'); };
const right = async (): Promise<string> => 'open';

interface Outcome {
  readonly code: string;
  readonly seconds: number;
}

async function tryAt(dir: string, now: Date, act: () => Promise<unknown>): Promise<Outcome> {
  try {
    await guardTry(dir, () => now, act);
    return { code: 'open', seconds: 0 };
  } catch (problem) {
    if (problem instanceof UnlockWait) return { code: problem.code, seconds: problem.seconds };
    if (problem instanceof StoreError) return { code: problem.code, seconds: 0 };
    throw problem;
  }
}

async function failures(dir: string, count: number, now = at(0)): Promise<void> {
  for (let i = 0; i < count; i++) await tryAt(dir, now, wrong);
}

describe('a try', () => {
  test('is not looked at while it has to wait, and a right secret begins the count anew', async () => {
    const dir = newFolder();
    await failures(dir, 4);
    let looked = false;
    const look = async (): Promise<string> => { looked = true; return 'open'; };
    expect(await tryAt(dir, at(0.2), look)).toEqual({ code: 'UNLOCK_WAIT', seconds: 1 });
    expect(looked).toBe(false);
    expect(secondsToWait(dir, at(0))).toBe(1);
    expect(await tryAt(dir, at(1), look)).toEqual({ code: 'open', seconds: 0 });
    expect(fs.existsSync(folderPaths(dir).unlockTries)).toBe(false);
    await failures(dir, 3, at(2));
    expect(await tryAt(dir, at(2), right)).toEqual({ code: 'open', seconds: 0 });
  });

  test('that waits does not make the wait longer', async () => {
    const dir = newFolder();
    await failures(dir, 6);
    for (let i = 0; i < 50; i++) await tryAt(dir, at(1), right);
    expect(await tryAt(dir, at(4), right)).toEqual({ code: 'open', seconds: 0 });
  });

  test('counts from the moment it begins: two at once are two, and one that is killed is one', async () => {
    const dir = newFolder();
    await failures(dir, 2);
    const never = new Promise<never>(() => undefined);
    void guardTry(dir, () => at(0), () => never);
    void guardTry(dir, () => at(0), () => never);
    expect(await tryAt(dir, at(0), right)).toEqual({ code: 'UNLOCK_WAIT', seconds: 1 });
  });

  test('that fails for another reason than its secret is not counted', async () => {
    const dir = newFolder();
    await failures(dir, 3);
    for (let i = 0; i < 20; i++) await tryAt(dir, at(0), async () => { throw new StoreError('DATABASE_DAMAGED'); });
    expect(secondsToWait(dir, at(0))).toBe(0);
  });

  test('waits from now when the clock was set back, once and a minute at most', async () => {
    const dir = newFolder();
    await failures(dir, 30, new Date('2099-01-01T00:00:00Z'));
    const { seconds } = await tryAt(dir, at(0), right);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await tryAt(dir, at(seconds), right)).toEqual({ code: 'open', seconds: 0 });
  });

  test.each(['', '{', '{"failures":-1,"lastAt":"2026-03-02T12:00:00.000Z"}', '{"failures":9,"lastAt":"bald"}', '[]'])(
    'opens where the count says %j',
    async (text) => {
      const dir = newFolder();
      fs.writeFileSync(folderPaths(dir).unlockTries, text);
      expect(await tryAt(dir, at(0), right)).toEqual({ code: 'open', seconds: 0 });
    },
  );

  test('waits for failures that an earlier process wrote down, and adds its own to them', async () => {
    const [before, dir] = [newFolder(), newFolder()];
    await failures(before, 4);
    fs.copyFileSync(folderPaths(before).unlockTries, folderPaths(dir).unlockTries);
    expect(await tryAt(dir, at(0.5), right)).toEqual({ code: 'UNLOCK_WAIT', seconds: 1 });
    await failures(dir, 1, at(1));
    expect(secondsToWait(dir, at(1))).toBe(2);
  });

  test('opens where the count cannot be written, and counts in memory meanwhile', async () => {
    const dir = newFolder();
    // A folder of that name: no right to write, whoever runs the test.
    fs.mkdirSync(folderPaths(dir).unlockTries);
    expect(await tryAt(dir, at(0), right)).toEqual({ code: 'open', seconds: 0 });
    await failures(dir, 4);
    expect(await tryAt(dir, at(0), right)).toEqual({ code: 'UNLOCK_WAIT', seconds: 1 });
    expect(await tryAt(dir, at(1), right)).toEqual({ code: 'open', seconds: 0 });
  });
});

test('a thousand wrong tries change not one byte of any other file', async () => {
  const dir = newFolder();
  createStore(dir).close();
  const before = contentsOf(dir);
  let now = 0;
  let looked = 0;
  for (let tried = 0; tried < 1000; tried++) {
    const { code, seconds } = await tryAt(dir, at(now), async () => { looked += 1; return wrong(); });
    now += code === 'UNLOCK_WAIT' && tried % 2 === 1 ? seconds : 0;
  }
  expect(looked).toBeGreaterThan(300);
  expect(looked).toBeLessThan(1000);
  const { [path.basename(folderPaths(dir).unlockTries)]: count, ...rest } = contentsOf(dir);
  expect(count).toBeDefined();
  expect(rest).toEqual(before);
});
