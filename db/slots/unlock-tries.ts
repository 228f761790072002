/**
 * Wrong passwords cost time, and never anything else (R09): three tries are free, then the wait doubles from a second to a minute.
 *
 * The count lies in a plain file, so that closing Lotse does not begin it anew. It holds back a person at the keyboard. Who can write
 * the folder can also copy it and guess elsewhere; against that stands Argon2id, not this file.
 */
import fs from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';
import { StoreError } from '../errors.ts';
import { folderPaths } from '../folder.ts';

const UnlockTries = z.strictObject({
  /** In a row. */
  failures: z.int().min(0),
  /** RFC 3339, UTC: when the last of them began. */
  lastAt: z.iso.datetime(),
});
type UnlockTries = z.infer<typeof UnlockTries>;

const freeTries = 3;
const longestWaitSeconds = 60;
const noTries: UnlockTries = { failures: 0, lastAt: '1970-01-01T00:00:00.000Z' };

/** What a folder that takes no file cannot remember, this process does: by folder. */
const unwritten = new Map<string, UnlockTries>();

export class UnlockWait extends StoreError {
  readonly seconds: number;

  constructor(seconds: number) {
    super('UNLOCK_WAIT');
    this.seconds = seconds;
  }
}

/** Whole seconds until the next try is looked at, 0–60. A clock set back makes nobody wait longer than a minute from now. */
export function waitAfter({ failures, lastAt }: UnlockTries, now: Date): number {
  if (failures <= freeTries) return 0;
  const wait = Math.min(2 ** (failures - freeTries - 1), longestWaitSeconds);
  const passed = (now.getTime() - Date.parse(lastAt)) / 1000;
  return Math.ceil(Math.min(Math.max(wait - passed, 0), wait));
}

/** The same for a folder: what a locked window shows. */
export function secondsToWait(dir: string, now: Date): number {
  return waitAfter(readTries(dir), now);
}

/**
 * Runs `act`, which tries a secret and throws WRONG_PASSWORD or WRONG_RECOVERY_CODE when it does not open.
 *
 * Throws UNLOCK_WAIT, with nothing derived, while earlier failures make it wait. The try is counted before it is looked at, so that
 * neither ending Lotse in the middle nor trying twice at once is free; what fails for another reason than the secret is not counted.
 */
export async function guardTry<T>(dir: string, clock: () => Date, act: () => Promise<T>): Promise<T> {
  const now = clock();
  const before = readTries(dir);
  const seconds = waitAfter(before, now);
  if (seconds > 0) {
    // A clock set back: the wait begins now, once, instead of lasting until the old time comes again.
    if (Date.parse(before.lastAt) > now.getTime()) keepTries(dir, { ...before, lastAt: now.toISOString() });
    throw new UnlockWait(seconds);
  }
  keepTries(dir, { failures: before.failures + 1, lastAt: now.toISOString() });
  try {
    const result = await act();
    keepTries(dir, noTries);
    return result;
  } catch (problem) {
    if (!isWrongSecret(problem)) keepTries(dir, before);
    throw problem;
  }
}

function isWrongSecret(problem: unknown): boolean {
  return problem instanceof StoreError && (problem.code === 'WRONG_PASSWORD' || problem.code === 'WRONG_RECOVERY_CODE');
}

/** A missing or garbled file counts as no failure: it must never be what keeps somebody out. */
function readTries(dir: string): UnlockTries {
  const remembered = unwritten.get(dir);
  if (remembered !== undefined) return remembered;
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(folderPaths(dir).unlockTries, 'utf8'));
  } catch (problem) {
    if (problem instanceof SyntaxError || isFileProblem(problem)) return noTries;
    throw problem;
  }
  const tries = UnlockTries.safeParse(content);
  return tries.success ? tries.data : noTries;
}

/** Not durable: a power cut may cost the last count, a flush would cost every unlock a moment. */
function keepTries(dir: string, tries: UnlockTries): void {
  const file = folderPaths(dir).unlockTries;
  try {
    if (tries.failures === 0) fs.rmSync(file, { force: true });
    else writeFileAtomically(file, JSON.stringify(tries), { durable: false });
    unwritten.delete(dir);
  } catch (problem) {
    // A full or read-only folder must open all the same.
    if (!isFileProblem(problem)) throw problem;
    unwritten.set(dir, tries);
  }
}

/** Whatever the system says about a file: not there, not for us, no room, something else in its place. */
function isFileProblem(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string';
}
