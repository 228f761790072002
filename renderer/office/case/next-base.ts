/** Which heads the next answer of the same person replaces. */
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import type { IntentId } from '../../../shared/domain/ids.ts';
import type { HeadView } from '../../../shared/rpc/case.views.ts';
import { sameAnswer } from './answer-text.ts';

/**
 * Heads that `sent` left behind and that its author knows of: her own answer and what she had before her eyes. A statement of
 * somebody else that arrived meanwhile is not among them, so that the next answer does not silently replace it.
 */
export function nextBase(
  before: readonly HeadView[],
  after: readonly HeadView[],
  base: readonly IntentId[],
  sent: AnswerValue,
): readonly IntentId[] {
  if (after.length <= 1) return after.map((head) => head.intent);
  const fresh = after.filter((head) => !before.some((old) => old.intent === head.intent));
  const own = fresh.find((head) => sameAnswer(head.value, sent)) ?? fresh[0];
  return after.filter((head) => head === own || base.includes(head.intent)).map((head) => head.intent);
}
