import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, specs } from '../support/spec-shells.ts';

const there = readdirSync(join(import.meta.dirname, '..', 'e2e')).filter((name) => name.endsWith('.e2e.ts'));

describe('the list of window specs', () => {
  it('names every spec there is, so that none is left out unnoticed', () => {
    expect(there.filter((name) => !(name.replace('.e2e.ts', '') in specs))).toEqual([]);
  });

  it('names no spec that is gone', () => {
    expect(Object.keys(specs).filter((name) => !there.includes(`${name}.e2e.ts`))).toEqual([]);
  });

  it('runs each in one shell at least', () => {
    const run = new Set((['e2e', 'e2e-stand-in'] as const).flatMap((project) => filesOf(project, true)));
    expect(there.filter((name) => name !== 'electron.e2e.ts' && !run.has(`test/e2e/${name}`))).toEqual([]);
  });
});
