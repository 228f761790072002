/**
 * She takes back a consent. What is written is effective with its commit; what follows is a list of tasks with days, never a wizard (corrections.md, 3).
 *
 * A withdrawal needs no consent, no gap filled and nothing decided first. What was rightful until then stays so.
 */
import { checkAnswer } from '../catalogue/check-answer.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { addDays, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { basesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import type { RecordState } from '../history/state.ts';
import { readCase } from './answers.ts';
import type { CaseFile, Decided, Refusal } from './case-decision.ts';
import { newEntries } from './new-entries.ts';
import { noticesFor } from '../rights/notices.ts';
import { consentField, consentStatus, healthConsentField, healthConsentStatus } from './consent.ts';

export type Withdrawn = 'data_processing' | 'health_data' | 'case_management' | 'release';

export interface WithdrawWish extends CaseFile {
  readonly what: Withdrawn;
  /** The release; null for everything else. */
  readonly entry: EntryId | null;
  readonly day: IsoDay;
  readonly today: IsoDay;
  /** The file as it is stored, where `caseState` is what whoever asks may read: who was told of a danger must hear of it all the same. */
  readonly whole?: RecordState | undefined;
  /** A fresh random id. */
  readonly newEntry: () => EntryId;
}

interface FollowUp {
  readonly kind: string;
  /** Days after the withdrawal. */
  readonly days: number;
  /** What is to do and why by then, as it stands in the list; our words, nothing of hers. */
  readonly text: string;
  /** Only where something was told on this release. */
  readonly afterDisclosure?: true;
}

/** What is to do afterwards, as data. Days not confirmed by a lawyer: the law says "unverzüglich", and one month for the answer to her. */
export const followUps: Readonly<Record<Withdrawn, readonly FollowUp[]>> = {
  data_processing: [
    { kind: 'inform_recipients', days: 7, text: 'Empfänger früherer Weitergaben vom Widerruf informieren, falls es welche gab: unverzüglich' },
    { kind: 'offer_copy', days: 7, text: 'Kopie der eigenen Daten anbieten: bevor etwas gelöscht wird' },
    { kind: 'decide_continue', days: 14, text: 'Gemeinsam klären, ob es ohne Akte weitergeht: Beratung bleibt möglich' },
    { kind: 'end_file', days: 30, text: 'Akte beenden: spätestens einen Monat nach dem Widerruf' },
  ],
  health_data: [{ kind: 'delete_health', days: 7, text: 'Gesundheitsangaben löschen: unverzüglich, sie werden schon jetzt nirgends mehr gezeigt' }],
  case_management: [{ kind: 'decide_continue', days: 14, text: 'Gemeinsam klären, wie es weitergeht: ohne Zusage kein Case Management, Beratung bleibt möglich' }],
  release: [{ kind: 'inform_recipients', days: 7, text: 'Der Stelle sagen, dass die Entbindung nicht mehr gilt: unverzüglich', afterDisclosure: true }],
};

/** Empty when it was withdrawn before. Everything goes into the case file, so into one transaction. */
export function decideWithdrawal(wish: WithdrawWish): Result<readonly Decided[], Refusal> {
  const { what, entry, caseState, catalogue, day, today } = wish;
  const answers = readCase(caseState, wish.person);
  if (what === 'release' ? entry === null || !answers.entries('release', null).includes(entry) : entry !== null) return fail({ type: 'EntryUnknown' });
  if (isWithdrawn(wish)) return ok([]);

  const bodies: IntentBody[] = [];
  for (const [id, value, place] of statements(what, entry, day)) {
    const field = catalogue.field(id);
    if (field === undefined) return fail({ type: 'FieldUnknown' });
    const checked = checkAnswer(catalogue, field, value, today);
    if (!checked.ok) return fail({ type: 'AnswerInvalid', reason: checked.error.reason });
    bodies.push({ type: 'answer', entry: place, field: id, value: checked.value, base: basesFor(caseState, place, id) });
  }
  const turn = what === 'release' ? [] : newEntries(wish, 'course_event', [{ answers: { 'course_event.kind': 'withdrawn', 'course_event.day': day } }]);
  // The list is the same whoever withdraws: what is hidden from some (readable.ts) decides nothing here.
  const told = answers
    .entries('disclosure', null)
    .some((id) => answers.value('disclosure.release', id) === entry && !answers.statements('disclosure.basis', id).includes('child_protection_law'));
  const tasks = followUps[what]
    .filter(({ afterDisclosure }) => afterDisclosure !== true || told)
    .map(({ kind, days, text }) => ({ answers: { 'task.kind': kind, 'task.text': text, 'task.due': addDays(day, days) } }));
  const notices = what === 'data_processing' ? noticesFor(wish, 'withdrawal') : [];
  return ok([...bodies, ...turn, ...newEntries(wish, 'task', tasks), ...notices].map((body) => ({ record: 'case', body })));
}

/** Fields in which „widerrufen“ is a withdrawal, whoever says it there: its day is today, and what follows follows. */
const withdrawnBy: Readonly<Record<string, Withdrawn>> = { [consentField]: 'data_processing', [healthConsentField]: 'health_data' };

/** Empty for every other answer, and where it was withdrawn before. */
export function decideWithdrawnAnswer(
  wish: Omit<WithdrawWish, 'what' | 'day'> & { readonly field: string; readonly value: AnswerValue },
): Result<readonly Decided[], Refusal> {
  const what = withdrawnBy[wish.field];
  if (what === undefined || wish.value !== 'withdrawn' || wish.entry !== null) return ok([]);
  return decideWithdrawal({ ...wish, what, day: wish.today });
}

type Statement = readonly [field: string, value: AnswerValue, entry: EntryId | null];

function statements(what: Withdrawn, entry: EntryId | null, day: IsoDay): readonly Statement[] {
  switch (what) {
    case 'data_processing':
      return [
        [consentField, 'withdrawn', null],
        ['consent.withdrawn_date', day, null],
      ];
    case 'health_data':
      return [
        [healthConsentField, 'withdrawn', null],
        ['consent.health_data_withdrawn', day, null],
      ];
    case 'case_management':
      return [
        ['consent.case_management_agreed', false, null],
        ['consent.case_management_withdrawn', day, null],
      ];
    case 'release':
      return [['release.withdrawn_on', day, entry]];
  }
}

function isWithdrawn({ what, entry, caseState, person }: WithdrawWish): boolean {
  const answers = readCase(caseState, person);
  switch (what) {
    case 'data_processing':
      return consentStatus(answers) === 'withdrawn';
    case 'health_data':
      return healthConsentStatus(answers) === 'withdrawn';
    case 'case_management':
      return answers.value('consent.case_management_agreed') === false && answers.value('consent.case_management_withdrawn') !== null;
    case 'release':
      return answers.value('release.withdrawn_on', entry) !== null;
  }
}
