import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsOf, foldWords, sortKey, wordsOf } from '../../../shared/cases/fold-words.ts';

describe('two spellings of a word are one', () => {
  test.each([
    ['Müller', 'Mueller', 'Muller', 'MÜLLER', 'mu\u0308ller'],
    ['Strauß', 'Strauss', 'STRAUẞ'],
    ['Jäger', 'Jaeger', 'Jager'],
    ['Łukasz', 'Lukasz', 'łukasz'],
    ['Ørsted', 'Oersted', 'Orsted', 'Örsted'],
    ['Đorđević', 'Dordevic'],
    ['Yıldız', 'Yildiz', 'YILDIZ'],
    ['İbrahim', 'Ibrahim', 'ibrahim'],
    ['Nguyễn', 'Nguyen'],
    ['Ţepeş', 'Țepeș', 'Tepes'],
    ['Æthel', 'Aethel', 'Äthel'],
    ['Þóra', 'Thora'],
    ['Shaʿban', 'Shaban', "Sha'ban", 'Sha’ban'],
    ['مُحَمَّد', 'محمد', 'محـمد'],
    ['Ёлка', 'Елка'],
    ['Ｍａｒｉａ', 'maria'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(foldWords(other)).toBe(foldWords(first));
  });
});

test('different names stay different', () => {
  const names = ['Amin', 'Amina', 'Mona', 'Muna', 'Sara', 'Zahra', 'Tesfaye', 'ተስፋዬ', '李'];
  expect(new Set(names.map(foldWords)).size).toBe(names.length);
});

test('the beginning of a word is the beginning of the folded word, so that searching while typing works', () => {
  const letter = fc.constantFrom(...'aeouäöüßmnłøıIİsS');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 12 }), fc.nat(12), (letters, cut) => {
      expect(foldWords(letters.join(''))).toSatisfy((whole: string) =>
        whole.startsWith(foldWords(letters.slice(0, cut).join(''))),
      );
    }),
  );
});

test.each([
  ['Ausbildungs-Platz, ab 01.08.', ['ausbildungs', 'platz', 'ab', '01', '08']],
  ['"NEAR(a b)" AND *', ['near', 'a', 'b', 'and']],
  ['\ud800 –  ', []],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each([
  ['+49 170 1234567', '01701234567'],
  ['0049 170/1234567', '01701234567'],
  ['+49 (0)170 1234567', '01701234567'],
  ['0170 - 123 45 67', '01701234567'],
  ['+43 660 123', '43660123'],
  ['0043 660 123', '43660123'],
  ['00380 67 1234567', '380671234567'],
  ['+380 67 1234567', '380671234567'],
  ['49176 12345678', '017612345678'],
  ['49 176 12', '017612'],
  ['0176–1234', '01761234'],
  ['+49–176–1234', '01761234'],
  ['Tel. 0049 176 1234', '01761234'],
  ['٠١٥٧٨٨٩٩', '01578899'],
  ['23104//0004567', '231040004567'],
  ['NI-2026-0417', '20260417'],
  ['01749123', '01749123'],
  ['+49 (4131) 758612', '04131758612'],
  ['+49 (04131) 75 86-12', '04131758612'],
  ['+49(0176)4445556', '01764445556'],
  ['+49176 – 777 888 9', '01767778889'],
  ['(+49) 176 2223334', '01762223334'],
  ['(0176) 34 56', '01763456'],
  ['keine', ''],
])('the digits of %j are %j', (text, digits) => {
  expect(digitsOf(text)).toBe(digits);
});

test('names sort as in a German directory, numbers by value', () => {
  const sort = (names: readonly string[]) => names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  expect(sort(['Zoe', 'Öztürk', 'Otto', 'ozan', 'Łukasz', 'Meier', 'Lutz'])).toEqual([
    'Łukasz',
    'Lutz',
    'Meier',
    'Otto',
    'ozan',
    'Öztürk',
    'Zoe',
  ]);
  expect(sort(['2026-10', '2026-9', '2025-100'])).toEqual(['2025-100', '2026-9', '2026-10']);
});
