/**
 * Everything CI runs, in one command: `npm test`. Ends with the line `N passed, N failed` (skipped ones counted and explained above).
 *
 * Each static check counts as one test. `--static`, `--unit`, `--e2e` run one part. All together the windows are driven beside the rest: they
 * leave a core idle half of the time.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { desktopApp } from './desktop/build-tree.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const sum: Count = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

/** Megabytes of young objects: with node's own 16 a tool that holds all types of the project spends a fifth of its time on collecting them. */
const roomForTheYoung = '--max-semi-space-size=64';

/** When what a tool prints is shown. */
type Shown = 'at once' | 'at the end' | 'on failure';

function run(label: string, command: readonly string[], shown: Shown, settings: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const stream = shown === 'at once';
  return new Promise((resolve) => {
    const started = Date.now();
    const [tool = '', ...args] = command;
    const child = spawn(process.execPath, [roomForTheYoung, join(root, tool), ...args], {
      cwd: root,
      stdio: ['ignore', stream ? 'inherit' : 'pipe', stream ? 'inherit' : 'pipe'],
      env: { ...process.env, TZ: 'Europe/Berlin', FORCE_COLOR: '0', ...settings },
    });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('close', (code) => {
      const good = code === 0;
      console.log(`${good ? 'ok    ' : 'FAILED'} ${label} (${String(Math.round((Date.now() - started) / 1000))} s)`);
      if (shown === 'at the end' || (!good && !stream)) console.log(output);
      resolve(good);
    });
  });
}

const staticChecks: readonly (readonly [string, readonly string[]])[] = [
  // Checks every .ts of tsconfig.json as well, tests and build among them: tsc beside it would do the same work again.
  ['types', ['node_modules/svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human']],
  ['lint and import rules', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']],
  ['unused code', ['node_modules/knip/bin/knip.js']],
];

async function runStatic(): Promise<void> {
  const waiting = [...staticChecks];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [label, command] = next;
      if (await run(label, command, 'on failure')) sum.passed += 1;
      else {
        sum.failed += 1;
        failures.push(label);
      }
    }
  };
  await Promise.all([worker(), worker()]);
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

const unit = { projects: ['unit', 'unit-together'], settings: { LOTSE_UNIT: 'together' } };
const windowShells = ['e2e', 'e2e-stand-in', 'e2e-electron'];

/** One run of vitest. */
async function runProjects({ projects, settings }: { readonly projects: readonly string[]; readonly settings?: Readonly<Record<string, string>> }, shown: Shown): Promise<void> {
  const project = projects.join('+');
  const file = join(root, '.build', `${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const named = projects.flatMap((one) => ['--project', one]);
  const good = await run(`${project} tests`, ['node_modules/vitest/vitest.mjs', 'run', ...named, ...reporters], shown, settings);
  if (!existsSync(file)) {
    sum.failed += 1;
    failures.push(`${project} tests did not run`);
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  sum.passed += report.numPassedTests;
  sum.skipped += report.numPendingTests;
  // A file that fails to load has no failed test of its own, and must not look green.
  const failed = report.numFailedTests > 0 ? report.numFailedTests : good ? 0 : 1;
  sum.failed += failed;
  if (failed > 0) failures.push(`${project} tests`);
}

const only = process.argv[2];
if (only !== '--static') {
  await bundle();
  await desktopApp();
}
const rest = async (): Promise<void> => {
  if (only === undefined || only === '--static') await runStatic();
  if (only === undefined || only === '--unit') await runProjects(unit, 'at once');
};
const windows = async (): Promise<void> => {
  // Without the specs that are left to --e2e (test/support/spec-shells.ts), and without new pictures for the handbook.
  if (only === undefined) await runProjects({ projects: windowShells, settings: { LOTSE_E2E: 'npm test' } }, 'at the end');
  if (only === '--e2e') await runProjects({ projects: windowShells }, 'at once');
};
await Promise.all([rest(), windows()]);
if (failures.length > 0) console.log(`failed: ${failures.join(', ')}`);
console.log(`${String(sum.passed)} passed, ${String(sum.failed)} failed, ${String(sum.skipped)} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
