/**
 * What was granted and is still to be done. A decision changes nothing in a file by itself: until the act has followed it is open work, whether she has her answer or
 * not. Where the answer is the act (a copy that is handed over, a rectification she is told of), the open request says it.
 */
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { consentStatus } from '../cases/consent.ts';
import { asksErasure, isOutgrown } from './requests.ts';

/** `decide`: as it stands it can be done by nobody, so it is decided once more. */
export type OwedAct = 'erase' | 'restrict' | 'withdraw' | 'decide';

export interface Owed {
  readonly entry: EntryId;
  readonly act: OwedAct;
  /** At once: the day of the decision. */
  readonly day: IsoDay;
  /** What is to be done, as it stands in every list; our words, nothing of hers. */
  readonly text: string;
}

interface Rule {
  readonly act: OwedAct;
  readonly text: string;
  readonly done: (answers: CaseAnswers, receivedOn: IsoDay | null) => boolean;
}

/** By the code of `request_kind`. An erasure is done when there is no file any more. */
const rules: Readonly<Record<string, Rule>> = {
  erasure: { act: 'erase', text: 'Löschung ist zugesagt: Akte jetzt löschen', done: () => false },
  restriction: { act: 'restrict', text: 'Einschränkung ist zugesagt: Verarbeitung jetzt einschränken', done: wasRestricted },
  objection: { act: 'restrict', text: 'Widerspruch ist stattgegeben: Verarbeitung jetzt einschränken', done: (answers, since) => wasRestricted(answers, since) || isWithdrawn(answers) },
  withdrawal: { act: 'withdraw', text: 'Widerruf ist zugesagt: Einwilligung jetzt als widerrufen festhalten', done: isWithdrawn },
};

export function owedActs(answers: CaseAnswers, today: IsoDay): readonly Owed[] {
  return answers.entries('request', null).flatMap((entry): readonly Owed[] => {
    const receivedOn = dayAt(answers, 'request.received_on', entry);
    const day = dayAt(answers, 'request.decided_on', entry) ?? receivedOn;
    if (day === null) return [];
    if (isOutgrown(answers, entry, today)) return [{ entry, act: 'decide', day, text: 'Inzwischen volljährig: Antrag der Eltern noch einmal entscheiden' }];
    const kind = answers.value('request.kind', entry);
    const rule = typeof kind === 'string' ? rules[kind] : undefined;
    if (rule === undefined || !isGranted(answers, entry) || rule.done(answers, receivedOn)) return [];
    if (rule.act === 'erase' && !asksErasure(answers, entry, today)) return [{ entry, act: 'decide', day, text: 'Antrag auf Löschung noch einmal entscheiden: Wer sie wünscht, ist nicht geklärt' }];
    return [{ entry, act: rule.act, day, text: rule.text }];
  });
}

/** In full: what is granted in part is described in words, and only who decided it knows when it is done. */
function isGranted(answers: CaseAnswers, entry: EntryId): boolean {
  const said = answers.statements('request.decision', entry);
  return said.length > 0 && said.every((value) => value === 'granted');
}

function isWithdrawn(answers: CaseAnswers): boolean {
  return consentStatus(answers) === 'withdrawn';
}

/** Since she asked, or still from before. One that was lifted again was done. */
function wasRestricted(answers: CaseAnswers, receivedOn: IsoDay | null): boolean {
  return answers.entries('restriction', null).some((entry) => {
    const lifted: readonly AnswerValue[] = answers.statements('restriction.lifted_on', entry);
    const since = dayAt(answers, 'restriction.since', entry);
    return lifted.length === 0 || lifted.includes(null) || (since !== null && (receivedOn === null || since >= receivedOn));
  });
}

function dayAt(answers: CaseAnswers, field: string, entry: EntryId): IsoDay | null {
  return answers.statements(field, entry).flatMap((value) => asDay(value) ?? []).sort()[0] ?? null;
}
