import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than any build takes, ms: who left a lock that old was killed. */
const staleMs = 180_000;

function isStale(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > staleMs;
}

/** Runs a build that several processes may want at once, such as those of the tests: one builds, the others wait and find it built. */
export async function oneAtATime<T>(lock: string, build: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem;
      if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
      else await pause(100);
    }
  }
  try {
    return await build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
