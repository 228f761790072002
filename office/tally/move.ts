/** She has a file now: a Kurzberatung becomes a contact of it, in one transaction, and counts where she counts. */
import { ORPCError } from '@orpc/server';
import type { CasesTx } from '../../db/contract/store.ts';
import { withRetiredCodes } from '../../shared/catalogue/in-edition.ts';
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { decideAnswers } from '../../shared/cases/decide-enter.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { asContact, genderFor } from '../../shared/tally/as-contact.ts';
import { moveTally } from '../../shared/tally/decide-tally.ts';
import { inCases } from '../base.ts';
import { type Act, actOf, isDone, presentView } from '../cases/act.ts';
import { decidedEntry } from '../cases/enter.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import { viewOfCase } from '../cases/view-of-case.ts';
import type { CasesContext } from '../context.ts';
import { markOf } from './moved.ts';
import { answersOf, findOpenTally } from './rows.ts';

export interface MovedTally {
  /** For the file: the contact, and the gender it does not know yet. */
  readonly decided: readonly Decided[];
  /** Takes the Kurzberatung out of the count; in the transaction that writes the contact. */
  readonly alongside: (tx: CasesTx) => void;
}

/** Throws ENTRY_UNKNOWN for one that was taken away or moved before. */
export function movedInto(context: CasesContext, file: CaseFile, ref: { readonly session: RecordId; readonly entry: EntryId }, act: Act): MovedTally {
  const { session, row } = findOpenTally(context, ref);
  if (row.retired) throw new ORPCError('ENTRY_UNKNOWN');
  const contact = markOf(file.caseState.record, act.entry);
  // What was chosen while it was offered moves along.
  const into = { ...file, catalogue: withRetiredCodes(file.catalogue) };
  const answers = answersOf(context, row);
  const gender = genderFor(file, answers);
  const known = gender === null ? [] : decidedOrThrow(decideAnswers({ ...into, answers: [{ ...gender, entry: null, base: [] }], today: context.options.today() }));
  return {
    decided: [...known, ...decidedEntry(context, into, asContact(answers), act)],
    alongside: (tx) => {
      tx.histories.append(ref.session, 'tally', moveTally(session, ref.entry, contact), context.actor);
      tx.audit.write({ action: 'tally.move', record: ref.session, details: { entry: ref.entry } }, context.actor);
    },
  };
}

export const moveToCase = inCases.tally.moveToCase.handler(({ input, context }) => {
  const act = actOf('tally.moveToCase', input);
  if (isDone(context, act)) return presentView(context, input.caseId);
  const file = loadCase(context, input.caseId);
  const { decided, alongside } = movedInto(context, file, input, act);
  const details = { group: 'contact', entry: act.entry };
  return viewOfCase(context, saveCase(context, file, { action: 'case.contact', details, decided, act, alongside }));
});
