import { exportCase } from '../../shared/cases/export-case.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { loadCase } from './load-case.ts';

/** Everything held about the young person as JSON; that somebody took a copy is logged. */
export const exportCaseFile = inCases.cases.export.handler(({ input, context }) => {
  const { catalogue, caseState, person, right } = loadCase(context, input.caseId);
  logReading(context, { action: 'case.export', record: input.caseId, details: { right } });
  const text = JSON.stringify(exportCase(catalogue, caseState, person), null, 2);
  return new Blob([text], { type: 'application/json' });
});
