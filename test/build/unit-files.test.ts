import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alone, together } from '../support/unit-files.ts';

const root = join(import.meta.dirname, '..', '..');

it('whoever has a process of its own for a reason is there', () => {
  expect(Object.keys(alone).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

it('every file that shares its process is there, and has no reason to be alone', () => {
  expect(together().length).toBeGreaterThan(100);
  expect(together().filter((file) => file in alone || !existsSync(join(root, file)))).toEqual([]);
});

it('none that shares its process changes what passwords cost there', () => {
  expect(together().filter((file) => /from '.*\/full-argon2\.ts'/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
