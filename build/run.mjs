#!/usr/bin/env node
/**
 * The launcher: `node build/run.mjs TASK [ARGS]`, valid on Node 18 and newer.
 *
 * It installs what the lockfile names (never compiling, never running install scripts) when the lockfile changed, then starts
 * TASK with the Node 24 binary that comes as an npm package. Nothing else has to be on the machine. Everything it says goes to
 * stderr, so that a task's stdout stays clean.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const marker = join(modules, '.lotse-installed');

/** Task → arguments for Node 24. */
const tasks = {
  start: ['build/start.ts'],
  test: ['build/test.ts'],
  check: ['build/test.ts', '--static'],
  'test:unit': ['build/test.ts', '--unit'],
  'test:e2e': ['build/test.ts', '--e2e'],
  'test:faults': ['test/faults/main.ts'],
  build: ['build/bundle.ts'],
  lotse: ['cli/main.ts'],
  bench: ['cli/main.ts', 'bench'],
  'electron:get': ['node_modules/electron/install.js'],
  package: ['build/package/main.ts'],
  'package:check': ['build/package/check.ts'],
};

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

/** Hash of what must be installed; the platform is part of it, a copied folder is installed anew. */
function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function install() {
  const hash = wanted();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  say('Lotse richtet sich ein (einmalig, etwa eine Minute) …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  // npm tells its own path; without it the one on PATH is used.
  const own = process.env.npm_execpath;
  const [command, before] = own ? [process.execPath, [own]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const run = spawnSync(command, [...before, ...args], {
    cwd: root,
    // npm's output goes to our stderr.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && !own,
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_engine_strict: 'false' },
  });
  if (run.status !== 0) fail('Die Einrichtung ist nicht gelungen. Bitte die Internetverbindung prüfen und noch einmal starten.');
  writeFileSync(marker, hash);
}

/** The Node 24 binary of the npm package for this platform. */
function nodeBinary() {
  const os = { win32: 'win', darwin: 'darwin', linux: 'linux' }[process.platform];
  // There is no package for Apple silicon; the Intel binary runs there through Rosetta.
  const arch = process.platform === 'darwin' ? 'x64' : process.arch;
  const file = join(modules, `node-${os}-${arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(`Für dieses System (${process.platform}-${process.arch}) gibt es kein Node 24 im Paket. Bitte Node 24 installieren.`);
}

const [task, ...args] = process.argv.slice(2);
const base = tasks[task];
if (!base) fail(`Aufgaben: ${Object.keys(tasks).join(', ')}`);

install();
const binary = nodeBinary();
const child = spawn(binary, ['--disable-warning=ExperimentalWarning', ...base.slice(0, 1).map((f) => join(root, f)), ...base.slice(1), ...args], {
  cwd: task === 'lotse' || task === 'bench' ? process.env.INIT_CWD || process.cwd() : root,
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(binary), join(modules, '.bin'), process.env.PATH].join(delimiter), NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache') },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
