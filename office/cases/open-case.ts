import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from './load-case.ts';
import { viewOfCase } from './view-of-case.ts';

export const openCase = inCases.cases.open.handler(({ input, context }) => {
  const file = loadCase(context, input.caseId);
  logReading(context, { action: 'case.open', record: input.caseId, details: { right: file.right } });
  return viewOfCase(context, file);
});
