import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requirements as foundations, type Proof, type Requirement } from '../requirements.ts';
import { shellRequirements } from '../requirements-shell.ts';

const root = join(import.meta.dirname, '..', '..');

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `R${String(from + index).padStart(2, '0')}`);
}

const requirements = [...foundations, ...shellRequirements].sort((a, b) => a.id.localeCompare(b.id));

/** What foundations and shell answer for; the others come with what they are about. */
const expected = [...range(1, 40), ...range(50, 58), ...range(70, 75), 'R77'];

const cache = new Map<string, ReadonlySet<string>>();

/** Titles as they stand in the source: of a single test, and of a table of cases with its placeholders. */
function titlesIn(file: string): ReadonlySet<string> {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const path = join(root, file);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const call = /(?:\b(?:test|it)(?:\.[a-zA-Z]+)*(?:\([^\n]*?\))?|\]\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g;
  const titles = new Set([...source.matchAll(call)].map(([, , title = '']) => title.replaceAll("\\'", "'")));
  cache.set(file, titles);
  return titles;
}

function isMissing({ file, title }: Proof): boolean {
  return !titlesIn(file).has(title);
}

/** What a table cell may hold. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function shownBy({ tests, handCheck, measured, amended }: Requirement): string {
  const files = Map.groupBy(tests, ({ file }) => file);
  const lines = [...files].map(([file, proofs]) => `\`${file}\`: ${proofs.map(({ title }) => `"${cell(title)}"`).join(' · ')}`);
  if (measured !== undefined) lines.push(`*time:* \`npm run bench\` measures ${measured.stages.map((stage) => `"${cell(stage)}"`).join(', ')} (\`${measured.file}\`)`);
  if (amended !== undefined) lines.push(`*amended:* ${cell(amended)}`);
  if (handCheck !== undefined) lines.push(`*by hand:* [unverified](unverified.md), "${cell(handCheck)} …"`);
  return lines.join('<br>');
}

function page(): string {
  const rows = requirements.map((requirement) => `| ${requirement.id} | ${requirement.priority} | ${cell(requirement.says)} | ${shownBy(requirement)} |`);
  return `# Requirements of foundations and desktop shell, and the tests that show them

Made from \`test/requirements.ts\` and \`test/requirements-shell.ts\` and checked by a test: each title stands in its file exactly so. \`%s\` and \`$name\` are places in a table of cases.
A: must hold. B: should. Run one with \`npx vitest run --project unit FILE -t "TITLE"\`.

| | | requirement | shown by |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

describe('the table of requirements', () => {
  it('has every requirement of foundations and shell once, in order', () => {
    expect(requirements.map(({ id }) => id)).toEqual(expected);
  });

  it('names tests that exist under exactly that title', () => {
    const missing = requirements.flatMap(({ id, tests }) => tests.filter(isMissing).map(({ file, title }) => `${id} ${file} "${title}"`));
    expect(missing).toEqual([]);
  });

  it('shows each by a test, or says who has to look by hand', () => {
    const unverified = readFileSync(join(root, 'docs', 'unverified.md'), 'utf8');
    for (const { id, tests, handCheck } of requirements) {
      if (handCheck === undefined) expect(tests, id).not.toEqual([]);
      else expect(unverified, id).toContain(`| ${handCheck}`);
    }
  });

  it('names stages that the bench measures', () => {
    const named = requirements.flatMap(({ id, measured }) => (measured === undefined ? [] : measured.stages.map((stage) => ({ id, file: measured.file, stage }))));
    expect(named.filter(({ file, stage }) => !readFileSync(join(root, file), 'utf8').includes(stage))).toEqual([]);
  });

  it('is the page docs/requirements.md', async () => {
    await expect(page()).toMatchFileSnapshot(join(root, 'docs', 'requirements.md'));
  });
});
