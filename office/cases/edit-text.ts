import { ORPCError } from '@orpc/server';
import { stateOf } from '../../shared/cases/case-decision.ts';
import { decideTextEdit } from '../../shared/cases/decide-answer.ts';
import { cleanText } from '../../shared/catalogue/clean-text.ts';
import { namesOfField, textNameOf } from '../../shared/catalogue/in-edition.ts';
import type { EntryId, IntentId, RecordId } from '../../shared/domain/ids.ts';
import type { Field } from '../../shared/catalogue/types.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import { type EditTextBody, editsOf, makeTextEdit, makeTextEditOn } from '../../shared/history/text.ts';
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
  /** Where the words stand: the name of the field, or one it had, see [Note: editions]. */
  readonly name: string;
  readonly base: readonly IntentId[];
}

type Door = CasesContext['cases'] | CasesContext['store']['desk'];

/** The update (base64) from the text at `base` to `text`; null when they are the same. `heads`: of all there is of the text. */
function changeOf(door: Door, { caseId, entry, name, base }: Place, heads: readonly IntentId[], text: string): string | null {
  // Whoever saw all there is builds on the kept state; the way over the whole history is for the others.
  if (base.length === heads.length && heads.every((id) => base.includes(id))) {
    return makeTextEditOn(door.read((tx) => tx.histories.findText(caseId, entry, name)), text);
  }
  const intents = door.read((tx) => tx.histories.read(caseId)).map(({ intent }) => intent);
  const edits = editsOf(intents, entry, name);
  // The window may not know yet that its base is not here; such an id names nothing and builds on nothing.
  if (base.some((id) => !edits.some((edit) => edit.id === id))) throw new ORPCError('ANSWER_INVALID', { data: { reason: staleBase } });
  return makeTextEdit(edits, base, text);
}

/** The whole new text comes in, the difference is kept: what a colleague writes in the same text at the same time stays. */
export const editText = inCases.cases.editText.handler(({ input, context }) => {
  const { caseId, entry, field: id, base } = input;
  const act = actOf('editText', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const { field, record } = decidedOrThrow(decideTextEdit({ ...file, entry, field: id }));
  const door = record === 'case' ? context.cases : context.store.desk;
  const stored = field.formerly === undefined ? stateOf(file, record) : door.read((tx) => tx.histories.find(caseId));
  const name = textNameOf(field, stored, entry);
  const heads = stateOf(file, record)?.texts[entry ?? recordItself]?.[id]?.heads ?? [];
  const update = changeOf(door, { caseId, entry, name, base }, heads, cleanText(input.text));
  if (update === null) return presentView(context, caseId);

  const edits = [{ type: 'editText', entry, field: name, update, base } as const, ...emptiedTexts(door, { caseId, entry, name, base }, field, stored)];
  const decided = edits.map((body) => ({ record, body }));
  return viewOfCase(context, saveCase(context, file, { action: 'case.editText', details: { field: id, entry }, decided, act }));
});

/** Of two texts under two names, which stood one below the other, one is left. */
function emptiedTexts(door: Door, { caseId, entry, name, base }: Place, field: Field, stored: RecordState | undefined): readonly EditTextBody[] {
  return namesOfField(field).flatMap((other) => {
    const state = other === name ? undefined : stored?.texts[entry ?? recordItself]?.[other];
    if (state === undefined || state.text === '' || !state.heads.every((head) => base.includes(head))) return [];
    const update = makeTextEditOn(door.read((tx) => tx.histories.findText(caseId, entry, other)), '');
    return update === null ? [] : [{ type: 'editText', entry, field: other, update, base: [...state.heads] } as const];
  });
}

const staleBase = 'Dieser Text ist inzwischen ein anderer. Bitte öffnen Sie die Akte neu.';
