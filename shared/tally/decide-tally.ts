/** Entering, changing and taking away Kurzberatungen. */
import type { CaseFile, Refusal } from '../cases/case-decision.ts';
import { decideEnter } from '../cases/decide-enter.ts';
import { decideAnswer } from '../cases/decide-answer.ts';
import { inEdition } from '../catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { basesFor, statusBasesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import type { RecordState } from '../history/state.ts';
import { tallyDay, tallyGroup, tallyMoved, tallyMovedTo } from './tally-of.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/** The rules of a file with the form of a Kurzberatung. */
function fileOf(form: LoadedCatalogue, session: RecordState): CaseFile {
  return { catalogue: form, caseState: inEdition(form, session), person: undefined, right: 'responsible' };
}

export interface EnterTallies {
  /** Of the edition in use. */
  readonly form: LoadedCatalogue;
  /** Empty: a new record. */
  readonly session: RecordState;
  readonly rows: readonly { readonly entry: EntryId; readonly answers: Answers }[];
  readonly today: IsoDay;
}

/** All rows of an open hour, or the refusal of the first that does not fit. A row without a day is today's. */
export function decideEnterTallies({ form, session, rows, today }: EnterTallies): Result<readonly IntentBody[], Refusal> {
  const bodies: IntentBody[] = [{ type: 'createRecord' }];
  let entries = session.entries;
  for (const { entry, answers } of rows) {
    const dated = { ...answers, [tallyDay]: answers[tallyDay] ?? today };
    const decided = decideEnter({ ...fileOf(form, { ...session, entries }), group: tallyGroup, parent: null, answers: dated, texts: {}, entry, today });
    if (!decided.ok) return decided;
    for (const { body } of decided.value) {
      bodies.push(body);
      // The next row comes after this one.
      if (body.type === 'addEntry') {
        entries = { ...entries, [entry]: { group: body.group, parent: null, rank: body.rank, rankHeads: [], retired: false, statusHeads: [] } };
      }
    }
  }
  return ok(bodies);
}

export interface ChangeTally {
  /** Of the edition in use. */
  readonly form: LoadedCatalogue;
  readonly session: RecordState;
  readonly entry: EntryId;
  readonly answers: Answers;
  readonly today: IsoDay;
}

/** Fields that are not named stay as they are. */
export function decideChangeTally({ form, session, entry, answers, today }: ChangeTally): Result<readonly IntentBody[], Refusal> {
  const bodies: IntentBody[] = [];
  for (const [field, value] of Object.entries(answers)) {
    if (field === tallyDay && (value === null || value === '')) return fail({ type: 'AnswerInvalid', reason: 'Eine Kurzberatung braucht ihren Tag.' });
    const decided = decideAnswer({ ...fileOf(form, session), entry, field, value, base: basesFor(session, entry, field), today });
    if (!decided.ok) return decided;
    bodies.push(decided.value.body);
  }
  return ok(bodies);
}

export function retireTally(session: RecordState, entry: EntryId, retired: boolean): IntentBody {
  return { type: 'retireEntry', entry, retired, base: statusBasesFor(session, entry) };
}

/** It became a contact of a file: from now on it counts there. */
export function moveTally(session: RecordState, entry: EntryId, contact: string): readonly IntentBody[] {
  return [
    { type: 'answer', entry, field: tallyMoved, value: true, base: basesFor(session, entry, tallyMoved) },
    { type: 'answer', entry, field: tallyMovedTo, value: contact, base: basesFor(session, entry, tallyMovedTo) },
    retireTally(session, entry, true),
  ];
}

/** The contact it became stands no more: it is a Kurzberatung again. */
export function bringTallyBack(session: RecordState, entry: EntryId): readonly IntentBody[] {
  return [
    { type: 'answer', entry, field: tallyMoved, value: null, base: basesFor(session, entry, tallyMoved) },
    retireTally(session, entry, false),
  ];
}
