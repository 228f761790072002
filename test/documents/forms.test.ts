/** The forms on paper: tagged, whole, on few pages, with the letterhead of the office; hostile text prints as text. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Law } from '../../shared/law/edition.ts';
import { formHeads } from '../../shared/papers/form-paper.ts';
import { ownWordedForms } from '../../shared/papers/forms.ts';
import { noLetterhead } from '../../shared/papers/letterhead.ts';
import { blankNotfallblatt } from '../../shared/papers/notfallblatt.ts';
import { addressed } from '../../shared/papers/wording.ts';
import type { SheetPaper } from '../../shared/papers/sheet-paper.ts';
import { documentsBy, enginesHere } from '../support/engines.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleForm, sampleFrame } from '../support/sample-forms.ts';
import { smallJpeg } from '../support/sample-files.ts';
import { bytesToBase64 } from '../../shared/history/base64.ts';

const said = (text: string): string => text.replaceAll(/\s+/g, ' ');
const mostPages = { consent: 2, information: 2, case_management: 1, release: 1 } as const;

/** The form with one text in every place somebody can type into. */
function everywhere(text: string): SheetPaper {
  const paper = sampleForm('release');
  return {
    ...paper,
    officeName: text,
    version: text,
    letterhead: { ...sampleFrame.letterhead, carrier: text, address: text, phone: text, email: text, funder: text, logos: sampleFrame.letterhead.logos.map((logo) => ({ ...logo, alt: text })) },
    blocks: [
      { kind: 'fill', rows: [['Name', text], ['Fachkraft', '']] },
      { kind: 'heading', level: 2, text },
      { kind: 'text', text },
      { kind: 'list', items: [text, text] },
      { kind: 'boxes', items: [text, text] },
      { kind: 'signatures', labels: [text, text, text] },
    ],
  };
}

describe.each(enginesHere)('a form (Typst: %s)', (engine) => {
  const service = documentsBy(engine);
  afterAll(() => service.close());

  it.each(ownWordedForms.flatMap((form) => (['gdpr', 'kdg', 'dsg_ekd'] as const).map((law) => [form, law] as const)))('%s under %s is tagged, in German, and on as few pages as it needs', async (form, law: Law) => {
    for (const blank of [true, false]) {
      const { pdf, replacedCharacters } = await service.print(sampleForm(form, { blank, law }));
      const read = await readPdf(pdf);
      expect([read.tagged, read.title, read.language, replacedCharacters]).toEqual([true, addressed(formHeads[form].title, 'du'), 'de', []]);
      expect(read.metadata.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(engine === 'native');
      expect(read.roles.filter((role) => role === 'H1')).toHaveLength(1);
      expect(read.pages).toBeLessThanOrEqual(mostPages[form]);
      expect(read.text.includes('Amira Haydari')).toBe(!blank && form !== 'information');
    }
  });

  it('has the office above, who pays for it below, and the version of its words in the foot', async () => {
    const text = said((await readPdf((await service.print(sampleForm('case_management'))).pdf)).text);
    for (const one of ['Sozialwerk Nordheide e. V.', 'Lindenstraße 4', '05555 123-456', 'Gefördert vom Bundesministerium', 'Textfassung: Fassung 1 von 2026, DSGVO 2018']) expect(text).toContain(one);
  });

  it('has nothing above and below where the office has set nothing', async () => {
    const { text } = await readPdf((await service.print({ ...sampleForm('release'), letterhead: noLetterhead })).pdf);
    expect(said(text)).toMatch(/^JMD Nordheide Entbindung/);
  });

  it('takes a logo as JPEG, and two', async () => {
    const logo = { mime: 'image/jpeg', data: bytesToBase64(smallJpeg()), alt: 'Punkt' } as const;
    const paper = { ...sampleForm('consent'), letterhead: { ...sampleFrame.letterhead, logos: [logo, logo] } };
    expect((await readPdf((await service.print(paper)).pdf)).roles.filter((role) => role === 'Figure')).toHaveLength(2);
  });

  it('has the words for a logo that is no picture after all', async () => {
    const broken = { mime: 'image/png', data: bytesToBase64(new TextEncoder().encode('no picture')), alt: 'Drei Wellen' } as const;
    const { text } = await readPdf((await service.print({ ...sampleForm('consent'), letterhead: { ...sampleFrame.letterhead, logos: [broken] } })).pdf);
    expect(text).toContain('Drei Wellen');
  });

  it('is the recovery sheet with a square for each character, on one page', async () => {
    const read = await readPdf((await service.print(blankNotfallblatt(sampleFrame, 'NI-0417'))).pdf);
    expect([read.pages, read.title]).toEqual([1, 'Notfallblatt']);
    expect(read.text).toContain('NI-0417');
  });

  it.each([
    ['of the widest letters', 'W'.repeat(120)],
    ['an address of a page', 'https://www.example.org/einrichtungen/jugendmigrationsdienst/datenschutz_und_einwilligung_zur_begleitung_2026/seite'],
    ['between short ones', `Ja ${'Donaudampfschifffahrt'.repeat(9)} ja`],
    ['in Arabic letters', 'مرحبا'.repeat(40)],
  ])('keeps a word as long as this within its margins, in every place: %s', async (_what, text) => {
    const everything: SheetPaper = {
      ...everywhere(text),
      title: text,
      subtitle: text,
      mark: text,
      blocks: [
        ...everywhere(text).blocks,
        { kind: 'fill', rows: [[text, text]] },
        { kind: 'rows', rows: [[text, [text]]] },
        { kind: 'table', head: [text, text, text, text, text], rows: [[text, text, text, text, text]] },
        { kind: 'lines', labels: [text] },
        { kind: 'heading', level: 3, text },
      ],
    };
    const { placed } = await readPdf((await service.print(everything)).pdf);
    const margin = (22 / 25.4) * 72 - 0.5;
    expect(placed.flatMap(({ width, texts }) => texts.filter(({ x, width: long }) => x < margin || x + long > width - margin).map((one) => one.text))).toEqual([]);
  });

  it('has lines for many signatures below each other, each with room for a name', async () => {
    const labels = Array.from({ length: 14 }, (_, at) => `Unterschrift ${String(at + 1)}`);
    const { placed, text } = await readPdf((await service.print({ ...everywhere('Name'), blocks: [{ kind: 'signatures', labels }] })).pdf);
    for (const label of labels) expect(said(text)).toContain(label);
    expect(new Set(placed.flatMap(({ texts }) => texts).filter((one) => one.text.startsWith('Unterschrift')).map(({ x }) => Math.round(x))).size).toBe(3);
  });

  it.each([
    ['Typst markup', '#import "x": * *fett* $x^2$ @ziel <label> = Titel // Rest \\ #panic("x")'],
    ['an emoji, a lone surrogate, control characters', '😀 \uD800 a\u0000b\u001Bc'],
    ['unbalanced direction marks', '\u202Eabc \u2067def'],
    ['combining marks without a base', '\u0301\u0651\u135D'],
    ['a very long word', 'Donaudampfschifffahrtsgesellschaft'.repeat(30)],
    ['nothing but spaces', '   '],
  ])('prints %s as text or as a mark, in every place', async (_what, text) => {
    expect((await readPdf((await service.print(everywhere(text))).pdf)).pages).toBeGreaterThan(0);
  });
});
