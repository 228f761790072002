/** Whatever Node a machine has: the launcher brings its own, and what is started past it says so instead of crashing (R77). */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { builtProgram } from '../electron/stand-in/built-program.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';

const root = join(import.meta.dirname, '..', '..');
const platformPackage = `node-${{ win32: 'win', darwin: 'darwin' }[process.platform as string] ?? 'linux'}-${process.platform === 'darwin' ? 'x64' : process.arch}`;

/** A Node of this machine from 18 to 23; null where there is none. */
function findOldNode(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const folder of folders) {
    const file = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(file)) continue;
    const major = Number(/^v(\d+)/.exec(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout)?.[1]);
    if (major >= 18 && major < 24) return file;
  }
  return null;
}

const oldNode = findOldNode();
const why = oldNode === null ? ' (skipped: no Node from 18 to 23 on this machine)' : '';
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A tree with the real launcher, counted as installed, whose `lotse` says which Node runs it. */
function treeWithLauncher(withNode24: boolean): string {
  const tree = mkdtempSync(join(tmpdir(), 'lotse-launcher-'));
  folders.push(tree);
  mkdirSync(join(tree, 'build'));
  mkdirSync(join(tree, 'cli'));
  mkdirSync(join(tree, 'node_modules'));
  cpSync(join(root, 'build', 'run.mjs'), join(tree, 'build', 'run.mjs'));
  cpSync(join(root, 'package-lock.json'), join(tree, 'package-lock.json'));
  writeFileSync(join(tree, 'cli', 'main.ts'), 'const says: string = process.version;\nconsole.log(says, ...process.argv.slice(2));\nprocess.exitCode = 3;\n');
  const lock = readFileSync(join(tree, 'package-lock.json'));
  writeFileSync(join(tree, 'node_modules', '.lotse-installed'), createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex'));
  if (withNode24) symlinkSync(join(root, 'node_modules', platformPackage), join(tree, 'node_modules', platformPackage), 'junction');
  return tree;
}

function runOld(args: readonly string[]) {
  if (oldNode === null) throw new Error('no old Node');
  return spawnSync(oldNode, args, { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
}

describe.skipIf(oldNode === null)(`on a Node that is too old${why}`, () => {
  it('the launcher starts a task with its own Node 24 and passes on what it says', () => {
    const run = runOld([join(treeWithLauncher(true), 'build', 'run.mjs'), 'lotse', 'case', 'list']);
    expect(run.stdout).toMatch(/^v24\.\S+ case list\n$/);
    expect(run.status).toBe(3);
  });

  it('the launcher says in one sentence what is missing where no Node 24 came along', () => {
    const run = runOld([join(treeWithLauncher(false), 'build', 'run.mjs'), 'lotse']);
    expect(run.stderr).toBe(`Für dieses System (${process.platform}-${process.arch}) gibt es kein Node 24 im Paket. Bitte Node 24 installieren.\n`);
    expect([run.status, run.signal, run.stdout]).toEqual([1, null, '']);
  });

  it('the store says so before its native part is loaded, which would crash', async () => {
    const entry = await bundleForNode('db/open-database.ts', 'launcher-test');
    onTestFinished(() => { rmSync(join(root, '.build', 'launcher-test'), { recursive: true, force: true }); });
    const run = runOld([entry]);
    expect(run.stderr).toMatch(/^Lotse braucht Node 24 oder neuer, gestartet wurde Node v\d+\.\d+\.\d+\. Bitte mit „npm start“ oder „npm run lotse“ starten\.\n$/);
    expect([run.status, run.signal, run.stdout]).toEqual([1, null, '']);
  });

  it('so does the packed core of the desktop program', () => {
    const run = runOld([join(builtProgram(), 'core.mjs'), '--dir', join(tmpdir(), 'never-made')]);
    expect(run.stderr).toContain('Lotse braucht Node 24 oder neuer');
    expect([run.status, run.signal, run.stdout]).toEqual([1, null, '']);
  });

  it('the command line started past the launcher ends with an exit code and does nothing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-launcher-'));
    folders.push(dir);
    const run = runOld([join(root, 'cli', 'main.ts'), 'doctor', '--dir', join(dir, 'office')]);
    expect([run.status, run.signal]).toEqual([1, null]);
    expect(existsSync(join(dir, 'office'))).toBe(false);
  });
});
