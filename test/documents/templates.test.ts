/** What a template may not do, so that the same data is the same paper on every PC. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resourceFolder } from '../../documents/resources.ts';

const folder = join(resourceFolder(), 'templates');
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.typ'));

test('there are those of every paper', () => {
  expect(templates).toEqual(expect.arrayContaining(['agreement.typ', 'wall.typ', 'slip.typ', 'sheet.typ']));
});

describe.each(templates)('the template %s', (name) => {
  const source = readFileSync(join(folder, name), 'utf8').replaceAll(/\/\/.*/g, '');

  test.each([
    ['asks for today', /datetime\s*\.\s*today/],
    ['imports or includes anything but a part of ours', /#?\binclude\b|\bimport\b(?! "(?:parts\/)?[a-z-]+\.typ")/],
    ['reads anything but the data, the words and pictures the data names', /\bimage\s*\(\s*["(]|\b(?:read|csv|yaml|toml|xml|cbor|bibliography|plugin)\s*\(|json\s*\((?!"(?:data|words)\.json"\))/],
    ['runs code out of the data', /\beval\s*\(/],
    ['lets Typst look for another font', /fallback:\s*true/],
  ])('never %s', (_what, pattern) => {
    expect(source).not.toMatch(pattern);
  });
});

test.each(templates.filter((name) => !name.startsWith('parts')))('the template %s sets title, date, language and fonts', (name) => {
  const source = readFileSync(join(folder, name), 'utf8');
  expect(source).toMatch(/#set document\([^#]*title:[^#]*date: datetime\(/);
  expect(source).toMatch(/#set text\(font: \([^)]+\), fallback: false, lang: paper\.language/);
});
