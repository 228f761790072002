/** A new entry with all that is said in it, and several answers at once: decided as a whole, so that a refusal leaves nothing behind. */
import { cleanText } from '../catalogue/clean-text.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId, IntentId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordState } from '../history/state.ts';
import { makeTextEditOn } from '../history/text.ts';
import { type CaseFile, type Decided, type Refusal, stateOf } from './case-decision.ts';
import { decideAnswer, decideTextEdit } from './decide-answer.ts';
import { decideAddEntry } from './decide-entry.ts';
import { decideNewDisclosure, disclosureGroup, keepBasis } from './disclosure.ts';

export interface EntryContent {
  readonly group: string;
  readonly parent: EntryId | null;
  /** By field id; null says nothing. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Long texts by field id; '' says nothing. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface EnterWish extends CaseFile, EntryContent {
  /** A fresh random id. */
  readonly entry: EntryId;
  readonly today: IsoDay;
}

/** An entry below the one that is entered, with a fresh random id of its own. */
export interface EntryBelow extends Omit<EntryContent, 'parent'> {
  readonly entry: EntryId;
}

/** An entry and those below it, such as a goal with its steps: all or none. */
export function decideEnterWithBelow(wish: EnterWish, below: readonly EntryBelow[]): Result<readonly Decided[], Refusal> {
  const first = decideEnter(wish);
  if (!first.ok) return first;
  const decided = [...first.value];
  for (const one of below) {
    const file = decided.filter(({ body }) => body.type === 'addEntry').reduce<CaseFile>(withEntry, fileOf(wish));
    const next = decideEnter({ ...file, ...one, parent: wish.entry, today: wish.today });
    if (!next.ok) return next;
    decided.push(...next.value);
  }
  return ok(decided);
}

/** The entry first, then what it says. All of it goes into one record. */
export function decideEnter(wish: EnterWish): Result<readonly Decided[], Refusal> {
  const { entry, group, parent, today } = wish;
  const enteredOn = group === disclosureGroup ? (wish.answers['disclosure.basis'] ?? null) : null;
  const added = decideAddEntry({ ...fileOf(wish), enteredOn, entry, group, parent });
  if (!added.ok) return added;
  const decided: Decided[] = [added.value];
  const file = { ...withEntry(wish, added.value), enteredOn };

  for (const [field, value] of Object.entries(wish.answers)) {
    const answered = decideAnswer({ ...file, entry, field, value, base: [], today });
    if (!answered.ok) return answered;
    if (answered.value.body.type === 'answer' && answered.value.body.value !== null) decided.push(answered.value);
  }
  for (const [field, text] of Object.entries(wish.texts)) {
    const place = decideTextEdit({ ...file, entry, field });
    if (!place.ok) return place;
    const update = makeTextEditOn(undefined, cleanText(text));
    if (update !== null) decided.push({ record: place.value.record, body: { type: 'editText', entry, field, update, base: [] } });
  }
  const disclosed = group === disclosureGroup ? decideNewDisclosure(wish, wish.answers, wish.texts['disclosure.content'] ?? '', today) : ok(null);
  return disclosed.ok ? ok(decided) : disclosed;
}

export interface AnswersWish extends CaseFile {
  readonly answers: readonly {
    readonly entry: EntryId | null;
    readonly field: string;
    readonly value: AnswerValue;
    readonly base: readonly IntentId[];
  }[];
  readonly today: IsoDay;
}

/** What one act allows is what the file allowed before it: a consent and what needs it are two acts. */
export function decideAnswers(wish: AnswersWish): Result<readonly Decided[], Refusal> {
  const decided: Decided[] = [];
  const places = new Set<string>();
  for (const { entry, field, value, base } of wish.answers) {
    const place = `${entry ?? ''} ${field}`;
    if (places.has(place)) return fail({ type: 'AnswerInvalid', reason: 'Ein Feld bekommt hier zwei Antworten auf einmal.' });
    places.add(place);
    const answered = decideAnswer({ ...fileOf(wish), entry, field, value, base, today: wish.today });
    if (!answered.ok) return answered;
    decided.push(answered.value);
  }
  const kept = keepBasis(wish, wish.answers, wish.today);
  return kept.ok ? ok(decided) : kept;
}

function fileOf({ catalogue, caseState, person, right, byAct }: CaseFile): CaseFile {
  return { catalogue, caseState, person, right, ...(byAct === undefined ? {} : { byAct }) };
}

/** The file as it is once the entry is in it. */
export function withEntry(file: CaseFile, { record, body }: Decided): CaseFile {
  const state = stateOf(file, record);
  if (state === undefined || body.type !== 'addEntry') return fileOf(file);
  const { entry, group, parent, rank } = body;
  const entries: RecordState['entries'] = { ...state.entries, [entry]: { group, parent, rank, rankHeads: [], retired: false, statusHeads: [] } };
  const grown = { ...state, entries };
  return record === 'case' ? { ...fileOf(file), caseState: grown } : { ...fileOf(file), person: grown };
}
