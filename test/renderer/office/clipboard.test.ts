import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Windows keep a history of the clipboard: what was copied there outlives every lock. */
const ways = /navigator\s*\.\s*clipboard|clipboardData\s*\.\s*setData|execCommand|ClipboardItem|ClipboardEvent/;

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|ts)$/.test(name));

it('R13: no code of a window writes to the clipboard', () => {
  const guilty = files.filter((name) => ways.test(readFileSync(join(renderer, name), 'utf8')));

  expect(files.length).toBeGreaterThan(100);
  expect(guilty).toEqual([]);
});

it.each(['navigator.clipboard.writeText(name)', "document.execCommand('copy')", "event.clipboardData.setData('text/plain', name)"])('R13: would find %s', (code) => {
  expect(ways.test(code)).toBe(true);
});
