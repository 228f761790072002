import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PlanPaper } from '../../shared/cases/plan-paper.ts';
import { nodeChild } from '../../documents/node-child.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { documentsBy, enginesHere } from '../support/engines.ts';
import { readPdf } from '../support/pdf.ts';
import { samplePlan } from '../support/sample-plan.ts';

const service = startDocumentProcess();
afterAll(() => service.close());

/** The sample with one text in every place a person can type into. */
function planOf(text: string): PlanPaper {
  return {
    ...samplePlan,
    officeName: text,
    personName: text,
    caseworkerName: text,
    jmdContribution: text,
    areas: [
      {
        label: text,
        goals: [
          {
            text,
            until: null,
            reached: true,
            steps: [{ task: text, who: text, until: null, done: false }],
            subgoals: [{ text, done: false, steps: [{ task: text, who: text, until: null, done: true }] }],
          },
        ],
      },
    ],
  };
}

describe.each(enginesHere)('the printed plan (Typst: %s)', (engine) => {
  const service = documentsBy(engine);
  afterAll(() => service.close());

  it('is a tagged PDF in German with title, headings and tables', async () => {
    const pdf = await readPdf((await service.print(samplePlan)).pdf);

    expect(pdf.tagged).toBe(true);
    expect(pdf.title).toBe('Mein Plan');
    expect(pdf.language).toMatch(/^de/);
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'TD']));
  });

  it('claims PDF/UA-1 where Typst has checked it against that, and nowhere else', async () => {
    const { metadata } = await readPdf((await service.print(samplePlan)).pdf);
    expect(metadata.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(engine === 'native');
  });

  it('is dated with the day of its version, not of today', async () => {
    const { metadata } = await readPdf((await service.print(samplePlan)).pdf);
    expect(metadata).toContain('/ModDate (D:20260203000000Z)');
    expect(metadata).toContain('<xmp:CreateDate>2026-02-03T00:00:00Z</xmp:CreateDate>');
    expect(metadata).not.toContain(`D:${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`);
  });

  it('says every goal, step, person and date', async () => {
    const { text } = await readPdf((await service.print(samplePlan)).pdf);

    for (const said of [
      'Ich will den B2-Kurs schaffen.',
      'Beim Kursträger anmelden',
      'Jeden Dienstag ins Sprachcafé gehen',
      'Amira Haydari',
      'Jonas Brandt',
      '01.08.2026',
      '20.02.2026',
      'Wir helfen bei Briefen und Anträgen.',
      '04.05.2026',
      'Fassung 2 vom 03.02.2026',
    ])
      expect(text).toContain(said);
  });

  it('is called a draft until it is agreed, and then says what was agreed', async () => {
    const agreed = (await readPdf((await service.print(samplePlan)).pdf)).text;
    const draft = (await readPdf((await service.print({ ...samplePlan, agreed: false })).pdf)).text;
    expect(agreed).toContain('Das haben wir vereinbart');
    expect(agreed).not.toContain('Entwurf');
    expect(draft).toContain('Entwurf – noch nicht vereinbart');
    expect(draft).toContain('Wenn wir beide unterschreiben, gilt dieser Plan.');
    expect(draft).not.toContain('Das haben wir vereinbart');
  });

  it('is the same bytes from another process', async () => {
    const other = documentsBy(engine);
    const [here, there] = [await service.print(samplePlan), await other.print(samplePlan)];
    await other.close();
    expect(Buffer.from(there.pdf).equals(Buffer.from(here.pdf))).toBe(true);
  });

  it('breaks long plans over pages and numbers them', async () => {
    const step = { task: 'Einen weiteren Schritt gehen', who: 'Amira', until: null, done: false };
    const goal = { text: 'Ein Ziel', until: null, reached: false, subgoals: [], steps: Array.from({ length: 40 }, () => step) };
    const pdf = await readPdf((await service.print({ ...samplePlan, areas: [{ label: 'Schule', goals: [goal, goal] }] })).pdf);
    expect(pdf.pages).toBeGreaterThan(2);
    expect(pdf.text).toContain(`Seite ${String(pdf.pages)} von ${String(pdf.pages)}`);
  });

  it.each([
    ['Typst markup', '#import "x": * *fett* _kursiv_ $x^2$ @ziel <label> = Titel // Rest \\ #panic("x")'],
    ['a formula', '=HYPERLINK("http://example.org")'],
    ['markup', '<script>alert(1)</script>'],
    ['unbalanced direction marks', '\u202Eabc \u2067def'],
    ['control characters', 'a\u0000b\u001Bc'],
    ['a lone surrogate and an emoji', '\uD800 😀'],
    ['combining marks without a base', '\u0301\u0651\u135D'],
    ['a combining mark of another font', 'ب\u0301 ሀ\u0308 a\u0651'],
    ['a very long word', 'Donaudampfschifffahrtsgesellschaft'.repeat(40)],
    ['nothing but spaces', '   '],
    ['Arabic with digits', 'الدرس رقم 12 في 01.02.2026'],
  ])('never refuses %s', async (_name, text) => {
    const { pdf } = await service.print(planOf(text));
    expect((await readPdf(pdf)).pages).toBeGreaterThan(0);
  });

  it('shows markup as the letters somebody typed', async () => {
    const { text } = await readPdf((await service.print(planOf('#import "x": *fett*'))).pdf);
    expect(text).toContain('#import "x": *fett*');
  });

  it('names characters it could not print', async () => {
    expect((await service.print(planOf('Danke 😀'))).replacedCharacters).toEqual(['U+1F600']);
  });
});

describe('the document process', () => {
  it('fails one paper and prints the next when it dies', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-worker-'));
    const worker = join(dir, 'worker.mjs');
    writeFileSync(worker, "process.on('message', () => process.abort());");
    const fragile = startDocumentProcess({ timeoutMs: 5000, start: nodeChild(worker) });
    await expect(fragile.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await expect(fragile.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await fragile.close();
    rmSync(dir, { recursive: true });
  });

  it('fails one paper and prints the next when it hangs up without ending', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-worker-'));
    const worker = join(dir, 'worker.mjs');
    writeFileSync(worker, "process.disconnect(); setInterval(() => undefined, 1000);");
    const fragile = startDocumentProcess({ timeoutMs: 5000, start: nodeChild(worker) });
    await expect(fragile.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await expect(fragile.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await fragile.close();
    rmSync(dir, { recursive: true });
  });

  it('fails a paper, and nothing else, where no process can be started', async () => {
    const other = startDocumentProcess({ timeoutMs: 5000 });
    const program = process.execPath;
    process.execPath = join(tmpdir(), 'no-program-here');
    try {
      await expect(other.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    } finally {
      process.execPath = program;
    }
    expect((await other.print(samplePlan)).pdf.length).toBeGreaterThan(0);
    await other.close();
  });

  it('fails a paper whose worker is not there, and one that cannot be sent', async () => {
    const without = startDocumentProcess({ timeoutMs: 5000, start: nodeChild(join(tmpdir(), 'no-worker-here.mjs')) });
    await expect(without.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await without.close();
    const unsendable = { ...samplePlan, officeName: (() => '') as unknown as string };
    await expect(service.print(unsendable)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    expect((await service.print(samplePlan)).pdf.length).toBeGreaterThan(0);
  });

  it('gives up on a paper after its time limit', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-worker-'));
    const worker = join(dir, 'worker.mjs');
    writeFileSync(worker, "process.on('message', () => { for (;;); });");
    const stuck = startDocumentProcess({ timeoutMs: 300, start: nodeChild(worker) });
    await expect(stuck.print(samplePlan)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await stuck.close();
    rmSync(dir, { recursive: true });
  });
});
