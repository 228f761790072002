import { ORPCError } from '@orpc/server';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';

/** She has the form in her hands, or the letter is on its way: one more line in the log of the file, where she can read it. Twice is two lines. */
export const handedOver = inCases.papers.handedOver.handler(({ input: { caseId, form }, context }) => {
  const { cases, store, actor } = context;
  const { right } = loadCase(context, caseId);
  if (store.missing !== null) throw new ORPCError('STORE_READ_ONLY');
  cases.write((tx) => { tx.audit.write({ action: 'paper.handOver', record: caseId, details: { form, right } }, actor); });
  return null;
});
