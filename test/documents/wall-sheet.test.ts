/** The wall sheet as it is drawn: folds free, boxes large, everything there in black and white. */
import { describe, expect, test } from 'vitest';
import type { WallPaper } from '../../shared/plan/papers.ts';
import { createPrinter } from '../../documents/render.ts';
import { canDraw, drawnPage } from '../support/drawn-page.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleWall } from '../support/sample-plan.ts';
import { wallOf } from './support/papers.ts';

const { print } = await createPrinter();
const words = { text: 'Bei der Sprachschule anmelden und das Zeugnis mitnehmen', translation: 'أذهب كل ثلاثاء إلى مقهى اللغة' };
const textOf = async (paper: WallPaper): Promise<string> => (await readPdf(print(paper).pdf)).text.replaceAll(/\s+/g, ' ');

describe.skipIf(!canDraw)('drawn', () => {
  const sheets: readonly (readonly [string, WallPaper])[] = [
    ['the sample', sampleWall],
    ['five steps in two languages', wallOf('ar', 5, words)],
    ['overlong words', wallOf('ti', 5, { text: 'W'.repeat(200), translation: 'ሓ'.repeat(200) })],
    ['nothing agreed yet', { ...sampleWall, firstName: '', steps: [], achieved: [], appointment: null, moreSteps: 0 }],
  ];

  test.each(sheets)('%s: nothing lies within 3 mm of a fold but its marks at the edge', (_name, paper) => {
    const dpi = 72;
    const { width, height, grey } = drawnPage(print(paper).pdf, dpi);
    const mm = dpi / 25.4;
    const dark: [number, number][] = [];
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const byFold = Math.abs(x + 0.5 - width / 2) < 3 * mm || Math.abs(y + 0.5 - height / 2) < 3 * mm;
        const atEdge = Math.min(x, y, width - 1 - x, height - 1 - y) < 4 * mm;
        if (byFold && !atEdge && (grey[y * width + x] ?? 255) < 250) dark.push([x, y]);
      }
    expect(dark).toEqual([]);
  });
});

test('says first what is done, then the appointment, then what is next', async () => {
  const text = await textOf(sampleWall);
  const places = ['für Amira', 'Ich werde Elektrikerin.', 'Geschafft!', 'Mein nächster Termin', 'Donnerstag', '12.02.2026', 'um 14:30 Uhr', 'Jonas', '05555 123-457', 'Das mache ich als Nächstes', 'Fahrkarte klären', 'Bis wann: Freitag, 27.02.2026'].map((said) => text.indexOf(said));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('speaks to her as was chosen, in both languages', async () => {
  expect(await textOf({ ...sampleWall, language: 'fr', address: 'du' })).toContain('Sag mir bitte Bescheid.');
  const formal = await textOf({ ...sampleWall, language: 'fr', address: 'sie' });
  expect(formal).toContain('Sagen Sie mir bitte Bescheid.');
  expect(formal).not.toMatch(/\b(?:tu|ton|Ruf)\b/i);
});

test('says how many steps more there are, also of those that were too many for the page', async () => {
  expect(await textOf({ ...wallOf('de', 40, words), moreSteps: 2 })).toContain('Weitere Schritte: 37');
  expect(await textOf({ ...sampleWall, moreSteps: 0 })).not.toContain('Weitere Schritte');
});

test('a text too long for the page ends in three dots, and is still a page', async () => {
  const text = await textOf(wallOf('de', 5, { text: 'Wort '.repeat(200).trim(), translation: '' }));
  expect(text).toContain('…');
});

test('nothing of the office, its carrier or the programme stands on it but the place of the appointment, and that the JMD takes on a step where it does', async () => {
  const text = await textOf({ ...sampleWall, appointment: { ...sampleWall.appointment, day: sampleWall.day, time: '10:00', place: 'school' } });
  const others = sampleWall.steps.filter(({ who }) => who.role !== 'jmd_staff');
  const hers = await textOf({ ...sampleWall, appointment: { ...sampleWall.appointment, day: sampleWall.day, time: '10:00', place: 'school' }, steps: others });
  expect([sampleWall.steps.length > others.length, others.length > 0]).toEqual([true, true]);
  expect(text).not.toMatch(/Sozialwerk|Gefördert|nordheide/i);
  expect(hers).not.toMatch(/JMD|Sozialwerk|Gefördert|nordheide/i);
});
