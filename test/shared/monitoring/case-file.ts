/** A case file with these answers, read the way the core reads it. */
import { readCase, type CaseAnswers } from '../../../shared/cases/answers.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { EntryId, IntentId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { recordItself, type RecordState } from '../../../shared/history/state.ts';

export type Values = Readonly<Record<string, AnswerValue>>;

const hex = (digit: string) => digit.repeat(32);
export const day = (text: string) => IsoDay.parse(text);

/** `goals`: one entry each, with these answers; of another group where one is named. */
export function fileWith(values: Values, goals: readonly Values[] = [], group = 'goal'): CaseAnswers {
  const heads = (own: Values) =>
    Object.fromEntries(
      Object.entries(own).map(([field, value]) => [
        field,
        [{ intent: IntentId.parse(hex('a')), value, author: UserId.parse(hex('b')), at: '2026-01-01T00:00:00Z' }],
      ]),
    );
  const ids = goals.map((_, at) => EntryId.parse(hex(String(at))));
  const state: RecordState = {
    record: RecordId.parse(hex('c')),
    kind: 'case',
    intents: 1,
    answers: { [recordItself]: heads(values), ...Object.fromEntries(ids.map((id, at) => [id, heads(goals[at] ?? {})])) },
    entries: Object.fromEntries(
      ids.map((id, at) => [id, { group, parent: null, rank: `a${at}`, rankHeads: [], retired: false, statusHeads: [] }]),
    ),
    texts: {},
    countKeys: {},
    documents: [],
  };
  return readCase(state, undefined);
}
