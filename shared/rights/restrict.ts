/** The act that closes a file, and the one that opens it again (Art. 18 DSGVO). It is no answer of the form: it closes the form to whoever gives it. */
import { checkAnswer } from '../catalogue/check-answer.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { basesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import type { CaseFile, Decided, Refusal } from '../cases/case-decision.ts';
import { newEntries } from '../cases/new-entries.ts';
import { noticesFor, type NoticeWish } from './notices.ts';
import { openRestrictions, restrictionGroup } from './restricted.ts';

/** Empty where it is restricted already. */
export function decideRestriction(wish: NoticeWish & { readonly ground: string; readonly askedBy: string }): Result<readonly Decided[], Refusal> {
  if (openRestrictions(wish.caseState).length > 0) return ok([]);
  const said = { 'restriction.since': wish.today, 'restriction.ground': wish.ground, 'restriction.asked_by': wish.askedBy };
  const checked = checkedAll(wish, said);
  if (!checked.ok) return checked;
  return ok(inCase([...newEntries(wish, restrictionGroup, [{ answers: checked.value }]), ...noticesFor(wish, 'restriction')]));
}

/** Lifts all that stand; she is told before. */
export function decideLift(wish: CaseFile & { readonly ground: string; readonly toldOn: IsoDay; readonly today: IsoDay }): Result<readonly Decided[], Refusal> {
  const { caseState, ground, toldOn, today } = wish;
  const checked = checkedAll(wish, { 'restriction.lifted_on': today, 'restriction.lift_ground': ground, 'restriction.told_on': toldOn });
  if (!checked.ok) return checked;
  return ok(
    inCase(
      openRestrictions(caseState).flatMap((entry) =>
        Object.entries(checked.value).map(([field, value]): IntentBody => ({ type: 'answer', entry, field, value, base: basesFor(caseState, entry, field) })),
      ),
    ),
  );
}

function checkedAll({ catalogue, today }: Pick<NoticeWish, 'catalogue' | 'today'>, said: Readonly<Record<string, AnswerValue>>): Result<Readonly<Record<string, AnswerValue>>, Refusal> {
  const checked: Record<string, AnswerValue> = {};
  for (const [id, value] of Object.entries(said)) {
    const field = catalogue.field(id);
    if (field === undefined) return fail({ type: 'FieldUnknown' });
    const one = checkAnswer(catalogue, field, value, today);
    if (!one.ok) return fail({ type: 'AnswerInvalid', reason: one.error.reason });
    checked[id] = one.value;
  }
  return ok(checked);
}

function inCase(bodies: readonly IntentBody[]): readonly Decided[] {
  return bodies.map((body) => ({ record: 'case', body }));
}
