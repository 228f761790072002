/** Requests, their decision, and what earlier recipients must hear: each is one act in the file's own history. */
import { ORPCError } from '@orpc/server';
import type { CaseFile, Decided, Refusal } from '../../shared/cases/case-decision.ts';
import { decidesRights } from '../../shared/cases/case-right.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { EntryId, type ActId, type RecordId } from '../../shared/domain/ids.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { noticesFor, type NoticeAbout } from '../../shared/rights/notices.ts';
import { answered, decideAnswered, decideExtension, decideRequest, decideRequestIn, type RequestRefusal } from '../../shared/rights/requests.ts';
import { decideLift, decideRestriction } from '../../shared/rights/restrict.ts';
import { rightsView } from '../../shared/rights/rights-view.ts';
import type { RightsView } from '../../shared/rpc/rights.views.ts';
import { inCases } from '../base.ts';
import { type Act, actOf, isDone } from '../cases/act.ts';
import { loadEvenRestricted, wholeState } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import type { CasesContext } from '../context.ts';
import { markCard } from './restriction.ts';

interface Asked {
  readonly caseId: RecordId;
  readonly act?: ActId | undefined;
}

export function viewOf(context: CasesContext, caseId: RecordId): RightsView {
  return rightsView(loadEvenRestricted(context, caseId), context.options.today());
}

const newEntry = (): EntryId => EntryId.parse(randomId());

function checked<T>(decision: Result<T, RequestRefusal>): T {
  if (decision.ok) return decision.value;
  const { error } = decision;
  if (error.type === 'ParentsShield') throw new ORPCError('RIGHTS_PARENTS_SHIELD');
  return decidedOrThrow(fail(error));
}

/** Once, however often it is asked for. `details`: codes for the log. */
function once(
  context: CasesContext,
  name: string,
  input: Asked,
  details: Readonly<Record<string, string | null>>,
  decide: (file: CaseFile) => Result<readonly Decided[], RequestRefusal>,
  act: Act = actOf(`rights.${name}`, input),
): RightsView {
  if (!isDone(context, act)) {
    const file = loadEvenRestricted(context, input.caseId);
    const decided = checked(decide(file));
    if (decided.length > 0) saveCase(context, file, { action: `rights.${name}`, details, decided, act });
  }
  return viewOf(context, input.caseId);
}

const enter = inCases.rights.enter.handler(({ input, context }) => {
  const today = context.options.today();
  const act = actOf('rights.enter', input);
  const { entry } = act;
  const view = once(context, 'enter', input, { kind: input.kind }, (file) => decideRequestIn({ ...file, ...input, entry, today }), act);
  return { entry, view };
});

const extend = inCases.rights.extend.handler(({ input, context }) =>
  once(context, 'extend', input, { entry: input.entry }, (file) => decideExtension({ ...file, ...input, today: context.options.today() })),
);

const decide = inCases.rights.decide.handler(({ input, context }) =>
  once(context, 'decide', input, { entry: input.entry, decision: input.decision }, (file) => {
    if (!decidesRights(file.right, file.caseState)) throw new ORPCError('RIGHTS_NOT_YOURS');
    return decideRequest({ ...file, ...input, today: context.options.today(), newEntry, whole: wholeState(context, input.caseId) });
  }),
);

const answer = inCases.rights.answered.handler(({ input, context }) =>
  once(context, 'answered', input, { entry: input.entry }, (file) => decideAnswered({ ...file, ...input, today: context.options.today() })),
);

const restrict = inCases.rights.restrict.handler(({ input, context }) => {
  const { store, actor, options } = context;
  const wish = { ...loadEvenRestricted(context, input.caseId), ...input, today: options.today(), newEntry, whole: wholeState(context, input.caseId) };
  checked(decideRestriction(wish));
  markCard(store, input.caseId, true, actor);
  return once(context, 'restrict', input, { ground: input.ground }, (file) => decideRestriction({ ...wish, ...file }));
});

const lift = inCases.rights.lift.handler(({ input, context }) => {
  const { store, actor, options } = context;
  const { right } = loadEvenRestricted(context, input.caseId);
  if (right !== 'responsible' && right !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
  const view = once(context, 'lift', input, { ground: input.ground }, (file) => decideLift({ ...file, ...input, today: options.today() }));
  markCard(store, input.caseId, false, actor);
  return view;
});

const abouts: readonly NoticeAbout[] = ['rectification', 'erasure', 'restriction', 'withdrawal'];

const notifyRecipients = inCases.rights.notifyRecipients.handler(({ input, context }) =>
  once(context, 'notifyRecipients', input, { about: input.about }, (file) => {
    const about = abouts.find((one) => one === input.about);
    if (about === undefined) return invalid('Worüber mitgeteilt wird, ist nicht bekannt.');
    return ok(noticesFor({ ...file, today: context.options.today(), newEntry, whole: wholeState(context, input.caseId) }, about).map((body) => ({ record: 'case', body })));
  }),
);

const noticeDone = inCases.rights.noticeDone.handler(({ input, context }) =>
  once(context, 'noticeDone', input, { entry: input.entry }, (file) => {
    if (file.caseState.entries[input.entry]?.group !== 'notice') return fail({ type: 'EntryUnknown' });
    return answered({ ...file, entry: input.entry, today: context.options.today() }, { 'notice.done_on': input.day, 'notice.result': input.result });
  }),
);

function invalid(reason: string): Result<never, Refusal> {
  return fail({ type: 'AnswerInvalid', reason });
}

export const requestActs = { enter, extend, decide, answered: answer, restrict, lift, notifyRecipients, noticeDone };
