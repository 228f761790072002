/** A whole entry, or several answers, in one act: all of it is written or nothing. */
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { decideCourseLines } from '../../shared/cases/course-lines.ts';
import { decideAnswers, decideEnter, decideEnterWithBelow, type EntryContent } from '../../shared/cases/decide-enter.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import { EntryId } from '../../shared/domain/ids.ts';
import { inCases } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { type Act, actOf, isDone, isWritten, presentView } from './act.ts';
import { loadCase, wholeState } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';
import { recorded } from './withdrawn-answers.ts';

/** What entering would write; throws the refusal. For acts on several files: all are decided before the first is written. */
export function decidedEntry(context: CasesContext, file: CaseFile, content: EntryContent, act: Act): readonly Decided[] {
  return decidedOrThrow(decideEnter({ ...file, ...content, entry: act.entry, today: context.options.today() }));
}

/** The same act again names the same entries. */
function idBelow(entry: EntryId, index: number): EntryId {
  return EntryId.parse(sha256Hex(`${entry}/below/${String(index)}`).slice(0, 32));
}

export const enter = inCases.cases.enter.handler(({ input, context }) => {
  const { caseId, act: _name, below, ...content } = input;
  const act = actOf('enter', input);
  const { entry } = act;
  if (isDone(context, act)) return { entry, view: presentView(context, caseId) };
  const file = loadCase(context, caseId);
  const under = below.map((one, index) => ({ ...one, entry: idBelow(entry, index) }));
  const decided = decidedOrThrow(decideEnterWithBelow({ ...file, ...content, entry, today: context.options.today() }, under));
  const details = { group: content.group, entry, ...(below.length > 0 && { below: below.length }) };
  const saved = saveCase(context, file, { action: 'case.enter', details, decided, act });
  return { entry, view: viewOfCase(context, saved) };
});

export const answerAll = inCases.cases.answerAll.handler(({ input, context }) => {
  const { caseId, answers } = input;
  const act = actOf('answerAll', input);
  // An interrupted act may have answered on the card and not yet in the file, never the other way round.
  if (isWritten(context, act, 'case')) return presentView(context, caseId);
  const onCard = isWritten(context, act, 'person');
  const file = loadCase(context, caseId);
  const today = context.options.today();
  const said = recorded(file, wholeState(context, caseId), answers, today);
  const answered = [...said.withdrawn, ...decidedOrThrow(decideAnswers({ ...file, answers: said.answers, today }))];
  const decided = [...answered, ...decidedOrThrow(decideCourseLines(file, answered, act.entry, today))].filter(({ record }) => record === 'case' || !onCard);
  if (decided.length === 0) return presentView(context, caseId);
  const details = { fields: answers.map(({ field }) => field).join(' '), answers: answers.length };
  return viewOfCase(context, saveCase(context, file, { action: said.withdrawn.length > 0 ? 'case.withdraw' : 'case.answerAll', details, decided, act }));
});
