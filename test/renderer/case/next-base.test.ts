import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { IntentId } from '../../../shared/domain/ids.ts';
import type { HeadView } from '../../../shared/rpc/case.views.ts';
import { nextBase } from '../../../renderer/office/case/next-base.ts';

const head = (id: string, value: AnswerValue): HeadView => ({ intent: id as IntentId, value, authorName: 'Meltem', at: '2026-11-21T10:00:00Z' });
const old = head('old', 'A');
const mine = head('mine', 'B');
const theirs = head('theirs', 'C');

describe('the base of the next answer', () => {
  it.each([
    { name: 'is the own answer where nobody else spoke', before: [old], after: [mine], base: ['old'], result: ['mine'] },
    { name: 'leaves out a statement that arrived meanwhile', before: [old], after: [mine, theirs], base: ['old'], result: ['mine'] },
    { name: 'leaves out a statement that stood there unseen', before: [theirs], after: [theirs, mine], base: [], result: ['mine'] },
    { name: 'is nothing where nothing stands', before: [], after: [], base: [], result: [] },
  ])('$name', ({ before, after, base, result }) => {
    expect(nextBase(before, after, base as IntentId[], 'B')).toEqual(result);
  });

  it('finds the own answer also when the core tidied it', () => {
    expect(nextBase([theirs], [theirs, mine], [], 'B  ')).toEqual(['mine']);
  });
});
