/** Nothing a person typed stands in plain in any file, log or dump, however the core ends; and nobody outside was asked for anything. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { writingSwitch } from '../../office/no-dumps.ts';
import type { BigSort } from './support/big-sort.ts';

const stem = 'Quastenflosserkanarie';
const script = join(import.meta.dirname, 'support', 'typing-core.ts');

/** What stands in fields that take less: the beginning of the word, and five digits. */
const short = [stem.slice(0, 12), '90817'];

const made: string[] = [];
const mounted: string[] = [];
afterAll(() => {
  for (const dir of mounted) spawnSync('umount', ['-l', dir]);
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** As plain bytes, as Windows writes text, folded as in the search index, and as base64 wherever it begins. */
const needles: readonly (readonly [string, Buffer])[] = [
  ...[stem, stem.toLowerCase(), stem.toUpperCase()].flatMap((word) => [
    ['UTF-8', Buffer.from(word, 'utf8')] as const,
    ['UTF-16', Buffer.from(word, 'utf16le')] as const,
    ...[0, 1, 2].map((offset) => ['base64', Buffer.from(Buffer.from('x'.repeat(offset) + word).toString('base64').slice(offset === 0 ? 0 : 4, -4))] as const),
  ]),
  // In base64 they are too short to stand nowhere by chance.
  ...short.flatMap((word) => [['UTF-8', Buffer.from(word, 'utf8')] as const, ['UTF-16', Buffer.from(word, 'utf16le')] as const]),
];

function holding(bytes: Buffer): readonly string[] {
  return [...new Set(needles.filter(([, needle]) => bytes.includes(needle)).map(([form]) => form))];
}

function findings(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [...(name.includes(stem) ? [`name of ${file}`] : []), ...holding(readFileSync(file)).map((form) => `${form} in ${file}`)];
    });
}

/** A real file system in memory, of the size of the smallest stick. */
function mountSmall(dir: string): boolean {
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'lotse-test', dir]).status !== 0) return false;
  mounted.push(dir);
  return true;
}

const probe = mkdtempSync(join(tmpdir(), 'lotse-plain-'));
made.push(probe);
const noDisks = process.platform !== 'linux' || !mountSmall(probe);
if (noDisks) console.log('skipped: a full disk, because only root on Linux may mount a small one');

interface Running {
  readonly root: string;
  readonly child: ChildProcess;
  readonly said: Record<string, unknown>;
  readonly lines: AsyncIterator<string>;
  /** Everything on stdout and stderr so far. */
  readonly output: () => Buffer;
  readonly gone: () => Promise<void>;
}

/** `mount`: a place for the data folder. */
async function startTyping(mount: (dir: string) => void = () => undefined): Promise<Running> {
  const root = mkdtempSync(join(tmpdir(), 'lotse-plain-'));
  made.push(root);
  const place = (name: string): string => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const [data, TMPDIR, HOME, cwd] = [place('data'), place('tmp'), place('home'), place('cwd')];
  mount(data);
  const env = { PATH: process.env['PATH'], TZ: 'Europe/Berlin', TMPDIR, HOME, NODE_OPTIONS: `--report-on-fatalerror --report-uncaught-exception --report-on-signal --report-directory=${cwd}` };
  // The shell lets the system write core dumps; the dump would lie in the current directory.
  const child = spawn('/bin/sh', ['-c', 'ulimit -c unlimited; exec "$0" "$@"', process.execPath, script, data], { cwd, env, stdio: 'pipe' });
  child.stdin.write(`${stem}\n`);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => child.once('exit', () => { resolve(); }));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error(`the core ended early: ${Buffer.concat(chunks).toString()}`);
  return { root, child, said: JSON.parse(first.value) as Record<string, unknown>, lines, output: () => Buffer.concat(chunks), gone: () => ended };
}

const endings: readonly (readonly [string, (running: Running) => Promise<void>])[] = [
  ['locked and then killed', async ({ child, lines, gone }) => {
    child.stdin?.write('lock\n');
    expect((await lines.next()).value).toBe('locked');
    child.kill('SIGKILL');
    await gone();
  }],
  ['made to sort more than it keeps in memory, then killed while open', async ({ child, lines, gone }) => {
    child.stdin?.write('sort\n');
    const sort = JSON.parse(String((await lines.next()).value)) as BigSort;
    expect(sort.sorted).toBeGreaterThan(30_000);
    if (sort.files === null) console.log('not looked at: files opened while sorting, because only Linux tells them');
    else expect([sort.files, (sort.filesAllowed ?? 0) > 0]).toEqual([[], true]);
    child.kill('SIGKILL');
    await gone();
  }],
  ['aborted from outside, with dumps allowed', async ({ child, gone }) => { child.kill('SIGABRT'); await gone(); }],
];

describe('a core with a canary in every field, sorted, searched, exported, printed', () => {
  test.each(endings)('%s: leaves the canary in plain nowhere, and asked nobody outside', async (_name, end) => {
    const running = await startTyping();
    expect(running.said).toMatchObject({ asked: [] });
    expect(running.said['untyped']).toEqual([]);
    expect(running.said['typed']).toBeGreaterThan(25);
    expect(running.said['found']).toBeGreaterThan(5);
    expect(running.said['exported']).toBeGreaterThan(40);
    expect(running.said['pdf']).toBeGreaterThan(5_000);
    // While it is open, with everything in the WAL.
    expect(findings(running.root)).toEqual([]);
    await end(running);

    expect(findings(running.root)).toEqual([]);
    expect(holding(running.output())).toEqual([]);
    // On a Linux without prlimit a dump is written, of registers alone.
    const written = existsSync('/usr/bin/prlimit') ? /^(report|core)/ : /^report/;
    expect(readdirSync(join(running.root, 'cwd')).filter((name) => written.test(name))).toEqual([]);
  }, 300_000);

  test.skipIf(noDisks)('on a disk that is full, aborted by itself: leaves the canary in plain nowhere either, not beside it in temporary files, not in what it says', async () => {
    const running = await startTyping((dir) => { expect(mountSmall(dir)).toBe(true); });
    running.child.stdin?.write('fill\n');
    expect((await running.lines.next()).value).toBe('DISK_FULL');
    expect(findings(running.root)).toEqual([]);
    // It ends by itself, which is where a report would be written.
    running.child.stdin?.write('abort\n');
    await running.gone();
    expect(findings(running.root)).toEqual([]);
    expect(holding(running.output())).toEqual([]);
  }, 300_000);

  test('the scan finds a canary in each of these forms', () => {
    for (const text of [stem, stem.toLowerCase(), `x${stem}`, `xx${stem}y`]) {
      expect(holding(Buffer.from(text))).toContain('UTF-8');
      expect(holding(Buffer.from(text, 'utf16le'))).toContain('UTF-16');
      expect(holding(Buffer.from(Buffer.from(text).toString('base64')))).toContain('base64');
    }
  });
});

test.each([
  ['--heapsnapshot-near-heap-limit=1', true], ['--heapsnapshot-signal=SIGUSR2', true], ['--heap-prof', true], ['--cpu-prof', true], ['--inspect=0', true],
  ['--heap_prof', true], ['--cpu_prof', true], ['"--heap-prof"', true], ['--heap\\-prof', true],
  ['--report-on-fatalerror', false], ['--disable-warning=ExperimentalWarning', false], ['--max-old-space-size=512', false],
])('a start with %s is refused: %s', (word, refused) => {
  expect(writingSwitch(['x', word]) !== null).toBe(refused);
});

test.each(['office/serve', 'office/utility-entry', 'cli/main'])('%s ends before it opens anything when it is started like that, and says why', (shell) => {
  const cwd = mkdtempSync(join(tmpdir(), 'lotse-plain-'));
  made.push(cwd);
  const entry = join(import.meta.dirname, '..', '..', `${shell}.ts`);
  const ended = spawnSync(process.execPath, ['--heapsnapshot-near-heap-limit=1', entry, '--dir', join(cwd, 'data')], { cwd, encoding: 'utf8' });
  expect([ended.status, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).toContain('Lotse startet nicht mit --heapsnapshot-near-heap-limit=1');
  expect(readdirSync(cwd)).toEqual([]);
}, 60_000);
