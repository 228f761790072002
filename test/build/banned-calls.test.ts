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

/** What a start says: a Node that is too old, a switch that is refused, where the window is; one line per log line. */
const consoles: readonly string[] = ['db/node-guard.ts', 'office/office-core.ts', 'office/serve.ts', 'office/utility-entry.ts'];

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

  it('copies a file byte by byte but a backup that stands alone', () => {
    const within = /^(db|office|cli|electron|shared)\//;
    expect(filesWith(/copyFile|cpSync|\bcp\(|createReadStream|createWriteStream/, within)).toEqual(['db/backup/mirror.ts', 'db/backup/restore-job.ts']);
  });

  it('opens the files of an office for writing but the store, and what works while nobody else may', () => {
    const opening = filesWith(/openDatabase\(/, /^(db|office|cli)\//).toSorted();
    // Three only read what is open elsewhere (a backup, a check, facts for a test of their bytes); a restore holds the folder.
    expect(opening).toEqual([
      'db/backup/restore-door.ts', 'db/backup/restore-keyring.ts', 'db/backup/write-backup.ts', 'db/check/check-files.ts',
      'db/fact-reader.ts', 'db/look.ts', 'db/open-database.ts', 'db/open-files.ts',
    ]);
    const writing = /\b(INSERT|UPDATE|DELETE|CREATE|DROP|REINDEX)\b|\.transaction\(/;
    expect(filesWith(writing, /^db\/(backup\/write-backup|fact-reader|look)\.ts$/)).toEqual([]);
  });

  it('derives a key from a password but two that wait in another thread', () => {
    expect(filesWith(/\bargon2(Sync)?\(|scrypt|pbkdf2/i)).toEqual(['db/slots/quick-argon2.ts']);
    expect(filesWith(/\bkeyFromPassword\b/)).toEqual(['db/slots/derive-worker.ts', 'shared/crypto/sodium.ts']);
    expect(filesWith(/crypto_pwhash\(/)).toEqual(['shared/crypto/sodium.ts']);
  });

  it('knows Electron but the desktop shell', () => {
    expect(filesWith(/from '(electron|electron\/[^']*)'|(import|require)\('electron'\)/).filter((file) => !file.startsWith('electron/'))).toEqual([]);
    expect(filesWith(/from 'electron'/)).toContain('electron/main.ts');
  });

  it('of core, store or shell writes to a console: what is logged goes through the one line for the operator', () => {
    expect(filesWith(/\bconsole\s*\.|process\.std(out|err)\.write/, /^(db|office|shared|documents)\//).toSorted()).toEqual(consoles);
  });

  it('reports crashes or use to anybody', () => {
    expect(filesWith(/crashReporter|telemetry|\bsentry\b|analytics|sendBeacon/i)).toEqual([]);
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
