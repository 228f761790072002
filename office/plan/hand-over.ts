import { decideAnswer } from '../../shared/cases/decide-answer.ts';
import { basesFor } from '../../shared/history/base-of.ts';
import { paperKind } from '../../shared/plan/versions.ts';
import { inCases } from '../base.ts';
import { actOf, isDone, presentView } from '../cases/act.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import { viewOfCase } from '../cases/view-of-case.ts';
import { keptPaper } from './kept.ts';

const field = 'integration_plan.handover';

/** She has the paper in her hands, or did not want it. The log says which one. */
export const handedOver = inCases.plan.handedOver.handler(({ input, context }) => {
  const { caseId, attachment, outcome } = input;
  const act = actOf('handedOver', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const document = keptPaper(file, attachment);
  const base = basesFor(file.caseState, null, field);
  const decided = decidedOrThrow(decideAnswer({ ...file, entry: null, field, value: outcome, base, today: context.options.today() }));
  const details = { paper: paperKind(document), version: document.version, language: document.language, outcome };
  return viewOfCase(context, saveCase(context, file, { action: 'plan.handOver', details, decided: [decided], act }));
});
