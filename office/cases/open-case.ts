import { inCases } from '../base.ts';
import { loadCase } from './load-case.ts';
import { viewOfCase } from './view-of-case.ts';

/** Reading is logged too: the young person may ask who looked. */
export const openCase = inCases.cases.open.handler(({ input, context }) => {
  const file = loadCase(context, input.caseId);
  context.cases.write((tx) => tx.audit.write({ action: 'case.open', record: input.caseId, details: {} }, context.actor));
  return viewOfCase(context, file);
});
