/** What no line of the program may do, because the store's promises end there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folders = ['build', 'cli', 'collector', 'db', 'documents', 'electron', 'office', 'renderer', 'shared'];

/** `lotse bench` compares with the bare operation: made-up rows, temporary files. */
const measured = 'cli/bench/';

/** Code without its comments, so that a warning may name what it warns of. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|mjs|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file: file.slice(root.length + 1).replaceAll('\\', '/'), text: code(readFileSync(file, 'utf8')) })),
);

function filesWith(pattern: RegExp, within = /./): readonly string[] {
  return sources.filter(({ file, text }) => !file.startsWith(measured) && within.test(file) && pattern.test(text)).map(({ file }) => file);
}

/** Empty files that the operating system locks; never a row in them. */
const locks = ['collector/folder-lock.ts', 'db/lock.ts'];

describe('no code', () => {
  it('gives SQLite a key but the one place that opens databases', () => {
    expect(filesWith(/\.key\(|PRAGMA\s+(hex)?key|pragma\([`'"](hex)?key/i, /^(db|office|cli|electron)\//)).toEqual(['db/open-database.ts']);
  });

  it('gives a database another key', () => {
    expect(filesWith(/\brekey\b/i)).toEqual([]);
  });

  it('opens a database but the one place that checks what it opened', () => {
    expect(filesWith(/new Database\(/)).toEqual([...locks, 'db/open-database.ts'].sort());
  });

  it('writes a database out as bytes, or attaches one', () => {
    expect(filesWith(/\.serialize\(|\bATTACH\b|\.backup\(/, /^(db|office|cli|electron|shared)\//)).toEqual([]);
  });

  it('reports crashes or use to anybody', () => {
    expect(filesWith(/crashReporter|telemetry|sentry|analytics|sendBeacon/i)).toEqual([]);
  });
});

describe('Yjs', () => {
  it('is there once: one version, one place', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> };
    expect(Object.keys(lock.packages).filter((place) => /(^|\/)node_modules\/yjs$/.test(place))).toEqual(['node_modules/yjs']);
  });

  it('is imported under one name, by the histories alone', () => {
    const importing = filesWith(/from '(yjs[^']*)'/);
    expect(filesWith(/from 'yjs\/[^']*'/)).toEqual([]);
    expect(importing.filter((file) => !file.startsWith('shared/history/'))).toEqual([]);
  });
});
