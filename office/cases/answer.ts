import { decideCourseLines } from '../../shared/cases/course-lines.ts';
import { decideAnswer } from '../../shared/cases/decide-answer.ts';
import { keepBasis } from '../../shared/cases/disclosure.ts';
import { fillGaps as decideFillGaps } from '../../shared/cases/fill-gaps.ts';
import { inCases } from '../base.ts';
import { actOf, isDone, isWritten, presentView } from './act.ts';
import { loadCase, wholeState } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';
import { recorded } from './withdrawn-answers.ts';

export const answer = inCases.cases.answer.handler(({ input, context }) => {
  const { caseId, entry, field, value, base } = input;
  const act = actOf('answer', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const today = context.options.today();
  const { answers, withdrawn } = recorded(file, wholeState(context, caseId), [{ entry, field, value, base }], today);
  const decided = [...withdrawn, ...answers.map((one) => decidedOrThrow(decideAnswer({ ...file, ...one, today })))];
  decidedOrThrow(keepBasis(file, [{ entry, field, value }], today));
  const action = withdrawn.length > 0 ? 'case.withdraw' : 'case.answer';
  const lines = decidedOrThrow(decideCourseLines(file, decided, act.entry, today));
  const saved = saveCase(context, file, { action, details: { field, entry }, decided: [...decided, ...lines], act });
  return viewOfCase(context, saved);
});

/** One key makes the rest "unbekannt". Nothing open is no act. */
export const fillGaps = inCases.cases.fillGaps.handler(({ input, context }) => {
  const { caseId, section } = input;
  const act = actOf('fillGaps', input);
  const file = loadCase(context, caseId);
  // An interrupted act may have filled the card and not yet the file.
  const done = { case: isWritten(context, act, 'case'), person: isWritten(context, act, 'person') };
  const decided = done.case ? [] : decideFillGaps({ ...file, section, today: context.options.today() }).filter(({ record }) => !done[record]);
  if (decided.length === 0) return presentView(context, caseId);
  const saved = saveCase(context, file, { action: 'case.fillGaps', details: { section, answers: decided.length }, decided, act });
  return viewOfCase(context, saved);
});
