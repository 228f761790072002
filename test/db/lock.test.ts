import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderPaths } from '../../db/folder.ts';
import { lockFolder, readLiveLock } from '../../db/lock.ts';
import { codeOf, newFolder } from './folders.ts';

/** Another process: an idle one, or one that holds `dir`. */
async function otherProcess(dir?: string): Promise<{ pid: number; end: () => Promise<void> }> {
  const holder = new URL('./lock-holder.ts', import.meta.url).pathname;
  const program = dir === undefined ? ['-e', "process.stdout.write('ready'); process.stdin.resume()"] : [holder, dir];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
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

  test('of another living process is in use; killed, it is free at once', async () => {
    const dir = newFolder();
    const other = await otherProcess(dir);
    expect(readLiveLock(dir)).toBe(other.pid);
    expect(codeOf(() => lockFolder(dir))).toBe('FOLDER_IN_USE');
    await other.end();
    expect(fs.existsSync(folderPaths(dir).lock)).toBe(true);
    expect(readLiveLock(dir)).toBeNull();
    lockFolder(dir).release();
  });

  test('whose lock file names a living stranger, its pid given out again, is taken over', async () => {
    const dir = newFolder();
    const stranger = await otherProcess();
    fs.writeFileSync(folderPaths(dir).lock, JSON.stringify({ pid: stranger.pid, started: null, token: 'theirs' }));
    expect(readLiveLock(dir)).toBeNull();
    lockFolder(dir).release();
    await stranger.end();
  });

  test('whose lock file is gone still belongs to the process that has it', async () => {
    const dir = newFolder();
    const other = await otherProcess(dir);
    fs.rmSync(folderPaths(dir).lock);
    expect(codeOf(() => lockFolder(dir))).toBe('FOLDER_IN_USE');
    expect(readLiveLock(dir)).toBe(0);
    await other.end();
  });

  test('of an earlier process that had the pid of this one is taken over', () => {
    const dir = newFolder();
    fs.writeFileSync(folderPaths(dir).lock, JSON.stringify({ pid: process.pid, started: null, token: 'earlier' }));
    expect(readLiveLock(dir)).toBeNull();
    lockFolder(dir).release();
  });

  test('that was only looked at is not marked in any way', () => {
    const dir = newFolder();
    expect(readLiveLock(dir)).toBeNull();
    expect(fs.readdirSync(dir)).toEqual([]);
    lockFolder(dir).release();
    expect(fs.readdirSync(dir).map((name) => [name, fs.statSync(path.join(dir, name)).size])).toEqual([['owner', 0]]);
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
