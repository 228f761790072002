import { decideWithdrawal } from '../../shared/cases/withdraw.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { EntryId } from '../../shared/domain/ids.ts';
import { inCases } from '../base.ts';
import { actOf, isDone, presentView } from './act.ts';
import { loadCase, wholeState } from './load-case.ts';
import { decidedOrThrow } from './refusals.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

/** One durable transaction: when the answer is back, it is withdrawn, whatever happens to the PC. */
export const withdraw = inCases.cases.withdraw.handler(({ input, context }) => {
  const { caseId, what, entry, day } = input;
  const act = actOf('withdraw', input);
  if (isDone(context, act)) return presentView(context, caseId);
  const file = loadCase(context, caseId);
  const wish = { ...file, whole: wholeState(context, caseId), what, entry, day, today: context.options.today(), newEntry: () => EntryId.parse(randomId()) };
  const decided = decidedOrThrow(decideWithdrawal(wish));
  if (decided.length === 0) return presentView(context, caseId);
  return viewOfCase(context, saveCase(context, file, { action: 'case.withdraw', details: { what, entry }, decided, act }));
});
