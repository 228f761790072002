/**
 * What went wrong on this PC, in one small file that nobody sends anywhere (R74): codes, kinds of error and places in the program. Never a
 * message of an error, which may quote what somebody typed, never a name of a folder.
 *
 * A line: `2026-11-22T09:15:00.000Z CORE_ENDED 137`.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Largest file, bytes; beyond it the older half goes. */
export const maxBytes = 64_000;
/** Notes are kept this long, days. */
const keptDays = 14;
const dayMs = 86_400_000;
const longestLine = 300;

/** Letters, digits and what places in a program are written with; anything else in a line is somebody's words by mistake. */
const plain = /[^\w .:<>()/-]/g;

/** Takes a line into the notes. */
export type Note = (line: string) => void;

/** `now`: of the PC. A file that cannot be written costs the notes, nothing else. */
export function openCrashNotes(file: string, now: () => Date): Note {
  let size = tidy(file, now());
  return (line) => {
    const entry = `${now().toISOString()} ${line.replaceAll(plain, '?').slice(0, longestLine)}\n`;
    try {
      if (size + entry.length > maxBytes) size = halve(file);
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, entry, { mode: 0o600 });
      size += entry.length;
    } catch {
      // A full disk, a folder without rights: there is no other place to say it.
      process.stderr.write(entry);
    }
  };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
  } catch {
    // Not there yet, or unreadable: begun anew.
    return [];
  }
}

function rewrite(file: string, lines: readonly string[]): number {
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(file, text, { mode: 0o600 });
  return Buffer.byteLength(text);
}

function halve(file: string): number {
  const lines = linesOf(file);
  return rewrite(file, lines.slice(Math.ceil(lines.length / 2)));
}

function tidy(file: string, now: Date): number {
  const since = new Date(now.getTime() - keptDays * dayMs).toISOString();
  const lines = linesOf(file);
  const kept = lines.filter((line) => line.slice(0, since.length) >= since);
  const size = Buffer.byteLength(lines.map((line) => `${line}\n`).join(''));
  if (kept.length === lines.length && size <= maxBytes) return size;
  try {
    return rewrite(file, kept);
  } catch {
    // As above: the next note says it.
    return size;
  }
}
