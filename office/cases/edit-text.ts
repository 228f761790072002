import { ORPCError } from '@orpc/server';
import { stateOf } from '../../shared/cases/case-decision.ts';
import { decideTextEdit } from '../../shared/cases/decide-answer.ts';
import { cleanText } from '../../shared/catalogue/clean-text.ts';
import type { EntryId, IntentId, RecordId } from '../../shared/domain/ids.ts';
import type { CaseRecord } from '../../shared/catalogue/types.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import { editsOf, makeTextEdit, makeTextEditOn } from '../../shared/history/text.ts';
import { inCases } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { actOf, isDone, presentView } from './act.ts';
import { loadCase } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

interface Place {
  readonly caseId: RecordId;
  readonly entry: EntryId | null;
  readonly field: string;
  readonly base: readonly IntentId[];
}

/** The update (base64) from the text at `base` to `text`; null when they are the same. */
function changeOf(context: CasesContext, { caseId, entry, field, base }: Place, record: CaseRecord, state: RecordState | undefined, text: string): string | null {
  const door = record === 'case' ? context.cases : context.store.desk;
  const heads = state?.texts[entry ?? recordItself]?.[field]?.heads ?? [];
  // Whoever saw all there is builds on the kept state; the way over the whole history is for the others.
  if (base.length === heads.length && heads.every((id) => base.includes(id))) {
    return makeTextEditOn(door.read((tx) => tx.histories.findText(caseId, entry, field)), text);
  }
  const intents = door.read((tx) => tx.histories.read(caseId)).map(({ intent }) => intent);
  const edits = editsOf(intents, entry, field);
  // The window may not know yet that its base is not here; such an id names nothing and builds on nothing.
  if (base.some((id) => !edits.some((edit) => edit.id === id))) throw new ORPCError('ANSWER_INVALID', { data: { reason: staleBase } });
  return makeTextEdit(edits, base, text);
}

/** The whole new text comes in, the difference is kept: what a colleague writes in the same text at the same time stays. */
export const editText = inCases.cases.editText.handler(({ input, context }) => {
  const { caseId, entry, field, base } = input;
  const act = actOf('editText', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const { record } = decidedOrThrow(decideTextEdit({ ...file, entry, field }));
  const update = changeOf(context, input, record, stateOf(file, record), cleanText(input.text));
  if (update === null) return presentView(context, caseId);
  const decided = [{ record, body: { type: 'editText', entry, field, update, base } as const }];
  return viewOfCase(context, saveCase(context, file, { action: 'case.editText', details: { field, entry }, decided, act }));
});

const staleBase = 'Dieser Text ist inzwischen ein anderer. Bitte öffnen Sie die Akte neu.';
