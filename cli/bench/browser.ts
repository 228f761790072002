/**
 * A real Chromium that comes from npm, for every test that needs a window and to measure the start.
 *
 * The package is made for serverless machines and unpacks into the system's temp folder; we unpack it once into a folder of our
 * own. Its recommended flags switch web security off, so none of them is used.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const packageEntry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const packageDir = join(dirname(packageEntry), '..');
const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
const folder = join(root, '.build', `chromium-${version}`);

const unpackScript = `
  const { inflate } = await import(${JSON.stringify(pathToFileURL(packageEntry).href)});
  for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
    await inflate(${JSON.stringify(join(packageDir, 'bin'))} + '/' + file);
`;

/** Unpacks the browser if it is not there yet; returns its folder. Safe to call from several processes at once. */
export function unpackBrowser(): string {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(join(dirname(folder), 'chromium-new-'));
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', unpackScript], {
    env: { ...process.env, TMPDIR: fresh },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`unpacking Chromium failed: ${run.stderr}`);
  try {
    renameSync(fresh, folder);
  } catch (problem) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was faster: its folder is as good as ours.
    if (!existsSync(folder)) throw problem;
  }
  return folder;
}

/**
 * The fonts every window sees, on every machine: those of the package and our own. The package's own list names folders of its home
 * platform; without any font the first form control ends the browser.
 */
function fontList(dir: string): string {
  const file = join(dir, 'lotse-fonts.conf');
  const folders = [join(dir, 'fonts', 'fonts'), join(root, 'node_modules', '@expo-google-fonts')];
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((f) => `<dir>${f}</dir>`).join('')}` +
      `<cachedir>${join(dir, 'font-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** Starts headless Chromium with web security, sandboxed unless we are root (where Chromium refuses its sandbox). */
export async function openBrowser(): Promise<Browser> {
  const dir = unpackBrowser();
  const libraries = join(dir, 'al2023', 'lib');
  return chromium.launch({
    executablePath: join(dir, 'chromium'),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--font-render-hinting=none'],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], libraries].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fontList(dir),
    },
  });
}
