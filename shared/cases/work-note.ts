/** A persönliche Arbeitsnotiz: a record of its own, under a key of its own. Its author reads it and nobody else; it deletes itself. */
import type { AnswerValue } from '../domain/answer.ts';
import { addDays, IsoDay } from '../domain/day.ts';
import { RecordId, type UserId } from '../domain/ids.ts';
import { basesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import { recordItself, type Head, type RecordState } from '../history/state.ts';

/** Days after the day it was written; changing it gives no more. */
export const noteDays = 30;

const fields = { case: 'note.case', writtenOn: 'note.written_on', text: 'note.text' } as const;

export interface WorkNote {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly author: UserId;
  /** When it was written, RFC 3339; for the order on the page. */
  readonly at: string;
  readonly text: string;
  readonly writtenOn: IsoDay;
  readonly deleteOn: IsoDay;
}

export function newNote(caseId: RecordId, text: string, today: IsoDay): readonly IntentBody[] {
  const answer = (field: string, value: AnswerValue): IntentBody => ({ type: 'answer', entry: null, field, value, base: [] });
  return [{ type: 'createRecord' }, answer(fields.case, caseId), answer(fields.writtenOn, today), answer(fields.text, text)];
}

/** null when it says that already. */
export function changedNote(state: RecordState, text: string): IntentBody | null {
  const said = headsOf(state, fields.text);
  if (said.length === 1 && said[0]?.value === text) return null;
  return { type: 'answer', entry: null, field: fields.text, value: text, base: basesFor(state, null, fields.text) };
}

/** null for a record of another kind, and for one of which only a part is here yet. */
export function readNote(state: RecordState): WorkNote | null {
  const [beside] = headsOf(state, fields.case);
  const caseId = RecordId.safeParse(beside?.value);
  const writtenOn = IsoDay.safeParse(headsOf(state, fields.writtenOn)[0]?.value);
  if (state.kind !== 'note' || beside === undefined || !caseId.success || !writtenOn.success) return null;
  // Changed on two PCs apart from each other: both.
  const texts = headsOf(state, fields.text).map(({ value }) => (typeof value === 'string' ? value : ''));
  return {
    id: state.record,
    caseId: caseId.data,
    author: beside.author,
    at: beside.at,
    text: texts.join('\n\n'),
    writtenOn: writtenOn.data,
    deleteOn: addDays(writtenOn.data, noteDays),
  };
}

function headsOf(state: RecordState, field: string): readonly Head[] {
  return state.answers[recordItself]?.[field] ?? [];
}
