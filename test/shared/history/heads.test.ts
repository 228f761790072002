import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntentId } from '../../../shared/domain/ids.ts';
import { headsOf, type Step } from '../../../shared/history/heads.ts';

const step = (id: string, ...base: string[]): Step => ({ id: id as IntentId, base: base as IntentId[] });
const names = (steps: readonly Step[]): string => headsOf(steps).heads.map(({ id }) => id as string).join('');

const histories: readonly (readonly [what: string, steps: readonly Step[], heads: string, ring: boolean])[] = [
  ['nothing', [], '', false],
  ['one after the other', [step('a'), step('b', 'a')], 'b', false],
  ['two apart', [step('a'), step('b', 'a'), step('c', 'a')], 'bc', false],
  ['a step that names itself', [step('a', 'a')], 'a', false],
  ['a ring', [step('a', 'b'), step('b', 'a')], 'ab', true],
  ['a ring beside an answer', [step('a', 'b'), step('b', 'a'), step('c')], 'abc', true],
  ['a ring of three that names an answer', [step('a', 'b'), step('b', 'c'), step('c', 'a', 'd'), step('d')], 'abcd', true],
  ['a ring that somebody answered', [step('a', 'b'), step('b', 'a'), step('c', 'a')], 'c', false],
];

describe('the heads of a field', () => {
  it.each(histories)('%s', (_what, steps, heads, ring) => {
    expect(names(steps)).toBe(heads);
    expect(headsOf(steps).ring).toBe(ring);
  });

  it('hide no step behind any bases, and are the same in any order', () => {
    const letters = [...'abcdef'];
    const anyBases = fc.array(fc.subarray(letters), { minLength: 1, maxLength: letters.length });
    fc.assert(
      fc.property(anyBases.chain((bases) => fc.tuple(fc.constant(bases), fc.shuffledSubarray(bases.map((_, i) => i), { minLength: bases.length }))), ([bases, order]) => {
        const steps = bases.map((base, i) => step(letters[i] ?? '', ...base));
        const heads = names(steps);
        expect(names(order.flatMap((i) => steps[i] ?? []))).toBe(heads);

        const shown = new Set(heads);
        for (let size = -1; size !== shown.size; ) {
          size = shown.size;
          for (const { id, base } of steps) if (shown.has(id)) for (const below of base) shown.add(below);
        }
        for (const { id } of steps) expect(shown.has(id)).toBe(true);
      }),
    );
  });
});
