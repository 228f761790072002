/**
 * One temporary folder for a whole run, in memory where the machine has room there: tests make hundreds of databases, and none of them is
 * about what a power cut leaves on a disk. What a test forgets to take away goes with it.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
/** Bytes; a run keeps some hundred megabytes at a time. */
const room = 2 * 1024 ** 3;

function hasRoom(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize >= room;
  } catch {
    // No such folder, or not ours: the usual one.
    return false;
  }
}

let folder: string | null = null;

/** Before the first test file, in the process that starts the others: they inherit it. Whoever sets TMPDIR chose the place. */
export function setup(): void {
  // Of another project of the same run.
  if (process.env['LOTSE_TEST_FOLDER'] !== undefined) return;
  const inMemory = process.platform === 'linux' && process.env['TMPDIR'] === undefined && hasRoom(memory);
  folder = fs.mkdtempSync(path.join(inMemory ? memory : os.tmpdir(), 'lotse-tests-'));
  // A database server of the tests runs as somebody else and has to pass through.
  fs.chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  process.env['LOTSE_TEST_FOLDER'] = folder;
}

export function teardown(): void {
  if (folder !== null) fs.rmSync(folder, { recursive: true, force: true });
}
