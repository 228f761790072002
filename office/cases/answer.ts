import { decideAnswer } from '../../shared/cases/decide-answer.ts';
import { fillGaps as decideFillGaps } from '../../shared/cases/fill-gaps.ts';
import { inCases } from '../base.ts';
import { loadCase } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

export const answer = inCases.cases.answer.handler(({ input, context }) => {
  const { caseId, entry, field, value, base } = input;
  const file = loadCase(context, caseId);
  const decided = decidedOrThrow(decideAnswer({ ...file, entry, field, value, base, today: context.options.today() }));
  const saved = saveCase(context, file, { action: 'case.answer', details: { field, entry }, decided: [decided] });
  return viewOfCase(context, saved);
});

/** One key makes the rest "unbekannt". Nothing open is no act. */
export const fillGaps = inCases.cases.fillGaps.handler(({ input, context }) => {
  const { caseId, section } = input;
  const file = loadCase(context, caseId);
  const decided = decideFillGaps({ ...file, section, today: context.options.today() });
  if (decided.length === 0) return viewOfCase(context, file);
  const saved = saveCase(context, file, { action: 'case.fillGaps', details: { section, answers: decided.length }, decided });
  return viewOfCase(context, saved);
});
