import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectorErrors } from '../../collector/errors.ts';
import type { ErrorText } from '../../shared/messages/error-text.ts';
import { errorAreas } from '../../shared/messages/errors.ts';

const root = join(import.meta.dirname, '..', '..');
const areaNames = ['session', 'store', 'case', 'documents', 'monitoring', 'sending to the central server', 'command line', 'desktop shell', 'updates', 'legal clock'];
const areas: Readonly<Record<string, Readonly<Record<string, ErrorText>>>> = {
  ...Object.fromEntries(errorAreas.map((texts, at) => [areaNames[at] ?? '', texts])),
  'central server': collectorErrors,
};
const known = new Set(Object.values(areas).flatMap((texts) => Object.keys(texts)));

function page(): string {
  const sections = Object.entries(areas).map(([area, texts]) => {
    const rows = Object.entries(texts).map(([code, { text, advice }]) => `| \`${code}\` | ${text} | ${advice} |`);
    return `## ${area}\n\n| code | what happened | what to do |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Errors\n\nEvery code a person can meet, with what she reads. Codes are stable; the page is made from \`shared/messages/errors\` and checked by a test.\n\n${sections.join('\n')}`;
}

/** Codes that the sources raise by name. */
function raisedCodes(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['db', 'office', 'collector', 'cli', 'documents', 'shared', 'electron']) {
    // What the central server answers over HTTP has titles of its own, for programs.
    const classes = folder === 'collector' ? 'CollectorError' : 'ORPCError|StoreError|Refused|DocumentError|UpdateError|ShellError';
    const raise = new RegExp(`new (?:${classes})\\(\\s*'([A-Z][A-Z_]+)'`, 'g');
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const file = join(entry.parentPath, entry.name);
      for (const [, code] of readFileSync(file, 'utf8').matchAll(raise)) if (code !== undefined) found.set(code, file.slice(root.length + 1));
    }
  }
  return found;
}

describe('the catalogue of errors', () => {
  it('is the page docs/errors.md', async () => {
    await expect(page()).toMatchFileSnapshot(join(root, 'docs', 'errors.md'));
  });

  it('has text and advice for every code the program raises', () => {
    const raised = raisedCodes();
    expect(raised.size).toBeGreaterThan(30);
    expect([...raised].filter(([code]) => !known.has(code))).toEqual([]);
  });

  it('tells each code what happened and what to do, in whole sentences', () => {
    for (const texts of Object.values(areas))
      for (const [code, { text, advice }] of Object.entries(texts)) {
        expect.soft(text, code).toMatch(/^[A-ZÄÖÜ„].*[.!?]$/s);
        expect.soft(advice, code).toMatch(/^[A-ZÄÖÜ„].*[.!?“]$/s);
      }
  });
});
