import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderPaths } from '../../db/folder.ts';
import { lockFolder, readLiveLock } from '../../db/lock.ts';
import { codeOf, newFolder } from './folders.ts';

async function idleProcess(): Promise<{ pid: number; end: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

describe('a data folder', () => {
  test('is held by one process until it is released', () => {
    const dir = newFolder();
    const lock = lockFolder(dir);
    expect(readLiveLock(dir)).toBe(process.pid);
    expect(codeOf(() => lockFolder(dir))).toBe('FOLDER_IN_USE');
    lock.release();
    expect(readLiveLock(dir)).toBeNull();
    lockFolder(dir).release();
    expect(fs.existsSync(folderPaths(dir).lock)).toBe(false);
  });

  test('of another living process is in use, of a dead one is taken over', async () => {
    const dir = newFolder();
    const other = await idleProcess();
    fs.writeFileSync(folderPaths(dir).lock, JSON.stringify({ pid: other.pid, started: null, token: 'theirs' }));
    expect(readLiveLock(dir)).toBe(other.pid);
    expect(codeOf(() => lockFolder(dir))).toBe('FOLDER_IN_USE');
    await other.end();
    expect(readLiveLock(dir)).toBeNull();
    lockFolder(dir).release();
  });

  test('of an earlier process that had the pid of this one is taken over', () => {
    const dir = newFolder();
    fs.writeFileSync(folderPaths(dir).lock, JSON.stringify({ pid: process.pid, started: null, token: 'earlier' }));
    expect(readLiveLock(dir)).toBeNull();
    lockFolder(dir).release();
  });

  const otherSystem = process.platform !== 'linux';
  if (otherSystem) console.log('skipped: a pid given out again, because only Linux tells when a process began');
  test.skipIf(otherSystem)('of a process whose pid was given out again is taken over', async () => {
    const dir = newFolder();
    const other = await idleProcess();
    fs.writeFileSync(folderPaths(dir).lock, JSON.stringify({ pid: other.pid, started: '1', token: 'theirs' }));
    expect(readLiveLock(dir)).toBeNull();
    await other.end();
  });

  test.each(['', '{', '{"pid":"x"}'])('with a lock file cut off by a power failure (%j) opens', (text) => {
    const dir = newFolder();
    fs.writeFileSync(folderPaths(dir).lock, text);
    lockFolder(dir).release();
  });

  test('releasing does not take away a lock that somebody else has by now', () => {
    const dir = newFolder();
    const lock = lockFolder(dir);
    fs.writeFileSync(folderPaths(dir).lock, JSON.stringify({ pid: 1, started: null, token: 'theirs' }));
    lock.release();
    expect(fs.existsSync(folderPaths(dir).lock)).toBe(true);
  });
});
