/** What `eslint .` says of types, read in one program: the same in a component as in a .ts beside it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { parserOf, readsOnce } from '../../build/lint/one-program.js';

const save = 'async function save(): Promise<void> { await Promise.resolve(); }';
const files: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'ESNext', moduleResolution: 'Bundler', strict: true, types: [], allowImportingTsExtensions: true, noEmit: true }, include: ['.'] }),
  'store.ts': `export ${save}\nsave();\n`,
  'Kept.svelte': `<script lang="ts">\n  ${save}\n  save();\n</script>\n<button onclick={() => { save(); }}>Speichern</button>\n`,
  'Other.svelte': `<script lang="ts">\n  import { save } from './store.ts';\n  save();\n</script>\n`,
  'rune.svelte.ts': `${save}\nsave();\nexport const kept = 1;\n`,
};

let root: string;
let linter: Linter;
let parser: Linter.Parser;
let configs: Linter.Config[];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lotse-lint-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  linter = new Linter({ cwd: root });
  parser = parserOf(root, true);
  configs = [
    ...svelte.configs.base,
    {
      files: ['**/*.ts', '**/*.svelte'],
      plugins: { '@typescript-eslint': tseslint.plugin },
      languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root, extraFileExtensions: ['.svelte'] } },
      rules: { '@typescript-eslint/no-floating-promises': 'error' },
    },
    { files: ['**/*.ts'], ignores: ['**/*.svelte.ts'], languageOptions: { parser } },
    { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser } } },
  ];
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function complaints(name: string, text = readFileSync(join(root, name), 'utf8')): readonly string[] {
  return linter.verify(text, configs, { filename: join(root, name) }).map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
}

const forgotten = '@typescript-eslint/no-floating-promises';

describe('a promise nobody waits for', () => {
  it.each([
    ['store.ts', [`2 ${forgotten}`]],
    ['rune.svelte.ts', [`2 ${forgotten}`]],
    ['Kept.svelte', [`3 ${forgotten}`, `5 ${forgotten}`]],
    ['Other.svelte', [`3 ${forgotten}`]],
  ])('is found in %s', (name, found) => {
    expect(complaints(name)).toEqual(found);
  });

  it('is found in a text that is not the one on the disk, as an editor has it', () => {
    expect(complaints('Kept.svelte', `${files['Kept.svelte'] ?? ''}<p>{save()}</p>\n`)).toEqual([`3 ${forgotten}`, `5 ${forgotten}`]);
    expect(complaints('store.ts', `${files['store.ts'] ?? ''}void save();\nsave();\n`)).toEqual([`2 ${forgotten}`, `4 ${forgotten}`]);
  });
});

it('both kinds of files are read in the same program', () => {
  const ofComponents = svelte.configs.base.flatMap(({ languageOptions }) => languageOptions?.parser ?? [])[0];
  const programOf = (name: string, by: unknown): unknown => {
    const read = by as { parseForESLint(text: string, options: object): { readonly services: { readonly program?: unknown } } };
    return read.parseForESLint(files[name] ?? '', { parser, project: './tsconfig.json', tsconfigRootDir: root, extraFileExtensions: ['.svelte'], filePath: join(root, name) }).services.program;
  };
  const program = programOf('store.ts', parser);
  expect(program).toBeDefined();
  for (const name of ['Kept.svelte', 'Other.svelte', 'rune.svelte.ts']) expect(programOf(name, ofComponents) === program).toBe(true);
});

it('only a run that reads every file once keeps one program, and one that mends them does not', () => {
  const eslint = ['node', ['', 'lotse', 'node_modules', 'eslint', 'bin', 'eslint.js'].join(sep)];
  expect(readsOnce([...eslint, '.'])).toBe(true);
  expect(readsOnce([...eslint, '--fix', '.'])).toBe(false);
  expect(readsOnce(['node', 'eslintServer.js'])).toBe(false);
});
