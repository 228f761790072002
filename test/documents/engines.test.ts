/** Two builds of one Typst: what a paper says, how it is tagged and where it differs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ChildListener } from '../../documents/child.ts';
import { chooseEngine } from '../../documents/engine/choose.ts';
import { Refusal } from '../../documents/engine/engine.ts';
import { makeNativeEngine } from '../../documents/engine/native.ts';
import { makeWasmEngine } from '../../documents/engine/wasm.ts';
import { loadFonts } from '../../documents/fonts.ts';
import { nodeChild } from '../../documents/node-child.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { cleanLine, cleanText } from '../../shared/catalogue/clean-text.ts';
import type { Paper } from '../../documents/contract.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { AgreementPaper } from '../../shared/plan/papers.ts';
import { hostileStrings } from '../hostile/strings.ts';
import { widened } from '../support/other-font.ts';
import { documentsBy, enginesHere, noNative } from '../support/engines.ts';
import { pdfObjects } from '../support/pdf-objects.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleAgreement, samplePlanContent, sampleSlip, sampleWall } from '../support/sample-plan.ts';
import { id } from './support/papers.ts';

const day = IsoDay.parse('2026-02-03');
const text = (content: string): Uint8Array => Buffer.from(content);
const dated = '#set document(title: "x", date: datetime(year: 2026, month: 2, day: 3))\n#set text(lang: "de", font: "Noto Sans", fallback: false)\n';

function planWith(texts: readonly string[]): AgreementPaper {
  const [first] = samplePlanContent.goals;
  if (first === undefined) throw new Error('the sample has no goal');
  const goals = texts.map((said, at) => {
    const words = { text: cleanText(said), translation: '' };
    const steps = first.steps.slice(0, 1).map((step) => ({ ...step, ...words, who: { ...step.who, role: 'volunteer' as const, name: cleanLine(said) } }));
    return { ...first, ...words, id: id(at), steps, subgoals: first.subgoals.map((subgoal) => ({ ...subgoal, ...words, steps: [] })) };
  });
  return { ...sampleAgreement, plan: { ...samplePlanContent, goals, jmdContribution: { text: texts.slice(0, 3).map(cleanText).join('\n'), translation: '' } } };
}

const papers: readonly (readonly [string, Paper])[] = [
  ['the sample', sampleAgreement],
  ['the sample beside Arabic', { ...sampleAgreement, language: 'ar' }],
  ['the wall sheet', sampleWall],
  ['the wall sheet beside Tigrinya', { ...sampleWall, language: 'ti' }],
  ['a slip beside Sorani', { ...sampleSlip, language: 'ckb' }],
  ['a plan of forty goals', planWith(Array.from({ length: 40 }, (_, at) => `Ziel ${String(at)}: Ich will den nächsten Kurs schaffen.`))],
  ['a plan in Arabic, Dari, Kurdish and Tigrinya', planWith(['الدرس رقم 12 في 01.02.2026', 'می‌خواهم دری بخوانم', 'ڕۆژ باش، Deutsch و کوردی', 'ትግርኛ ይዛረብ'])],
  ['a plan full of hostile strings', planWith(hostileStrings)],
];

function pdftotext(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 64_000_000 });
}

describe.skipIf(noNative)('native Typst and WebAssembly', () => {
  const native = documentsBy('native');
  const wasm = documentsBy('wasm');
  afterAll(() => Promise.all([native.close(), wasm.close()]));

  type Printed = Awaited<ReturnType<typeof native.print>>;
  const printed = new Map<Paper, Promise<readonly [Printed, Printed]>>();
  /** Every paper once by each: what is compared are files. */
  function byBoth(paper: Paper): Promise<readonly [Printed, Printed]> {
    const files = printed.get(paper) ?? Promise.all([native.print(paper), wasm.print(paper)]);
    printed.set(paper, files);
    return files;
  }

  test.each(papers)('say the same on %s, to two readers, on the same pages under the same tags', async (_name, paper) => {
    const [one, other] = await byBoth(paper);
    expect(other.replacedCharacters).toEqual(one.replacedCharacters);
    const [read, readOther] = [await readPdf(one.pdf), await readPdf(other.pdf)];
    expect({ ...readOther, metadata: '' }).toEqual({ ...read, metadata: '' });
    expect(readOther.tagged).toBe(true);
    expect(readOther.language).toBe('de');
    expect(readOther.title).toBe(paper.template === 'slip' ? 'Dein Termin' : 'Mein Plan');
    expect(readOther.roles.length).toBeGreaterThan(10);
    expect(pdftotext(other.pdf)).toBe(pdftotext(one.pdf));
  });

  test.each(papers)('write the same file for %s but for the claim of PDF/UA-1, the window title and the boxes of tables and pictures', async (_name, paper) => {
    const [one = '', other = ''] = (await byBoth(paper)).map(({ pdf }) => pdfObjects(pdf));
    const withoutClaim = one
      .replace(' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" ', '')
      .replace('<pdfuaid:part>1</pdfuaid:part>', '')
      .replace('    /DisplayDocTitle true\n', '')
      .replaceAll(/ {2}\/A \[<<\n {4}\/O \/Layout\n {4}\/BBox \[[\d. ]+\]\n {2}>>\]\n/g, '')
      .replaceAll(/(?<=\/Placement \/\w+\n) {4}\/BBox \[[\d. ]+\]\n/g, '');
    expect(other === withoutClaim).toBe(true);
    // The claim is the only thing that a reader of the file is not told.
    expect(one).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(other).not.toContain('pdfuaid');
  });
});

describe('WebAssembly', () => {
  test('takes no options for the PDF in this build; once it does, PDF/UA-1 is to be asked for', async () => {
    const { TypstCompilerBuilder, TypstCompileWorld } = await import('@myriaddreamin/typst-ts-web-compiler');
    expect('set_pdf_opts' in TypstCompilerBuilder.prototype).toBe(false);
    expect('set_pdf_opts' in TypstCompileWorld.prototype).toBe(false);
  });

  test('has our fonts and no others, no disk and no network', async () => {
    // It says on the console what it could not read; the document process has none.
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const engine = await makeWasmEngine(loadFonts().blobs);
    for (const content of ['#read("/etc/passwd")', '#read("other.json")', '#image("/etc/passwd")', '#import "@preview/cetz:0.3.0"', '#panic("aus")', '#let'])
      expect(() => engine.compile('paper.typ', { 'paper.typ': text(dated + content) }, day)).toThrow(Refusal);
    const pdf = engine.compile('paper.typ', { 'paper.typ': text(`${dated}#set text(font: "Libertinus Serif", fallback: true)\nDanke`) }, day);
    expect(pdfObjects(pdf)).toMatch(/\/FontName \/\w+\+Noto/);
    expect(pdfObjects(pdf)).not.toContain('Libertinus');
    said.mockRestore();
  });

  test('refuses a template that would be dated by the clock of the PC', async () => {
    const engine = await makeWasmEngine(loadFonts().blobs);
    expect(() => engine.compile('paper.typ', { 'paper.typ': text('Danke') }, day)).toThrow('does not set the date');
  });

  test('that threw in the middle of a call is of no more use: it is no refusal', async () => {
    const engine = await makeWasmEngine(loadFonts().blobs);
    const deep = text(`${dated}#let c = [x]\n#for i in range(20000) { c = box(c) }\n#c`);
    const thrown = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (problem) {
        return problem;
      }
    };
    const first = thrown(() => engine.compile('paper.typ', { 'paper.typ': deep }, day));
    const second = thrown(() => engine.compile('paper.typ', { 'paper.typ': text(`${dated}Danke`) }, day));
    for (const problem of [first, second]) {
      expect(problem).toBeInstanceOf(Error);
      expect(problem).not.toBeInstanceOf(Refusal);
    }
  });
});

/** By native Typst that is given no fonts: it takes what the PC has. */
function printedWithoutFonts(home: string): Uint8Array {
  const files = `{ 'paper.typ': Buffer.from(${JSON.stringify(`${dated}Danke`)}) }`;
  const script = `import { makeNativeEngine } from ${JSON.stringify(new URL('../../documents/engine/native.ts', import.meta.url).href)};
    process.stdout.write((await makeNativeEngine([])).compile('paper.typ', ${files}, '2026-02-03'));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, HOME: home } });
}

describe.skipIf(noNative)('native Typst', () => {
  test('reads nothing but what it is given', async () => {
    const engine = await makeNativeEngine(loadFonts().blobs);
    for (const content of ['#read("/etc/passwd")', '#read("../../package.json")', '#read("../templates/agreement.typ")', '#panic("aus")', '#let'])
      expect(() => engine.compile('paper.typ', { 'paper.typ': text(dated + content) }, day)).toThrow(Refusal);
    expect(engine.compile('paper.typ', { 'paper.typ': text(`${dated}Danke`) }, day).length).toBeGreaterThan(1000);
  });

  test('refuses a paper that would not hold to PDF/UA-1', async () => {
    const engine = await makeNativeEngine(loadFonts().blobs);
    for (const content of ['Danke 😀', '== Zweite Ebene zuerst', '= \n'])
      expect(() => engine.compile('paper.typ', { 'paper.typ': text(dated + content) }, day)).toThrow(Refusal);
  });

  test.skipIf(process.platform !== 'linux')('prints with our fonts where the PC has others of the same name', async () => {
    const home = mkdtempSync(join(tmpdir(), 'lotse-fonts-'));
    mkdirSync(join(home, '.fonts'));
    for (const [at, font] of loadFonts().blobs.entries()) writeFileSync(join(home, '.fonts', `other-${String(at)}.ttf`), widened(font));
    expect(pdfObjects(printedWithoutFonts(home))).toMatch(/\/FontName \/\w+\+NotoSans/);
    const plain = documentsBy('native');
    const papers: readonly Paper[] = [{ ...sampleAgreement, language: 'ar' }, { ...sampleWall, language: 'ti' }];
    const expected = await Promise.all(papers.map((paper) => plain.print(paper)));
    await plain.close();
    vi.stubEnv('HOME', home);
    const other = documentsBy('native');
    try {
      for (const [at, paper] of papers.entries()) expect(Buffer.from((await other.print(paper)).pdf).equals(Buffer.from(expected[at]?.pdf ?? []))).toBe(true);
    } finally {
      vi.unstubAllEnvs();
      await other.close();
      rmSync(home, { recursive: true });
    }
  });
});

describe('which engine prints', () => {
  test.skipIf(noNative)('native code where it loads', async () => {
    expect((await chooseEngine(loadFonts().blobs)).name).toBe('native');
  });

  test('WebAssembly where native code does not load', async () => {
    vi.doMock('@myriaddreamin/typst-ts-node-compiler', () => {
      throw new Error('no build for this system');
    });
    const engine = await chooseEngine(loadFonts().blobs);
    vi.doUnmock('@myriaddreamin/typst-ts-node-compiler');
    expect(engine.name).toBe('wasm');
  });
});

describe.each(enginesHere)('a document process (Typst: %s)', (engine) => {
  test('ends over a paper it cannot go on from, and the next one is printed', async () => {
    const service = documentsBy(engine);
    await expect(service.print({ ...sampleAgreement, template: 'not-there' as 'agreement' })).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    expect((await service.print(sampleAgreement)).pdf.length).toBeGreaterThan(1000);
    await service.close();
  });

  test('that does not come to an end is ended', async () => {
    let ended = 0;
    const start = nodeChild(undefined, [engine]);
    const service = startDocumentProcess({
      timeoutMs: 1500,
      start: (listener) => start({ ...listener, end: () => { ended += 1; listener.end(); } }),
    });
    const goals = Array.from({ length: 5_000 }, () => samplePlanContent.goals).flat();
    await expect(service.print({ ...sampleAgreement, plan: { ...samplePlanContent, goals } })).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await vi.waitFor(() => { expect(ended).toBeGreaterThan(0); }, 30_000);
    await service.close();
  });
});

test('a full process goes when no paper waits for it, not before', async () => {
  const killed: number[] = [];
  const children: { listener: ChildListener; asked: number[] }[] = [];
  const service = startDocumentProcess({
    start: (listener) => {
      const at = children.push({ listener, asked: [] }) - 1;
      return { send: ({ id }) => void children[at]?.asked.push(id), kill: () => void killed.push(at), end: () => Promise.resolve() };
    },
  });
  const answer = (at: number, id: number): void => {
    children[at]?.listener.message({ id, full: true, ok: true, pdf: new Uint8Array([id]), replacedCharacters: [] });
  };
  const two = [service.print(sampleAgreement), service.print(sampleAgreement)];
  answer(0, 1);
  expect(killed).toEqual([]);
  answer(0, 2);
  expect(killed).toEqual([0]);
  const third = service.print(sampleAgreement);
  answer(1, 3);
  expect((await Promise.all([...two, third])).map(({ pdf }) => pdf[0])).toEqual([1, 2, 3]);
  expect(children.map(({ asked }) => asked)).toEqual([[1, 2], [3]]);
  await service.close();
});

test('a WebAssembly process that has grown is exchanged between two papers, and none is lost', async () => {
  let started = 0;
  const start = nodeChild(undefined, ['wasm']);
  const service = startDocumentProcess({
    timeoutMs: 120_000,
    start: (listener) => {
      started += 1;
      return start(listener);
    },
  });
  for (let turn = 0; started < 2 && turn < 200; turn += 1) {
    const { pdf } = await service.print(planWith(Array.from({ length: 60 }, (_, at) => `Runde ${String(turn)}, Ziel ${String(at)}`)));
    expect(pdf.length).toBeGreaterThan(1000);
  }
  expect(started).toBe(2);
  await service.close();
}, 240_000);
