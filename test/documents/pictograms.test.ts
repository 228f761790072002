/** The drawings beside the steps: one for each code, ours, and nothing in them but lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resourceFolder } from '../../documents/resources.ts';
import { pictograms } from '../../shared/plan/pictograms.ts';

const folder = join(resourceFolder(), 'pictograms');

test('each code has one, and there is no other', () => {
  expect(readdirSync(folder).sort()).toEqual(pictograms.map(([code]) => `${code}.svg`).sort());
});

describe.each(pictograms)('the drawing %s', (code) => {
  const svg = readFileSync(join(folder, `${code}.svg`), 'utf8');

  test('is black lines of one width on a square, without text, colour, picture or link', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 48 48" fill="none" stroke="#000" stroke-width="2\.5" [^>]*>(?:<(?:path d|circle cx)="[\d. a-zA-Z-]+"[^<>]*\/>)+<\/svg>\n$/);
    expect(svg).not.toMatch(/<(?:text|image|use|style|script|a)\b|href|url\(|fill="#/);
  });
});
