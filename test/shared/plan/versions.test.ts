import { describe, expect, it } from 'vitest';
import { versionsOf } from '../../../renderer/office/plan/changes.svelte.ts';
import { contentsOfNumber } from '../../../shared/plan/versions.ts';
import type { KeptDocumentView } from '../../../shared/rpc/case.views.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];

describe('two PCs that could not see each other both made version 2', () => {
  const kept = [
    { version: 1, plan: 'c'.repeat(64), at: '2026-02-01T09:00:00.000Z' },
    { version: 2, plan: second, at: '2026-02-03T11:00:00.000Z' },
    { version: 2, plan: first, at: '2026-02-03T09:00:00.000Z' },
    { version: 2, plan: second, at: '2026-02-04T09:00:00.000Z' },
  ];

  it('and both are told apart, in the order in which they were made, on every PC', () => {
    for (const order of [kept, kept.toReversed()]) {
      const contentOf = contentsOfNumber(order);
      expect([{ version: 1, plan: 'c'.repeat(64) }, { version: 2, plan: first }, { version: 2, plan: second }].map(contentOf)).toEqual([1, 1, 2]);
    }
  });

  it('and both can be compared', () => {
    const contentOf = contentsOfNumber(kept);
    const views = kept.map((one, index) => ({ ...one, content: contentOf(one), attachment: String(index), day: one.at.slice(0, 10), comparable: true }) as unknown as KeptDocumentView);
    expect(versionsOf(views).map(({ number, content, attachment }) => [number, content, attachment])).toEqual([[2, 2, '1'], [2, 1, '2'], [1, 1, '0']]);
  });
});
