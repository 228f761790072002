/** Two copies of Yjs in one program do not know each other's documents: there is one, and windows have none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

test('the lockfile installs exactly one Yjs', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> };
  expect(Object.keys(packages).filter((name) => /(^|\/)node_modules\/yjs$/.test(name))).toEqual(['node_modules/yjs']);
});

test('no window imports it, directly or through what it shares', () => {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    // Types are gone when a window is built.
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+)'/gm)) {
      const target = join(file, '..', path);
      if (/\.(ts|svelte)$/.test(target)) follow(target);
    }
  };
  const windows = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name));
  for (const name of windows) follow(join(root, 'renderer', name));

  expect(reached.size).toBeGreaterThan(windows.length);
  expect([...reached].filter((file) => /from 'yjs'/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
