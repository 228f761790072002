import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { inOwnProcess } from '../../build/desktop/own-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-own-process-'));
const file = join(folder, 'builds.mjs');
const builds = pathToFileURL(file).href;
writeFileSync(
  file,
  `export async function neverEnds(...args) { setInterval(() => {}, 1000); process.on('exit', () => { for (;;); }); return args; }
   export async function breaks() { throw new Error('no such colour'); }
   export async function dies() { process.exit(7); }`,
);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a build in a process of its own', () => {
  it('gives its answer, though its process would never end', async () => {
    expect(await inOwnProcess(builds, 'neverEnds', 'a', { b: 1 })).toEqual(['a', { b: 1 }]);
  });

  it('breaks where the build breaks, with what it said', async () => {
    await expect(inOwnProcess(builds, 'breaks')).rejects.toThrow('no such colour');
    await expect(inOwnProcess(builds, 'unknown')).rejects.toThrow('has no unknown');
  });

  it('breaks where the process ends without an answer', async () => {
    await expect(inOwnProcess(builds, 'dies')).rejects.toThrow('ended without an answer (7)');
  });
});
