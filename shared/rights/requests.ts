/**
 * What she, or somebody for her, asks for: the month in which it is answered, and what must be clear before it is decided.
 *
 * A parents' request never ends in a copy by itself: what the young person says counts, and counselling without the parents' knowledge stays
 * without it (§ 8 Abs. 3 SGB VIII). For an adult there is nothing to grant.
 */
import { cleanText } from '../catalogue/clean-text.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { addMonths, germanDay, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { basesFor } from '../history/base-of.ts';
import { readCase, type CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import type { CaseFile, Decided, Refusal } from '../cases/case-decision.ts';
import { ageOf } from '../cases/case-status.ts';
import { decideAnswer, decideTextEdit } from '../cases/decide-answer.ts';
import { decideEnter } from '../cases/decide-enter.ts';
import { parentsInformed } from '../cases/guardians.ts';
import { decideWithdrawal } from '../cases/withdraw.ts';
import { makeTextEditOn } from '../history/text.ts';
import { requestGroup } from './restricted.ts';
import { noticesFor, type NoticeAbout, type NoticeWish } from './notices.ts';

export type RequestRefusal = Refusal | { readonly type: 'ParentsShield' };

/** Months from the receipt (Art. 12 Abs. 3 DSGVO). */
const usualMonths = 1;
const longestMonths = 3;

export interface RequestIn extends CaseFile {
  readonly entry: EntryId;
  readonly kind: string;
  readonly by: string;
  readonly identity: string;
  readonly receivedOn: IsoDay;
  readonly today: IsoDay;
}

export function decideRequestIn(wish: RequestIn): Result<readonly Decided[], Refusal> {
  const { kind, by, identity, receivedOn } = wish;
  const answers = {
    'request.kind': kind,
    'request.by': by,
    'request.identity': identity,
    'request.received_on': receivedOn,
    'request.due': addMonths(receivedOn, usualMonths),
  };
  return decideEnter({ ...wish, byAct: requestGroup, group: requestGroup, parent: null, answers, texts: {} });
}

interface OfRequest extends CaseFile {
  readonly entry: EntryId;
  readonly today: IsoDay;
}

export function decideExtension(wish: OfRequest & { readonly ground: string; readonly due: IsoDay; readonly toldOn: IsoDay }): Result<readonly Decided[], Refusal> {
  const answers = readCase(wish.caseState, undefined);
  const received = asDay(answers.value('request.received_on', wish.entry));
  if (!isRequest(answers, wish.entry) || received === null) return fail({ type: 'EntryUnknown' });
  const first = addMonths(received, usualMonths);
  const last = addMonths(received, longestMonths);
  if (wish.due <= first) return invalid(`Die längere Frist endet nach dem ersten Monat, also nach dem ${germanDay(first)}.`);
  if (wish.due > last) return invalid(`Länger als drei Monate nach dem Eingang geht es nicht: spätestens ${germanDay(last)}.`);
  if (wish.toldOn < received || wish.toldOn > first) return invalid(`Die längere Frist muss im ersten Monat mitgeteilt sein, also vom ${germanDay(received)} bis zum ${germanDay(first)}.`);
  return answered(wish, { 'request.extension': wish.ground, 'request.extension_told_on': wish.toldOn, 'request.due': wish.due });
}

export interface DecisionWish extends OfRequest, NoticeWish {
  readonly decision: string;
  readonly ground: string | null;
  /** Words; '' says nothing. */
  readonly reason: string;
  /** Who asks, where that became clear since it came in. */
  readonly identity?: string | undefined;
  readonly insight: string | null;
  readonly secretCounselling: boolean | null;
  readonly day: IsoDay;
}

const given: readonly string[] = ['granted', 'partly'];
const refusing: readonly string[] = ['partly', 'refused'];

/** What follows for whoever got something of the file earlier. */
const toTell: Readonly<Record<string, NoticeAbout>> = { rectification: 'rectification', erasure: 'erasure' };

export function decideRequest(wish: DecisionWish): Result<readonly Decided[], RequestRefusal> {
  const { entry, decision, ground, reason, identity, insight, secretCounselling, day, caseState, person } = wish;
  const answers = readCase(caseState, person);
  if (!isRequest(answers, entry)) return fail({ type: 'EntryUnknown' });
  const kind = answers.value('request.kind', entry);
  if (refusing.includes(decision) && ground === null) return invalid('Wer etwas ablehnt, sagt warum. Bitte einen Grund wählen.');
  const asking = identity === undefined ? answers.statements('request.identity', entry) : [identity];
  if (given.includes(decision) && asking.includes('not_shown')) {
    return invalid('Es ist nicht geklärt, wer fragt. Bitte das zuerst klären.');
  }
  if (kind === 'erasure' && given.includes(decision) && answers.statements('request.by', entry).includes('other')) {
    return invalid('Löschen lassen können der junge Mensch selbst und wer ihn rechtlich vertritt. Bitte ablehnen und den jungen Menschen fragen, ob er es selbst wünscht.');
  }
  const parents = asksAsParent(answers, entry) && decision !== 'taken_back';
  if (parents) {
    const shielded = parentsMay(wish, answers);
    if (!shielded.ok) return shielded;
  }
  const said = answered(wish, {
    ...(identity === undefined ? {} : { 'request.identity': identity }),
    'request.decision': decision,
    'request.decided_on': day,
    'request.ground': refusing.includes(decision) ? ground : null,
    ...(parents ? { 'request.insight': insight, 'request.secret_counselling': secretCounselling } : {}),
  });
  if (!said.ok) return said;
  const words = withWords(wish, reason);
  if (!words.ok) return words;
  const about = typeof kind === 'string' && given.includes(decision) ? toTell[kind] : undefined;
  const notices = about === undefined ? [] : noticesFor(wish, about).map((body) => ({ record: 'case', body }) as const);
  // Taking back a consent waits for nobody: granted, it is written, also while the file is closed.
  const withdrawn = kind === 'withdrawal' && decision === 'granted' ? decideWithdrawal({ ...wish, what: 'data_processing', entry: null, day }) : ok([]);
  if (!withdrawn.ok) return withdrawn;
  return ok([...said.value, ...words.value, ...notices, ...withdrawn.value]);
}

function parentsMay(wish: DecisionWish, answers: CaseAnswers): Result<null, RequestRefusal> {
  const { decision, insight, secretCounselling, today } = wish;
  if (isOfAge(answers, today)) {
    return given.includes(decision) ? invalid('Der junge Mensch ist volljährig. Eltern bekommen nichts; bitte mit diesem Grund ablehnen.') : ok(null);
  }
  if (insight === null || secretCounselling === null) {
    return invalid('Erst festhalten, ob der junge Mensch selbst entscheiden kann und ob ohne Kenntnis der Eltern beraten wird.');
  }
  const shielded = secretCounselling || insight === 'capable_refuses' || insight === 'not_asked_danger' || parentsInformed(wish, today) === 'no';
  return shielded && given.includes(decision) ? fail({ type: 'ParentsShield' }) : ok(null);
}

export function decideAnswered(wish: OfRequest & { readonly day: IsoDay }): Result<readonly Decided[], Refusal> {
  const answers = readCase(wish.caseState, undefined);
  if (!isRequest(answers, wish.entry)) return fail({ type: 'EntryUnknown' });
  if (answers.value('request.decision', wish.entry) === null) return invalid('Erst entscheiden, dann antworten.');
  const received = asDay(answers.value('request.received_on', wish.entry));
  if (received !== null && wish.day < received) return invalid(`Der Antrag kam erst am ${germanDay(received)}. Bitte den Tag der Antwort prüfen.`);
  if (isOutgrown(readCase(wish.caseState, wish.person), wish.entry, wish.day)) {
    return invalid('Der junge Mensch ist inzwischen volljährig und entscheidet selbst: Eltern bekommen nichts mehr. Bitte noch einmal entscheiden, dann antworten.');
  }
  return answered(wish, { 'request.answered_on': wish.day });
}

/** What must be clear before it may be decided, in sentences; none for a request of her own that is ready. */
export function stepsOf({ caseState, person }: CaseFile, entry: EntryId, today: IsoDay): readonly string[] {
  const answers = readCase(caseState, person);
  if (answers.value('request.decision', entry) !== null && !isOutgrown(answers, entry, today)) return [];
  const unclear = answers.statements('request.identity', entry).includes('not_shown') ? ['Klären, wer fragt.'] : [];
  if (!asksAsParent(answers, entry)) return unclear;
  if (isOfAge(answers, today)) return [...unclear, 'Der junge Mensch ist volljährig: ablehnen, ohne etwas aus der Akte zu nennen.'];
  return [
    ...unclear,
    'Den jungen Menschen fragen, wenn das ohne Gefahr geht: Kann er selbst entscheiden, und was möchte er?',
    'Prüfen, ob er ohne Kenntnis der Eltern beraten wird (§ 8 Abs. 3 SGB VIII). Dann bekommen die Eltern nichts.',
    'Festhalten, was zurückgehalten wird und warum. Eine Kopie der Akte bekommen Eltern nie von selbst.',
  ];
}

/** Whatever is asked for: a copy or an erasure that parents ask for goes the way of every request of theirs. */
export function asksAsParent(answers: CaseAnswers, entry: EntryId): boolean {
  return answers.value('request.kind', entry) === 'parents_request' || answers.statements('request.by', entry).includes('legal_guardian');
}

/** Something was promised to parents and not given, or not done, before the 18th birthday: from then on she decides, so it is decided once more. */
export function isOutgrown(answers: CaseAnswers, entry: EntryId, day: IsoDay): boolean {
  const promised = answers.statements('request.decision', entry).some((decision) => given.some((code) => code === decision));
  const pending = answers.value('request.answered_on', entry) === null || answers.value('request.kind', entry) === 'erasure';
  return promised && pending && asksAsParent(answers, entry) && isOfAge(answers, day);
}

/** Who is not known to be of age is asked about as a minor. */
export function isOfAge(answers: CaseAnswers, today: IsoDay): boolean {
  const age = ageOf(answers, today);
  return age !== null && age >= 18;
}

export function isRequest(answers: CaseAnswers, entry: EntryId): boolean {
  return answers.entries('request', null).includes(entry);
}

const hers: readonly AnswerValue[] = ['young_person', 'representative'];
const proven: readonly AnswerValue[] = ['known', 'document', 'authority'];
/** She wants it herself, or cannot decide it yet. */
const carried: readonly AnswerValue[] = ['capable_agrees', 'not_capable'];

/**
 * She asks for the file to be erased, it is clear that it is she, and it was granted. Her parents in her place only while she is a minor, after it was settled that she
 * wants it, too, or cannot decide it yet, and that she is not counselled without their knowledge.
 */
export function wishesErasure(answers: CaseAnswers, today: IsoDay): boolean {
  return answers.entries('request', null).some((entry) => asksErasure(answers, entry, today));
}

export function asksErasure(answers: CaseAnswers, entry: EntryId, today: IsoDay): boolean {
  const all = (field: string, known: readonly AnswerValue[]): boolean => {
    const said = answers.statements(field, entry);
    return said.length > 0 && said.every((value) => known.includes(value));
  };
  const wished = all('request.kind', ['erasure']) && all('request.identity', proven) && all('request.decision', ['granted']);
  if (!asksAsParent(answers, entry)) return wished && all('request.by', hers);
  return wished && all('request.by', ['legal_guardian']) && all('request.insight', carried) && all('request.secret_counselling', [false]) && !isOfAge(answers, today);
}

/** Answers of one entry, on top of what stands there; null takes back what was said. */
export function answered(wish: OfRequest, said: Readonly<Record<string, AnswerValue>>): Result<readonly Decided[], Refusal> {
  const decided: Decided[] = [];
  for (const [field, value] of Object.entries(said)) {
    const base = basesFor(wish.caseState, wish.entry, field);
    if (value === null && base.length === 0) continue;
    const one = decideAnswer({ ...fileOf(wish), entry: wish.entry, field, value, base, today: wish.today });
    if (!one.ok) return one;
    decided.push(one.value);
  }
  return ok(decided);
}

function withWords(wish: DecisionWish, reason: string): Result<readonly Decided[], Refusal> {
  if (reason.trim() === '') return ok([]);
  const field = 'request.reason';
  const place = decideTextEdit({ ...fileOf(wish), entry: wish.entry, field });
  if (!place.ok) return place;
  const before = wish.caseState.texts[wish.entry]?.[field];
  if (before !== undefined && before.text !== '') return invalid('Eine Begründung steht schon da. Sie wird in der Akte geändert.');
  const update = makeTextEditOn(undefined, cleanText(reason));
  return ok(update === null ? [] : [{ record: place.value.record, body: { type: 'editText', entry: wish.entry, field, update, base: [] } }]);
}

function fileOf({ catalogue, caseState, person, right }: CaseFile): CaseFile {
  return { catalogue, caseState, person, right, byAct: requestGroup };
}

function invalid(reason: string): Result<never, Refusal> {
  return fail({ type: 'AnswerInvalid', reason });
}
