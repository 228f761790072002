import { forgottenAmong } from '../../db/erase/erase.ts';
import { inCases, stillOpen } from '../base.ts';
import { forgetRecords } from '../forgetting/erase-records.ts';
import { loadOwnNote, ownNotes, refuseHeld } from './notes.ts';
import { loadCase } from '../cases/load-case.ts';

/** Gone for good when this returns: key, bytes, and what the log said of it. */
export const remove = inCases.workNotes.remove.handler(async ({ input, context }) => {
  const { caseId, note } = input;
  loadCase(context, caseId);
  if (forgottenAmong(context.store, [note]).size === 0) {
    loadOwnNote(context, caseId, note);
    refuseHeld(context, caseId);
    await forgetRecords(context, [note], 'retention');
    stillOpen(context);
  }
  return ownNotes(context, caseId);
});
