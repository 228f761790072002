/** Hostile strings on paper: printed letter by letter, and nothing in the file acts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFonts } from '../../documents/fonts.ts';
import { makePrintable } from '../../documents/printable.ts';
import { createRandom } from '../../office/training/random.ts';
import { cleanLine, cleanText } from '../../shared/catalogue/clean-text.ts';
import { cutShort } from '../../shared/papers/replaced.ts';
import type { AgreementPaper } from '../../shared/plan/papers.ts';
import { hostile, hostileStrings, longest } from '../hostile/strings.ts';
import { documentsBy, enginesHere } from '../support/engines.ts';
import { readPdf, type ReadPdf } from '../support/pdf.ts';
import { sampleAgreement, samplePlanContent, sampleWall } from '../support/sample-plan.ts';
import { everywhere, id } from './support/papers.ts';

const { covers } = loadFonts();

/** Words without end are refused by no paper: it takes what it has room for, and says so. */
const tooMuch: Readonly<Record<string, string>> = {
  ...longest,
  'one word of Arabic': 'س'.repeat(100_000),
  'long words of Arabic': `${'س'.repeat(999)} `.repeat(100),
  'short words of Arabic': 'سلام '.repeat(20_000),
  'accents on one letter': `a${'\u0301'.repeat(99_000)}`,
  'eight accents on every letter': `a${'\u0323'.repeat(8)}`.repeat(11_000),
};

const [first] = samplePlanContent.goals;
if (first === undefined) throw new Error('the sample has no goal');
const before = first;

/** Every string as a goal, as a step and as a helper, as they come out of the case file. */
const paper: AgreementPaper = {
  ...sampleAgreement,
  plan: {
    ...samplePlanContent,
    goals: hostileStrings.map((text, at) => {
      const words = { text: cleanText(text), translation: '' };
      const steps = before.steps.slice(0, 1).map((step) => ({ ...step, ...words, who: { ...step.who, role: 'volunteer' as const, name: cleanLine(text) } }));
      return { ...before, ...words, id: id(at), steps, subgoals: [] };
    }),
  },
};

/** All objects of the file, packed ones too, as one text. */
function objectsOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at !== -1; at = raw.indexOf('stream\n', at + 1)) {
    if (raw.subarray(at - 3, at).toString() === 'end') continue;
    try {
      parts.push(inflateSync(raw.subarray(at + 7)).toString('latin1'));
    } catch {
      // A font or a picture: not packed this way, and nothing that acts.
    }
  }
  return parts.join('\n');
}

/** Without blanks and hyphens, which a line break may add or take. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[\s\-\u00ad\u2010\u2011]/g, '');
}

describe.each(enginesHere)('on paper (Typst: %s)', (engine) => {
  const service = documentsBy(engine);
  afterAll(() => service.close());

  let pdf: Uint8Array;
  let replaced: readonly string[];
  let read: ReadPdf;
  let extracted: string;
  beforeAll(async () => {
    const printed = await service.print(paper);
    ({ pdf } = printed);
    replaced = printed.replacedCharacters;
    read = await readPdf(pdf);
    const dir = mkdtempSync(join(tmpdir(), 'lotse-paper-'));
    writeFileSync(join(dir, 'plan.pdf'), pdf);
    extracted = execFileSync('pdftotext', ['-raw', join(dir, 'plan.pdf'), '-'], { encoding: 'utf8', maxBuffer: 64_000_000 });
    rmSync(dir, { recursive: true });
  }, 240_000);

  describe('a plan full of hostile strings', () => {
    test('is made and tagged, and native Typst finds it to hold to PDF/UA-1', () => {
      expect(read.tagged).toBe(true);
      expect(read.metadata.includes('pdfuaid:part')).toBe(engine === 'native');
      expect(read.title).toBe('Mein Plan');
      expect(read.roles).toContain('TD');
    });

    test.each(['markup', 'addresses', 'templates', 'typst', 'queries', 'json', 'paths', 'formats'])('says the %s letter by letter', (group) => {
      const all = letters(extracted);
      for (const text of hostile[group] ?? []) {
        const said = letters(makePrintable(cleanText(text), covers).text);
        expect(all).toContain(said);
      }
    });

    test('holds no link, no script, no file, no form and no act of opening', () => {
      const objects = objectsOf(pdf);
      expect(objects).toContain('/StructElem');
      for (const name of ['/Annot', '/URI', '/JavaScript', '/JS ', '/Launch', '/OpenAction', '/AA ', '/EmbeddedFile', '/AcroForm', '/GoToR', '/SubmitForm', '/RichMedia'])
        expect([name, objects.includes(name)]).toEqual([name, false]);
    });

    test('names every character that no font has, and none it could print', () => {
      expect(replaced).toContain('U+1F600');
      expect(replaced.every((name) => name === cutShort || (/^U\+[0-9A-F]{4,6}$/.test(name) && !covers(Number.parseInt(name.slice(2), 16))))).toBe(true);
    });
  });

  test('no string stops a wall sheet, and it stays one page', async () => {
    for (let at = 0; at < hostileStrings.length; at += 5) {
      const [sentence = '', ...others] = hostileStrings.slice(at, at + 5).map((text) => ({ text: cleanText(text), translation: '' }));
      const said = { ...sampleWall, firstName: cleanLine(hostileStrings[at] ?? ''), counsellor: cleanLine(hostileStrings[at + 1] ?? ''), phone: cleanLine(hostileStrings[at + 2] ?? '') };
      const steps = others.flatMap((words) => sampleWall.steps.slice(0, 1).map((step) => ({ ...step, ...words })));
      const { pdf: bytes } = await service.print({ ...said, sentence: sentence === '' ? sampleWall.sentence : sentence, achieved: others.slice(0, 2), steps });
      expect(Buffer.from(bytes).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    }
  }, 240_000);

  test.each([
    ['a byte order mark', '\uFEFFሰላም\uFEFF Anna\uFEFF سارة\uFEFFعلي ትስፉ\uFEFF'],
    ['letters that only the regular weight of a typeface has', '\u{1EE00} ሰ\u{1EE01}ላ س\u{1EEF0}ع'],
  ])('%s stops no paper, wherever it is typed', async (_name, text) => {
    for (const said of [...everywhere('ti', text), ...everywhere('ar', text)]) expect((await readPdf((await service.print(said)).pdf)).pages).toBeGreaterThan(0);
  }, 240_000);

  test('no character with a glyph stops a paper: 500 of them, alone and beside letters of each script', async () => {
    const random = createRandom(7);
    const withGlyph = Array.from({ length: 0x20000 }, (_, at) => at).filter((at) => at > 0x20 && (at < 0xd800 || at > 0xdfff) && covers(at));
    const some = Array.from({ length: 500 }, (_, at) => {
      const beside = ['', 'a', 'ሰ', 'س'][at % 4] ?? '';
      return `${beside}${String.fromCodePoint(random.pick(withGlyph))}${beside}`;
    });
    for (const said of [...everywhere('ti', some.slice(0, 250).join(' ')), ...everywhere('ar', some.slice(250).join(' '))]) {
      const { pdf: bytes, replacedCharacters } = await service.print(said);
      expect([said.template, bytes.length > 0, replacedCharacters]).toEqual([said.template, true, []]);
    }
  }, 240_000);

  test.each(Object.entries(tooMuch))('a text of 100,000 characters, %s, stops no paper wherever it is typed', async (_name, text) => {
    const words = { text: cleanText(text), translation: cleanText(text) };
    const plan = { ...samplePlanContent, sentence: words, jmdContribution: words };
    for (const language of ['de', 'ar'] as const) {
      const of = (changed: Partial<AgreementPaper['plan']>): AgreementPaper => ({ ...sampleAgreement, language, plan: { ...plan, ...changed } });
      const steps = before.steps.slice(0, 1).map((step) => ({ ...step, ...words }));
      for (const said of [of({}), of({ goals: [{ ...before, ...words, steps: [], subgoals: [] }] }), of({ goals: [{ ...before, steps, subgoals: [] }] }), { ...sampleWall, language, sentence: words, steps }])
        expect(Buffer.from((await service.print(said)).pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    }
  }, 600_000);

  test('what was left off is told', async () => {
    for (const text of ['س'.repeat(1001), `a${'\u0301'.repeat(10)}`, 'ja '.repeat(5000)]) {
      const { replacedCharacters } = await service.print({ ...sampleAgreement, plan: { ...samplePlanContent, goals: [{ ...before, text }] } });
      expect(replacedCharacters).toEqual([cutShort]);
    }
  });

  test('marks of every script stop no paper: behind a figure, a letter, a character no font has, a sign of direction', async () => {
    const marks = Array.from({ length: 0x1ffff }, (_, at) => String.fromCodePoint(at)).filter((one) => /^\p{M}$/u.test(one) && covers(one.codePointAt(0) ?? 0));
    expect(marks.length).toBeGreaterThan(100);
    for (const between of ['', '😀', '\u20dd', '\uFFFD', '\u200f', '\u2067'])
      for (const language of ['ar', 'ti'] as const) {
        const text = ['1', '٣', 'a', 'س', 'ሰ', 'я', '.'].map((letter) => marks.map((one) => letter + between + one).join(' ')).join('\n');
        const { pdf: bytes } = await service.print({ ...sampleAgreement, language, plan: { ...samplePlanContent, jmdContribution: { text, translation: text } } });
        expect(bytes.length).toBeGreaterThan(0);
      }
  }, 600_000);
});
