/** Named grounds that suspend the clock: a Löschsperre, an open request, a restriction (corrections.md, What the programme's words mean for us). */
import { readCase, type CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { addMonths, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { RecordState } from '../history/state.ts';
import { openRestrictions } from '../rights/restricted.ts';
import type { HindranceCode } from './types.ts';

export interface Hold {
  readonly code: HindranceCode;
  /** Code of the list `retention_ground`; null where nobody named one. */
  readonly ground: string | null;
  /** The last day of the time that was set; null where none was. It is a day to look again: a hold with a ground never ends by itself. */
  readonly until: IsoDay | null;
}

const groundField = 'case.retention_ground';
const untilField = 'case.retention_override';

const codeOf: Readonly<Record<string, HindranceCode>> = {
  legal_claims: 'legal_claims',
  court_order: 'court_order',
  access_request: 'access_request',
  restriction: 'restriction',
  child_protection: 'child_protection',
};

/** One per ground that anybody named. Ground or date alone is a hold as well: somebody wanted one. */
export function holdsOf(answers: CaseAnswers): readonly Hold[] {
  const grounds = answers.statements(groundField).filter((value) => value !== null);
  const dates = answers.statements(untilField).filter((value) => value !== null);
  if (grounds.length === 0 && dates.length === 0) return [];
  const days = dates.map(asDay);
  // Of two dates the later; where one of them is no day, nobody knows how long.
  const until = days.includes(null) ? null : (days.filter((day) => day !== null).sort().at(-1) ?? null);
  const named = [...new Set(grounds.map((value) => (typeof value === 'string' ? value : null)))];
  return (named.length === 0 ? [null] : named).map((ground) => ({ code: codeOf[ground ?? ''] ?? 'hold', ground, until }));
}

/** Only a named ground suspends the clock (corrections.md): a day alone holds until that day and never past it. */
export function holdsOn({ ground, until }: Hold, today: IsoDay): boolean {
  return ground !== null || until === null || today <= until;
}

export interface OpenRequest {
  readonly entry: EntryId;
  readonly receivedOn: IsoDay | null;
  /** Answer by then: a month, or what was set with a reason. */
  readonly due: IsoDay | null;
  /** Three months where the time was extended with a reason (Art. 12 Abs. 3 DSGVO), else one. */
  readonly limit: IsoDay | null;
}

const request = { group: 'request', received: 'request.received_on', due: 'request.due', extended: 'request.extension', answered: 'request.answered_on', decision: 'request.decision' } as const;

/** Requests nobody has answered, or of which one of two answers says so. What was taken back asks for nothing any more. */
export function openRequests(answers: CaseAnswers): readonly OpenRequest[] {
  const stated = (field: string, entry: EntryId): boolean => answers.statements(field, entry).some((value) => asDay(value) !== null);
  const takenBack = (entry: EntryId): boolean => {
    const said = answers.statements(request.decision, entry);
    return said.length > 0 && said.every((value) => value === 'taken_back');
  };
  const unanswered = (entry: EntryId): boolean => !stated(request.answered, entry) || answers.statements(request.answered, entry).some((value) => asDay(value) === null);
  return answers
    .entries(request.group)
    .filter((entry) => unanswered(entry) && !takenBack(entry))
    .map((entry) => {
      const receivedOn = earliest(answers, request.received, entry);
      const extended = answers.value(request.extended, entry) !== null;
      const limit = receivedOn === null ? null : addMonths(receivedOn, extended ? 3 : 1);
      const wanted = earliest(answers, request.due, entry) ?? (receivedOn === null ? null : addMonths(receivedOn, 1));
      return { entry, receivedOn, due: limit !== null && wanted !== null && wanted > limit ? limit : wanted, limit };
    });
}

/** Since when the processing is restricted, once for each restriction that holds. */
export function restrictedSince(caseState: RecordState, answers: CaseAnswers): readonly (IsoDay | null)[] {
  return openRestrictions(caseState).map((entry) => earliest(answers, 'restriction.since', entry));
}

/** Anything by which the file has to stay as it is: a Löschsperre of any ground, an open request, a restriction. */
export function isHeld(caseState: RecordState): boolean {
  const answers = readCase(caseState, undefined);
  return holdsOf(answers).length > 0 || openRequests(answers).length > 0 || openRestrictions(caseState).length > 0;
}

function earliest(answers: CaseAnswers, field: string, entry: EntryId): IsoDay | null {
  return answers.statements(field, entry).flatMap((value) => asDay(value) ?? []).sort()[0] ?? null;
}
