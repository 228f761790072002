import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeChild } from '../../documents/node-child.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { wordsFor } from '../../shared/languages/words.ts';
import type { AgreementPaper } from '../../shared/plan/papers.ts';
import type { Agreement, Plan } from '../../shared/plan/types.ts';
import { documentsBy, enginesHere } from '../support/engines.ts';
import { readPdf, type PlacedPage } from '../support/pdf.ts';
import { sampleAgreement, samplePlanContent, sampleWall } from '../support/sample-plan.ts';
import { agreementOf, everywhere, id } from './support/papers.ts';

const service = startDocumentProcess();
afterAll(() => service.close());

interface Line {
  readonly y: number;
  readonly text: string;
}

/** What stands at one height, from left to right. */
function linesOf({ texts }: PlacedPage): readonly Line[] {
  const heights = [...new Set(texts.map(({ y }) => Math.round(y)))];
  return heights.map((y) => ({ y, text: texts.filter((one) => Math.round(one.y) === y).sort((a, b) => a.x - b.x).map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ') }));
}

/** One goal, and all its steps are hers: one table. */
function withFortySteps(language: 'de' | 'uk'): AgreementPaper {
  const [goal] = samplePlanContent.goals;
  const [step] = goal?.steps ?? [];
  if (goal === undefined || step === undefined) throw new Error('the sample has no step');
  const steps = Array.from({ length: 40 }, (_, at) => ({ ...step, id: id(0x500 + at), text: `Schritt Nummer ${String(at + 1)} gehen und in der Schule davon erzählen`, translation: 'Зробити наступний крок' }));
  return { ...sampleAgreement, language, plan: { ...samplePlanContent, goals: [{ ...goal, steps, subgoals: [] }] } };
}

const withPlan = (plan: Partial<Plan>): AgreementPaper => ({ ...sampleAgreement, plan: { ...samplePlanContent, ...plan } });
const withAgreement = (agreement: Partial<Agreement>): AgreementPaper => withPlan({ agreement: { ...samplePlanContent.agreement, ...agreement } });

describe.each(enginesHere)('the printed plan (Typst: %s)', (engine) => {
  const service = documentsBy(engine);
  afterAll(() => service.close());
  const textOf = async (paper: AgreementPaper): Promise<string> => (await readPdf((await service.print(paper)).pdf)).text;

  it('is a tagged PDF in German with title, headings and tables', async () => {
    const pdf = await readPdf((await service.print(sampleAgreement)).pdf);

    expect(pdf.tagged).toBe(true);
    expect(pdf.title).toBe('Mein Plan');
    expect(pdf.language).toMatch(/^de/);
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'TD']));
  });

  it('claims PDF/UA-1 where Typst has checked it against that, and nowhere else', async () => {
    const { metadata } = await readPdf((await service.print(sampleAgreement)).pdf);
    expect(metadata.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(engine === 'native');
  });

  it('is dated with the day of its version, not of today', async () => {
    const { metadata } = await readPdf((await service.print(sampleAgreement)).pdf);
    expect(metadata).toContain('/ModDate (D:20260203000000Z)');
    expect(metadata).toContain('<xmp:CreateDate>2026-02-03T00:00:00Z</xmp:CreateDate>');
    expect(metadata).not.toContain(`D:${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`);
  });

  it('is two pages for a plan of usual size', async () => {
    expect((await readPdf((await service.print(sampleAgreement)).pdf)).pages).toBe(2);
    expect((await readPdf((await service.print({ ...sampleAgreement, language: 'ar' })).pdf)).pages).toBe(2);
  });

  it('says every goal, step, person and day', async () => {
    const text = await textOf(sampleAgreement);
    for (const said of [
      'JMD Nordheide', 'Sozialwerk Nordheide e. V.', 'Lindenstraße 4 · 12345 Nordheide', 'Gefördert vom Bundesministerium',
      'für Amira Haydari', 'mit Jonas Brandt', 'Ich werde Elektrikerin.',
      'Ich will den B2-Kurs schaffen.', 'Ein Stück geschafft', 'bis 01.08.2026',
      'Das mache ich', 'Jeden Dienstag ins Sprachcafé gehen', '10.02.2026 bis 30.06.2026', 'Angefangen',
      'Das macht der JMD', 'Fahrkarte klären', 'bis 27.02.2026',
      'Das machen andere', 'Das Zeugnis anerkennen lassen', 'Kammer', 'Frau Petersen',
      'Einen Platz im Kurs finden', 'Geschafft!', 'Später', 'Ich will den Führerschein machen.',
      'Wir helfen bei Briefen und Anträgen.', 'Plan mit dem Jobcenter', 'Darum kümmert sich: JMD', 'Plan mit der Schule',
      'Wir schauen gemeinsam auf den Plan am 04.05.2026.', 'Gemeinsam gelesen am 03.02.2026', 'Fassung 2 vom 03.02.2026',
    ])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
  });

  it('is a draft nobody signs where it was declined', async () => {
    const declined = await textOf(withAgreement({ state: 'declined', on: null, signed: null, readTogetherOn: null }));
    expect(declined).toContain('Entwurf – noch nicht vereinbart');
    expect(declined).not.toContain('Das haben wir vereinbart');
    expect(declined).not.toContain('Datum und Unterschrift');
    expect(declined).not.toContain('Wenn wir beide einverstanden sind');
  });

  it('is called a draft until it is agreed, and then says what was agreed', async () => {
    const agreed = await textOf(sampleAgreement);
    const draft = await textOf(withAgreement({ state: 'draft', on: null, signed: null, readTogetherOn: null }));
    expect(agreed).toContain('Das haben wir vereinbart');
    expect(agreed).not.toContain('Entwurf');
    expect(draft).toContain('Entwurf – noch nicht vereinbart');
    expect(draft).toContain('Das wollen wir vereinbaren');
    expect(draft).not.toContain('Das haben wir vereinbart');
    expect(draft).toContain('Datum und Unterschrift');
  });

  it('says what was agreed without a signature, and has no line for one then', async () => {
    const text = (await textOf(withAgreement({ signed: false }))).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Wir haben das am 03.02.2026 besprochen und vereinbart, ohne Unterschrift.');
    expect(text).not.toContain('Datum und Unterschrift');
  });

  it('says so also where nobody wrote down the day: by the day of this version', async () => {
    const paper: AgreementPaper = { ...withAgreement({ signed: false, on: null }), day: IsoDay.parse('2026-02-17') };
    const text = (await textOf(paper)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Wir haben das am 17.02.2026 besprochen und vereinbart, ohne Unterschrift.');
    expect(text).not.toContain('Datum und Unterschrift');
  });

  it('says her sentence once where it is one of her goals', async () => {
    const text = await textOf(withPlan({ sentence: { text: 'Ich will Elektrikerin werden.', translation: '' } }));
    expect(text.split('Ich will Elektrikerin werden.')).toHaveLength(2);
  });

  it('is the same bytes from another process', async () => {
    const other = documentsBy(engine);
    for (const paper of [{ ...sampleAgreement, language: 'ar' as const }, { ...sampleWall, language: 'ti' as const }]) {
      const [here, there] = [await service.print(paper), await other.print(paper)];
      expect(Buffer.from(there.pdf).equals(Buffer.from(here.pdf))).toBe(true);
    }
    await other.close();
  });

  it('breaks long plans over pages and numbers them', async () => {
    const pdf = await readPdf((await service.print(agreementOf('de', 150, { text: 'Einen weiteren Schritt gehen', translation: '' }))).pdf);
    expect(pdf.pages).toBeGreaterThan(2);
    expect(pdf.text).toContain(`Seite ${String(pdf.pages)} von ${String(pdf.pages)}`);
  });

  it.each(['de', 'uk'] as const)('repeats the head of a table of forty steps on each page it goes over (%s), in each language', async (language) => {
    const heads = language === 'de' ? ['Das mache ich', 'Bis wann'] : ['Das mache ich', wordsFor('uk', sampleAgreement.address).i_do];
    const pages = (await readPdf((await service.print(withFortySteps(language))).pdf)).placed.map(linesOf);
    const steps = pages.map((lines) => lines.filter(({ text }) => /Schritt Nummer \d+/.test(text)));
    expect(new Set(steps.flat().flatMap(({ text }) => text.match(/Nummer \d+/g) ?? [])).size).toBe(40);
    expect(steps.filter((some) => some.length > 0).length).toBeGreaterThan(2);
    for (const [at, some] of steps.entries()) {
      if (some.length === 0) continue;
      const first = Math.max(...some.map(({ y }) => y));
      const above = (pages[at] ?? []).filter(({ y }) => y > first).map(({ text }) => text).join(' ');
      for (const head of heads) expect([at, above.includes(head)]).toEqual([at, true]);
    }
  });

  it.each([
    ['agreement', sampleAgreement],
    ['wall sheet', sampleWall],
    ['agreement in Arabic', { ...sampleAgreement, language: 'ar' as const }],
    ['wall sheet in Arabic', { ...sampleWall, language: 'ar' as const }],
  ])('that is only looked at says on the %s that it is no version, and nothing above its foot is different', async (_name, paper) => {
    const [looked, kept] = [await readPdf((await service.print({ ...paper, version: null })).pdf), await readPdf((await service.print(paper)).pdf)];
    expect(looked.text).toContain('Vorschau, noch keine Fassung');
    expect([looked.text, kept.text].map((text) => /Fassung \d+ vom/.test(text))).toEqual([false, true]);
    expect(kept.text).not.toContain('Vorschau');
    expect([looked.pages, looked.title]).toEqual([kept.pages, kept.title]);
    const body = ({ placed }: typeof kept): readonly string[] => placed.flatMap(({ texts, height }) => texts.filter(({ y, size }) => y > height * 0.08 && size > 8.8).map(({ text, x, y, size }) => `${String(x)} ${String(y)} ${String(size)} ${text}`));
    expect(body(looked)).toEqual(body(kept));
  });

  it.each([
    ['Typst markup', '#import "x": * *fett* _kursiv_ $x^2$ @ziel <label> = Titel // Rest \\ #panic("x")'],
    ['a formula', '=HYPERLINK("http://example.org")'],
    ['markup', '<script>alert(1)</script>'],
    ['places of our own texts', '{name} {day} {page} von {pages}'],
    ['unbalanced direction marks', '\u202Eabc \u2067def'],
    ['control characters', 'a\u0000b\u001Bc'],
    ['a lone surrogate and an emoji', '\uD800 😀'],
    ['combining marks without a base', '\u0301\u0651\u135D'],
    ['a combining mark of another font', 'ب\u0301 ሀ\u0308 a\u0651'],
    ['a very long word', 'Donaudampfschifffahrtsgesellschaft'.repeat(40)],
    ['nothing but spaces', '   '],
    ['Arabic with digits', 'الدرس رقم 12 في 01.02.2026'],
  ])('never refuses %s, on any paper, beside any script', async (_name, text) => {
    for (const language of engine === 'native' ? (['de', 'ar'] as const) : (['ar'] as const))
      for (const paper of everywhere(language, text)) expect((await readPdf((await service.print(paper)).pdf)).pages).toBeGreaterThan(0);
  });

  it('shows markup as the letters somebody typed', async () => {
    for (const paper of everywhere('de', '#import "x": *fett*')) {
      const { text } = await readPdf((await service.print(paper)).pdf);
      expect(text).toContain('#import "x": *fett*');
    }
  });

  it('names characters it could not print', async () => {
    for (const paper of everywhere('de', 'Danke 😀')) expect((await service.print(paper)).replacedCharacters).toEqual(['U+1F600']);
  });

  it('prints without a logo that is none, and with what it would have shown', async () => {
    const logos = [{ mime: 'image/png' as const, data: 'AAAA', alt: 'Logo des Sozialwerks' }];
    const { text } = await readPdf((await service.print({ ...sampleAgreement, letterhead: { ...sampleAgreement.letterhead, logos } })).pdf);
    expect(text).toContain('Logo des Sozialwerks');
    expect(text).toContain('Ich will den B2-Kurs schaffen.');
  });
});

describe('the document process', () => {
  it('fails one paper and prints the next when it dies', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-worker-'));
    const worker = join(dir, 'worker.mjs');
    writeFileSync(worker, "process.on('message', () => process.abort());");
    const fragile = startDocumentProcess({ timeoutMs: 5000, start: nodeChild(worker) });
    await expect(fragile.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await expect(fragile.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await fragile.close();
    rmSync(dir, { recursive: true });
  });

  it('fails one paper and prints the next when it hangs up without ending', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-worker-'));
    const worker = join(dir, 'worker.mjs');
    writeFileSync(worker, "process.disconnect(); setInterval(() => undefined, 1000);");
    const fragile = startDocumentProcess({ timeoutMs: 5000, start: nodeChild(worker) });
    await expect(fragile.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await expect(fragile.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await fragile.close();
    rmSync(dir, { recursive: true });
  });

  it('fails a paper, and nothing else, where no process can be started', async () => {
    const other = startDocumentProcess({ timeoutMs: 5000 });
    const program = process.execPath;
    process.execPath = join(tmpdir(), 'no-program-here');
    try {
      await expect(other.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    } finally {
      process.execPath = program;
    }
    expect((await other.print(sampleAgreement)).pdf.length).toBeGreaterThan(0);
    await other.close();
  });

  it('fails a paper whose worker is not there, and one that cannot be sent', async () => {
    const without = startDocumentProcess({ timeoutMs: 5000, start: nodeChild(join(tmpdir(), 'no-worker-here.mjs')) });
    await expect(without.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await without.close();
    const unsendable = { ...sampleAgreement, officeName: (() => '') as unknown as string };
    await expect(service.print(unsendable)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    expect((await service.print(sampleAgreement)).pdf.length).toBeGreaterThan(0);
  });

  it('gives up on a paper after its time limit', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-worker-'));
    const worker = join(dir, 'worker.mjs');
    writeFileSync(worker, "process.on('message', () => { for (;;); });");
    const stuck = startDocumentProcess({ timeoutMs: 300, start: nodeChild(worker) });
    await expect(stuck.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await stuck.close();
    rmSync(dir, { recursive: true });
  });
});
