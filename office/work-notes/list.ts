import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { ownNotes } from './notes.ts';

/** Looking at one's own note is not logged: nobody else can look at all. */
export const list = inCases.workNotes.list.handler(({ input, context }) => {
  loadCase(context, input.caseId);
  return ownNotes(context, input.caseId);
});
