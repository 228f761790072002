/** The document process of the program for Windows, run here: its tree holds no native Typst, so it prints by WebAssembly, far from the sources. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintAnswer } from '../../documents/answer.ts';
import type { Paper } from '../../documents/contract.ts';
import { MessageChannelMain, utilityProcess } from '../build/packed-processes.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleAgreement, sampleWall } from '../support/sample-plan.ts';

let far: string;
let child: ReturnType<typeof utilityProcess.fork>;
let print: (paper: Paper) => Promise<PrintAnswer>;

/** In a process of its own: the test runner's NODE_ENV makes another build. */
function buildFor(platform: string, folder: string): void {
  const script = `import { buildTree } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '..', '..', 'build', 'desktop', 'build-tree.ts')).href)};
    await buildTree(${JSON.stringify(platform)}, ${JSON.stringify(folder)});`;
  const env = { ...process.env };
  delete env['NODE_ENV'];
  delete env['VITEST'];
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

beforeAll(async () => {
  far = await mkdtemp(join(tmpdir(), 'lotse-windows-'));
  buildFor('win32-x64', join(far, 'app'));
  process.env['LOTSE_PACKED_FOLDER'] = far;
  child = utilityProcess.fork(join(far, 'app', 'documents.mjs'), [], { stdio: 'ignore' });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage(null, [port1]);
  print = (paper) =>
    new Promise((resolve) => {
      port2.once('message', ({ data }: { readonly data: unknown }) => { resolve(data as PrintAnswer); });
      port2.postMessage({ id: 1, paper });
    });
  port2.start();
}, 120_000);

afterAll(async () => {
  child.kill();
  delete process.env['LOTSE_PACKED_FOLDER'];
  await rm(far, { recursive: true, force: true });
});

describe('the program for Windows', () => {
  it('holds the WebAssembly build of Typst and not the native one', () => {
    const packages = join(far, 'app', 'node_modules', '@myriaddreamin');
    expect(existsSync(join(packages, 'typst-ts-web-compiler', 'pkg', 'typst_ts_web_compiler_bg.wasm'))).toBe(true);
    expect(existsSync(join(packages, 'typst-ts-node-compiler'))).toBe(false);
  });

  it('prints a tagged plan with the templates and typefaces that lie beside it, in Arabic too', async () => {
    const answer = await print({ ...sampleAgreement, personName: 'أميرة حيدري' });
    if (!answer.ok) throw new Error('the paper failed');
    const { text, tagged, title, language } = await readPdf(answer.pdf);
    expect({ tagged, title, language }).toEqual({ tagged: true, title: 'Mein Plan', language: 'de' });
    expect(text).toContain('Ich will den B2-Kurs schaffen.');
    expect(text.normalize('NFKC')).toContain('أميرة');
    expect(answer.replacedCharacters).toEqual([]);
  }, 120_000);

  it('prints a wall sheet with its pictograms and the appointment as a QR code', async () => {
    const answer = await print({ ...sampleWall, language: 'uk' });
    if (!answer.ok) throw new Error('the paper failed');
    const { pages, roles, languages } = await readPdf(answer.pdf);
    expect({ pages, languages, pictures: roles.filter((role) => role === 'Figure').length }).toEqual({ pages: 1, languages: ['uk'], pictures: 1 });
  }, 120_000);
});
