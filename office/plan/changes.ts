import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import type { AttachmentId } from '../../shared/domain/ids.ts';
import { planChanges } from '../../shared/plan/changes.ts';
import { readKeptPlan } from '../../shared/plan/kept-plan.ts';
import { readPlan } from '../../shared/plan/read-plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { fileWithPapers, keptPaper } from './kept.ts';

/** The words a kept paper was made of. Throws where it has none, or none this program can read. */
function planOf(context: CasesContext, file: CaseFile, attachment: AttachmentId): Plan {
  const { data } = keptPaper(file, attachment);
  if (data === undefined) throw new ORPCError('PLAN_VERSION_WITHOUT_DATA');
  const bytes = context.cases.read((tx) => tx.histories.readBytes(file.caseState.record, data));
  if (bytes === undefined) throw new ORPCError('ATTACHMENT_NOT_FOUND');
  const plan = readKeptPlan(bytes);
  if (plan === null) throw new ORPCError('PLAN_VERSION_WITHOUT_DATA');
  return plan;
}

export const changes = inCases.plan.changes.handler(({ input, context }) => {
  const { caseId, from, to } = input;
  const file = fileWithPapers(context, caseId);
  const newer = to === null ? readPlan(readCase(file.caseState, file.person)) : planOf(context, file, to);
  const found = planChanges(planOf(context, file, from), newer);
  logReading(context, { action: 'plan.changes', record: caseId, details: { right: file.right } });
  return found;
});
