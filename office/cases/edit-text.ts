import { ORPCError } from '@orpc/server';
import { decideTextEdit } from '../../shared/cases/decide-answer.ts';
import { cleanText } from '../../shared/catalogue/clean-text.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Intent, RecordKind } from '../../shared/history/intent.ts';
import { editsOf, makeTextEdit } from '../../shared/history/text.ts';
import { inCases } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { loadCase } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

function historyOf({ cases, store }: CasesContext, record: RecordId, kind: RecordKind): readonly Intent[] {
  const door = kind === 'case' ? cases : store.desk;
  return door.read((tx) => tx.histories.read(record)).map(({ intent }) => intent);
}

/** The whole new text comes in, the difference is kept: what a colleague writes in the same text at the same time stays. */
export const editText = inCases.cases.editText.handler(({ input, context }) => {
  const { caseId, entry, field, base } = input;
  const file = loadCase(context, caseId);
  const { record } = decidedOrThrow(decideTextEdit({ ...file, entry, field }));
  const edits = editsOf(historyOf(context, caseId, record), entry, field);
  // The window may not know yet that its base is not here; such an id names nothing and builds on nothing.
  if (base.some((id) => !edits.some((edit) => edit.id === id))) throw new ORPCError('ANSWER_INVALID', { data: { reason: staleBase } });
  const update = makeTextEdit(edits, base, cleanText(input.text));
  if (update === null) return viewOfCase(context, file);
  const decided = [{ record, body: { type: 'editText', entry, field, update, base } as const }];
  return viewOfCase(context, saveCase(context, file, { action: 'case.editText', details: { field, entry }, decided }));
});

const staleBase = 'Dieser Text ist inzwischen ein anderer. Bitte öffnen Sie die Akte neu.';
