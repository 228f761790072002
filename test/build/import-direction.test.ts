import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { importDirection } from '../../build/lint/import-direction.js';

const root = process.cwd();

function complaints(file: string, code: string): string[] {
  const linter = new Linter({ cwd: root });
  const config = {
    files: ['**/*.ts'],
    plugins: { house: { rules: { 'import-direction': importDirection } } },
    rules: { 'house/import-direction': 'error' },
  } as unknown as Linter.Config;
  return linter.verify(code, [config], { filename: join(root, file) }).map((m) => m.message);
}

describe('imports point one way', () => {
  it.each([
    ['shared/cases/a.ts', "import { x } from '../../db/store.ts';", 1],
    ['shared/cases/a.ts', "import { x } from '../domain/day.ts';", 0],
    ['db/store.ts', "import { x } from '../shared/domain/day.ts';", 0],
    ['db/store.ts', "import { x } from '../office/core.ts';", 1],
    ['renderer/office/a.ts', "import { x } from '../../shared/crypto/sodium.ts';", 1],
    ['renderer/office/a.ts', "export * from '../../office/core.ts';", 1],
    ['collector/server.ts', "const x = await import('../db/store.ts');", 1],
    ['collector/server.ts', "import { x } from '../documents/contract.ts';", 0],
    ['cli/main.ts', "import { x } from '../db/store.ts';", 1],
    ['office/core.ts', "import { app } from 'electron';", 1],
    ['electron/main.ts', "import { app } from 'electron';", 0],
    ['test/db/a.test.ts', "import { x } from '../../db/store.ts';", 0],
  ])('%s with %s gives %i complaint(s)', (file, code, expected) => {
    expect(complaints(file, code)).toHaveLength(expected);
  });
});
