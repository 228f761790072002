/** The turns of the support: another form, the end, the Wiederaufnahme. */
import { ORPCError } from '@orpc/server';
import type { Decided } from '../../shared/cases/case-decision.ts';
import { decideChangeForm } from '../../shared/cases/change-form.ts';
import type { TurnWish } from '../../shared/cases/course.ts';
import { decideEnd } from '../../shared/cases/end-case.ts';
import { decideResume } from '../../shared/cases/resume.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { type ActId, EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/domain/result.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { actIds } from '../act-ids.ts';
import { inCases, stillOpen } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { forgetRecords } from '../forgetting/erase-records.ts';
import { notesOfEnded } from '../work-notes/notes.ts';
import { actOf, isDone, presentView } from './act.ts';
import { loadCase } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

interface Asked {
  readonly caseId: RecordId;
  readonly act?: ActId | undefined;
  readonly day: IsoDay;
}

/** `log`: a code that says which turn it was, beside its name; never words. */
function turn(context: CasesContext, name: string, input: Asked, log: string | null, decide: (wish: TurnWish) => readonly Decided[]): CaseView {
  const { caseId, day } = input;
  const act = actOf(name, input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const decided = decide({ ...file, entry: act.entry, day, today: context.options.today() });
  if (decided.length === 0) return presentView(context, caseId);
  return viewOfCase(context, saveCase(context, file, { action: `case.${name}`, details: { to: log }, decided, act }));
}

export const changeForm = inCases.cases.changeForm.handler(({ input, context }) =>
  turn(context, 'changeForm', input, input.form, (wish) => decidedOrThrow(decideChangeForm({ ...wish, form: input.form }))),
);

/** A work note goes with the end of the support, so it must not come back with the Wiederaufnahme. */
async function forgetNotesOfEnded(context: CasesContext, caseId: RecordId): Promise<void> {
  // Asked again after the waiting: somebody may have taken the end back.
  const notes = (): readonly RecordId[] => {
    const status = context.cases.read((tx) => tx.projections.findRow(caseId)?.status);
    return status === 'closed' || status === 'transferred' ? notesOfEnded(context, caseId) : [];
  };
  if (notes().length === 0) return;
  await forgetRecords(context, notes, 'retention');
  stillOpen(context);
}

export const end = inCases.cases.end.handler(async ({ input, context }) => {
  const view = turn(context, 'end', input, input.reason, (wish) => decidedOrThrow(decideEnd({ ...wish, reason: input.reason })));
  await forgetNotesOfEnded(context, input.caseId);
  return view;
});

export const resume = inCases.cases.resume.handler(async ({ input, context }) => {
  // It may have ended by an answer, or in another way than by the act above.
  loadCase(context, input.caseId);
  await forgetNotesOfEnded(context, input.caseId);
  return turn(context, 'resume', input, null, (wish) => {
    const decided = decideResume({ ...wish, reason: input.reason, endLine: EntryId.parse(actIds('resume', input).idOf('end')) });
    if (decided.ok) return decided.value;
    const { error } = decided;
    if (error.type === 'CaseNotEnded') throw new ORPCError('CASE_NOT_ENDED');
    return decidedOrThrow(fail(error));
  });
});
