import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maxBytes, openCrashNotes } from '../../electron/crash-notes.ts';

let folder: string;
let file: string;
const today = new Date('2026-11-22T09:00:00.000Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-notes-'));
  file = join(folder, 'notes.log');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lines(): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
}

describe('the notes of this PC', () => {
  it('begin with the first note: before there is nothing, not even their folder', () => {
    file = join(folder, 'Lotse-Programm', 'notes.log');
    const note = openCrashNotes(file, () => today);
    expect(existsSync(file)).toBe(false);
    note('CORE_ENDED 137');
    expect(lines()).toEqual(['2026-11-22T09:00:00.000Z CORE_ENDED 137']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('stay small however much goes wrong, and keep the newest', () => {
    const note = openCrashNotes(file, () => today);
    for (let at = 0; at < 3_000; at += 1) note(`MAIN_FAILED TypeError main.mjs:${String(at)}:1`);
    expect(statSync(file).size).toBeLessThanOrEqual(maxBytes);
    expect(lines().at(-1)).toContain('main.mjs:2999:1');
  });

  it('cut a line short and leave out what no code is written with', () => {
    openCrashNotes(file, () => today)(`INTERNAL „Amina“ <b>\n\u202E${'x'.repeat(1_000)}`);
    const [line = ''] = lines();
    expect(line).toMatch(/^2026-11-22T09:00:00\.000Z INTERNAL \?Amina\? <b>\?\?x+$/);
    expect(line.length).toBeLessThan(330);
  });

  it('forget after 14 days, and what cannot be told how old it is', () => {
    writeFileSync(file, '2026-11-07T09:00:00.000Z CORE_ENDED 1\nnonsense\n2026-11-09T09:00:00.000Z CORE_ENDED 2\n');
    openCrashNotes(file, () => today);
    expect(lines().filter((line) => line.startsWith('2026'))).toEqual(['2026-11-09T09:00:00.000Z CORE_ENDED 2']);
  });

  it('that cannot be written cost nothing but themselves', () => {
    mkdirSync(file);
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    openCrashNotes(file, () => today)('CORE_ENDED 1');
    expect(said).toHaveBeenCalledExactlyOnceWith('2026-11-22T09:00:00.000Z CORE_ENDED 1\n');
    said.mockRestore();
  });
});
