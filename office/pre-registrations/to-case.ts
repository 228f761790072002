/** A Vormerkung becomes a file, with the consent a file needs: the card stays the same record, and what was tallied moves along. */
import { ORPCError } from '@orpc/server';
import type { Actor } from '../../db/contract/actor.ts';
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { consentField } from '../../shared/cases/consent.ts';
import { decideAnswers } from '../../shared/cases/decide-enter.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import { IntentId } from '../../shared/domain/ids.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { emptyState } from '../../shared/history/fold.ts';
import { recordItself } from '../../shared/history/state.ts';
import { fileOnItsWay } from '../../shared/people/card-of.ts';
import { sayPreRegistered } from '../../shared/people/decide-card.ts';
import { inCases } from '../base.ts';
import { actOf, isWritten, presentView } from '../cases/act.ts';
import { firstIntents, nextCaseNumber } from '../cases/create-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import { saveCase } from '../cases/save-case.ts';
import { markStale } from '../cases/stale.ts';
import type { CasesContext } from '../context.ts';
import { loadCard } from '../people/card-acts.ts';
import { movedInto } from '../tally/move.ts';
import { belongsToFile, settleOnItsWay } from './on-its-way.ts';
import { isLiving } from './which.ts';

export const toCase = inCases.preRegistrations.toCase.handler(({ input, context }) => {
  const { store, office, actor, options } = context;
  const { record } = input;
  const act = actOf('preRegistrations.toCase', { ...input, caseId: record });
  settleOnItsWay(context, record);
  if (isWritten(context, act, 'case')) return presentView(context, record);
  const card = loadCard(context, record);
  const madeOn = store.desk.read((tx) => tx.cards.find(record))?.madeOn ?? null;
  if (madeOn === null || !isLiving(context, record)) throw new ORPCError('PERSON_NOT_FOUND');

  const file: CaseFile = { catalogue: options.catalogue, caseState: emptyState(record, 'case'), person: card, right: 'responsible' };
  const agreed = decidedConsent(context, file, input.consent);
  const moved = input.tally === null ? null : movedInto(context, file, input.tally, act);
  const { number, person } = store.desk.write((tx) => {
    markStale(tx, office, [record]);
    return {
      number: nextCaseNumber(tx, office.settings.id, options.today()),
      person: tx.histories.append(record, 'person', [sayPreRegistered(card, fileOnItsWay(madeOn))], actor),
    };
  });
  const decided = [...firstIntents(number, office.settings.id, actor), ...agreed, ...(moved?.decided ?? [])];
  const alongside = moved === null ? {} : { alongside: moved.alongside };
  saveCase(context, { ...file, person }, { action: 'case.create', details: { preregistered: true }, decided, act, ...alongside });
  belongsToFile(context, record);
  return presentView(context, record);
});

interface Consent {
  readonly day: IsoDay;
  /** Code of `consent_form`. */
  readonly form: string;
  readonly givenBy: string;
  readonly textVersion: string;
  readonly language: string;
}

/** The consent first; what is said about it is said under it. */
function decidedConsent({ actor, options }: CasesContext, file: CaseFile, { day, form, givenBy, textVersion, language }: Consent): readonly Decided[] {
  const answer = (field: string, value: string) => ({ entry: null, field, value, base: [] });
  const today = options.today();
  const given = decidedOrThrow(decideAnswers({ ...file, answers: [answer(consentField, 'granted')], today }));
  const about = decideAnswers({
    ...file,
    caseState: withConsent(file, actor),
    answers: [
      answer('consent.data_processing_date', day),
      answer('consent.data_processing_form', form),
      answer('consent.granted_by', givenBy),
      answer('consent.text_version', textVersion),
      answer('consent.text_language', language),
    ].filter(({ value }) => value !== ''),
    today,
  });
  return [...given, ...decidedOrThrow(about)];
}

function withConsent({ caseState }: CaseFile, { user, at }: Actor): CaseFile['caseState'] {
  const head = { intent: IntentId.parse(randomId()), value: 'granted', author: user, at };
  return { ...caseState, answers: { ...caseState.answers, [recordItself]: { ...caseState.answers[recordItself], [consentField]: [head] } } };
}
