/** Publishing, as a transcript of the command line. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeInstaller } from '../../cli/commands/release-files.ts';
import { fromBase64, sha256Hex, toBase64 } from '../../shared/crypto/sodium.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { openManifest } from '../../shared/updates/manifest.ts';
import { installer, signed, stranger } from '../shared/updates/publisher.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'lotse-release-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const key = join(dir, 'key.json');
const exe = join(dir, 'Lotse-1.4.0-x64.exe');
const deb = join(dir, 'lotse_1.4.0_amd64.deb');
const notes = join(dir, 'notes.txt');
const manifest = join(dir, 'lotse-update.json');
const twin = join(dir, 'Lotse-1.4.0-windows-x64.exe');
const unnumbered = join(dir, 'Lotse-x64.exe');
const linked = join(dir, 'Lotse-1.4.0-linked-x64.exe');
const folder = join(dir, 'Lotse-1.4.0-folder-x64.exe');
const oldNotes = join(dir, 'old-notes.txt');
for (const file of [exe, twin, unnumbered]) writeFileSync(file, installer);
symlinkSync(exe, linked);
mkdirSync(folder);
writeFileSync(oldNotes, 'Die Suche findet Umlaute: äöü', 'latin1');
writeFileSync(deb, installer.subarray(1));
writeFileSync(notes, 'Der Plan lässt sich auf Ukrainisch drucken.\r\n');

const words = {
  'key-file': key,
  version: '1.4.0',
  released: today(-1),
  expires: today(90),
  minimum: '1.2.0',
  'notes-file': notes,
};

/** Days from now; the check of a release looks at the clock. */
function today(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function publish(changes: Partial<typeof words> = {}, files: readonly string[] = [exe, deb]): string[] {
  return ['release', 'manifest', ...Object.entries({ ...words, ...changes }).flatMap(([name, value]) => [`--${name}`, value]), ...files];
}

async function failure(args: readonly string[]): Promise<{ exit: number | null; code: unknown; reason: string }> {
  const { exit, stdout } = await runCli([...args, '--json']);
  const { error } = JSON.parse(stdout) as { error: { code: string; reason?: string } };
  return { exit, code: error.code, reason: error.reason ?? '' };
}

describe('whoever publishes Lotse', () => {
  let publicKey = '';

  it('makes a key that only she can read, and gets its public part', async () => {
    const made = await cliJson(['release', 'key', '--out', key]);
    publicKey = String(made['publicKey']);
    expect(fromBase64(publicKey)).toHaveLength(32);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(key, 'utf8')).not.toContain(publicKey);
  });

  it('is shown its public part again', async () => {
    expect(await cliJson(['release', 'public', '--key-file', key])).toEqual({ publicKey, keyId: keyIdOf(fromBase64(publicKey)) });
  });

  it('writes no key where sources are kept and published', async () => {
    const sources = mkdtempSync(join(tmpdir(), 'lotse-sources-'));
    mkdirSync(join(sources, '.git'));
    mkdirSync(join(sources, 'cli'));
    const inside = join(sources, 'cli', 'key.json');
    const refused = await failure(['release', 'key', '--out', inside]);
    expect(refused).toMatchObject({ exit: 2, code: 'WRONG_USE' });
    expect(refused.reason).toContain('.git');
    expect(existsSync(inside)).toBe(false);
    rmSync(sources, { recursive: true });
  });

  it('never loses a key to a second one under the same name', async () => {
    const before = readFileSync(key, 'utf8');
    expect(await failure(['release', 'key', '--out', key])).toMatchObject({ exit: 2, code: 'WRONG_USE' });
    expect(readFileSync(key, 'utf8')).toBe(before);
  });

  it('signs which files are Lotse; an office opens exactly that', async () => {
    const written = await cliJson(publish());
    expect(written).toMatchObject({ file: manifest, version: '1.4.0', minimum: '1.2.0', expires: `${words.expires}T23:59:59Z`, notes: 'Der Plan lässt sich auf Ukrainisch drucken.' });
    const opened = openManifest(new Uint8Array(readFileSync(manifest)), [fromBase64(publicKey)]);
    expect(opened.ok && opened.value.files.map(({ platform, name, bytes }) => [platform, name, bytes])).toEqual([
      ['win32-x64', 'Lotse-1.4.0-x64.exe', installer.length],
      ['linux-x64', 'lotse_1.4.0_amd64.deb', installer.length - 1],
    ]);
    expect(statSync(manifest).mode & 0o777).toBe(0o644);
  });

  it('signs the same bytes again', async () => {
    const before = readFileSync(manifest);
    await cliJson(publish());
    expect(readFileSync(manifest).equals(before)).toBe(true);
  });

  it('checks it with the public key, as an office does', async () => {
    const checked = await cliJson(['release', 'verify', '--manifest', manifest, '--key', publicKey, '--current', '1.3.0']);
    expect(checked).toMatchObject({ signature: 'valid', version: '1.4.0' });
    expect(await cliJson(['release', 'verify', '--manifest', manifest, '--key-file', key])).toMatchObject({ signature: 'valid' });
  });

  it.each<[string, () => readonly string[], string]>([
    ['with another key', () => ['--key', toBase64(stranger.publicKey)], 'UPDATE_KEY_UNKNOWN'],
    ['from a version too far back', () => ['--key', publicKey, '--current', '1.1.0'], 'UPDATE_TOO_BIG_A_STEP'],
    ['from a newer version', () => ['--key', publicKey, '--current', '1.4.1'], 'UPDATE_OLDER'],
    ['from the same version', () => ['--key', publicKey, '--current', '1.4.0'], 'UPDATE_NOT_NEWER'],
  ])('is told %s', async (_name, options, code) => {
    expect(await failure(['release', 'verify', '--manifest', manifest, ...options()])).toMatchObject({ exit: 1, code });
  });

  it('is told when a file beside it is not the one that was signed', async () => {
    const verify = ['release', 'verify', '--manifest', manifest, '--key', publicKey];
    writeFileSync(exe, installer.map((byte) => byte ^ 1));
    expect(await failure(verify)).toMatchObject({ code: 'UPDATE_HASH_MISMATCH' });
    writeFileSync(exe, installer.subarray(2));
    expect(await failure(verify)).toMatchObject({ code: 'UPDATE_TRUNCATED' });
    rmSync(exe);
    expect(await failure(verify)).toMatchObject({ code: 'UPDATE_FILE_MISSING' });
    symlinkSync(twin, exe);
    expect(await failure(verify)).toMatchObject({ code: 'UPDATE_FILE_MISSING' });
    rmSync(exe);
    writeFileSync(exe, installer);
  });

  it('is told of a mistyped key', async () => {
    const mistyped = `${publicKey.slice(0, 42)}${String.fromCharCode(publicKey.charCodeAt(42) + 1)}=`;
    expect(await failure(['release', 'verify', '--manifest', manifest, '--key', mistyped])).toMatchObject({ exit: 2, code: 'WRONG_USE', reason: expect.stringContaining('--key') as unknown });
  });

  it('is told that a signature says nothing without a key', async () => {
    expect(await failure(['release', 'verify', '--manifest', manifest])).toMatchObject({ exit: 2, code: 'WRONG_USE' });
    writeFileSync(join(dir, 'foreign.json'), signed());
    expect(await failure(['release', 'verify', '--manifest', join(dir, 'foreign.json'), '--key', publicKey])).toMatchObject({ exit: 1, code: 'UPDATE_KEY_UNKNOWN' });
  });

  it.each<[string, Partial<typeof words>, readonly string[], string, string]>([
    ['a version with words', { version: '1.4.0-rc1' }, [exe], 'WRONG_USE', '--version'],
    ['a minimum above the version', { minimum: '2.0.0' }, [exe], 'WRONG_USE', '--minimum'],
    ['an end before the beginning', { expires: today(-2) }, [exe], 'WRONG_USE', '--expires'],
    ['an end in many years', { expires: today(900) }, [exe], 'WRONG_USE', '--expires'],
    ['an end that is over', { released: today(-60), expires: today(-2) }, [exe], 'WRONG_USE', '--expires'],
    ['a day that is still to come', { released: today(4) }, [exe], 'WRONG_USE', '--released'],
    ['another version than the one in the name of a file', { version: '14.0.0' }, [exe], 'WRONG_USE', 'Lotse-1.4.0-x64.exe'],
    ['a file whose name has no version', {}, [`win32-x64=${unnumbered}`], 'WRONG_USE', 'Lotse-x64.exe'],
    ['two files of one kind for one PC', {}, [exe, twin], 'WRONG_USE', 'Lotse-1.4.0-windows-x64.exe'],
    ['the same file twice', {}, [exe, exe], 'WRONG_USE', 'Lotse-1.4.0-x64.exe'],
    ['notes that are not UTF-8', { 'notes-file': oldNotes }, [exe], 'WRONG_USE', '--notes-file'],
    ['a file that only points to one', {}, [linked], 'FILE_NOT_USABLE', ''],
    ['a folder', {}, [folder], 'FILE_NOT_USABLE', ''],
    ['no file', {}, [], 'WRONG_USE', 'DATEI'],
    ['a file for nobody knows which PC', {}, [notes], 'WRONG_USE', 'notes.txt'],
    ['a key that is none', { 'key-file': notes }, [exe], 'RELEASE_KEY_INVALID', ''],
    ['a key that is missing', { 'key-file': join(dir, 'gone.json') }, [exe], 'FILE_NOT_USABLE', ''],
  ])('signs nothing with %s', async (_name, changes, files, code, reason) => {
    const before = readFileSync(manifest);
    const refused = await failure(publish(changes, files));
    expect(refused.code).toBe(code);
    expect(refused.reason).toContain(reason);
    expect(readFileSync(manifest).equals(before)).toBe(true);
  });

  it('signs no name that an office would refuse', async () => {
    const spaced = join(dir, 'Lotse Setup 1.4.0 x64.exe');
    writeFileSync(spaced, installer);
    const refused = await failure(publish({}, [`win32-x64=${spaced}`]));
    expect(refused).toMatchObject({ exit: 2, code: 'WRONG_USE' });
    expect(refused.reason).toContain('Buchstaben, Ziffern');
    expect(existsSync(join(dir, 'lotse-update.json.new'))).toBe(false);
  });

  it.each([
    ['Lotse-1.4.0-windows-x64.exe', 'win32-x64'],
    ['Lotse-1.4.0-windows-arm64.msi', 'win32-arm64'],
    ['Lotse-1.4.0-linux-amd64.deb', 'linux-x64'],
    ['Lotse-1.4.0-linux-x86_64.AppImage', 'linux-x64'],
    ['Lotse-1.4.0-mac-arm64.dmg', 'darwin-arm64'],
  ])('has %s understood as one for %s', async (name, platform) => {
    writeFileSync(join(dir, name), installer);
    expect(await describeInstaller(join(dir, name))).toMatchObject({ name, platform, bytes: installer.length, sha256: sha256Hex(installer) });
  });

  it('reads in German how each command is called', async () => {
    for (const command of ['key', 'public', 'manifest', 'verify']) {
      const { exit, stdout } = await runCli(['release', command, '--help']);
      expect([exit, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^lotse release ${command} --`))]);
    }
  });
});
