/** A case file to fill in: every act goes through the decisions and the fold, as in the office core. */
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { CaseRecord } from '../../../shared/catalogue/types.ts';
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import { readCase, type CaseAnswers } from '../../../shared/cases/answers.ts';
import type { CaseFile, Decided, Refusal } from '../../../shared/cases/case-decision.ts';
import { decideAnswer, decideTextEdit } from '../../../shared/cases/decide-answer.ts';
import { decideAddEntry, decideMoveEntry, decideRetireEntry } from '../../../shared/cases/decide-entry.ts';
import { fillGaps } from '../../../shared/cases/fill-gaps.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { DeviceId, EntryId, IntentId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { basesFor } from '../../../shared/history/base-of.ts';
import { fold } from '../../../shared/history/fold.ts';
import type { Intent, IntentBody } from '../../../shared/history/intent.ts';
import type { RecordState } from '../../../shared/history/state.ts';
import { editsOf, makeTextEdit } from '../../../shared/history/text.ts';

const hex = (count: number): string => count.toString(16).padStart(32, '0');
export const day = (text: string): IsoDay => IsoDay.parse(text);
export const selin = UserId.parse('5'.repeat(32));

export interface TestFile extends CaseFile {
  readonly answers: CaseAnswers;
  answer(field: string, value: AnswerValue, entry?: EntryId | null): Result<Decided, Refusal>;
  /** As if on another PC that has seen nothing yet. */
  answerApart(field: string, value: AnswerValue): Result<Decided, Refusal>;
  write(field: string, text: string, entry?: EntryId | null): Result<{ readonly record: CaseRecord }, Refusal>;
  /** Adds an entry that the catalogue allows there; a refusal throws. */
  add(group: string, parent?: EntryId | null): EntryId;
  retire(entry: EntryId, retired?: boolean): void;
  move(entry: EntryId, before: EntryId | null): void;
  fill(section?: string | null): readonly Decided[];
  /** Puts an intent into the history as it is, past all decisions. */
  append(record: CaseRecord, body: IntentBody): void;
}

/** An empty file on `today`, without consent. */
export function openFile(today: IsoDay, catalogue: LoadedCatalogue = currentCatalogue): TestFile {
  let count = 0;
  const histories: Record<CaseRecord, Intent[]> = { case: [], person: [] };
  const next = (): string => hex((count += 1));

  const folded = new Map<CaseRecord, RecordState>();
  const stateIn = (kind: CaseRecord): RecordState => {
    const state = folded.get(kind) ?? fold(histories[kind]);
    folded.set(kind, state);
    return state;
  };
  const append = (kind: CaseRecord, body: IntentBody): void => {
    folded.delete(kind);
    histories[kind].push({
      id: IntentId.parse(next()),
      record: RecordId.parse(hex(1)),
      kind,
      author: selin,
      device: DeviceId.parse('d'.repeat(32)),
      sequence: histories[kind].length + 1,
      at: '2026-02-03T10:00:00Z',
      body,
    });
  };
  append('case', { type: 'createRecord' });
  append('person', { type: 'createRecord' });

  const state = (): CaseFile => ({ catalogue, caseState: stateIn('case'), person: stateIn('person'), right: 'responsible' });
  const done = <T extends Decided>(decided: Result<T, Refusal>): Result<T, Refusal> => {
    if (decided.ok) append(decided.value.record, decided.value.body);
    return decided;
  };
  const must = <T>(decided: Result<T, Refusal>): T => {
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
    return decided.value;
  };
  const recordOf = (field: string): CaseRecord => catalogue.field(field)?.record ?? 'case';

  return {
    catalogue,
    right: 'responsible',
    get caseState() {
      return state().caseState;
    },
    get person() {
      return state().person;
    },
    get answers() {
      const { caseState, person } = state();
      return readCase(caseState, person);
    },
    answer: (field, value, entry = null) => {
      const base = basesFor(stateIn(recordOf(field)), entry, field);
      return done(decideAnswer({ ...state(), field, value, entry, base, today }));
    },
    answerApart: (field, value) => done(decideAnswer({ ...state(), field, value, entry: null, base: [], today })),
    write: (field, text, entry = null) => {
      const decided = decideTextEdit({ ...state(), field, entry });
      if (!decided.ok) return decided;
      const edits = editsOf(histories[decided.value.record], entry, field);
      const base = edits.map((edit) => edit.id);
      const update = makeTextEdit(edits, base, text);
      if (update !== null) append(decided.value.record, { type: 'editText', entry, field, update, base });
      return ok(decided.value);
    },
    add: (group, parent = null) => {
      const entry = EntryId.parse(next());
      must(done(decideAddEntry({ ...state(), entry, group, parent })));
      return entry;
    },
    retire: (entry, retired = true) => {
      must(done(decideRetireEntry({ ...state(), entry, retired })));
    },
    move: (entry, before) => {
      const { record, bodies } = must(decideMoveEntry({ ...state(), entry, before }));
      for (const body of bodies) append(record, body);
    },
    fill: (section = null) => {
      const decided = fillGaps({ ...state(), section, today });
      for (const { record, body } of decided) append(record, body);
      return decided;
    },
    append,
  };
}

/** A file with consent. */
export function consentedFile(today: IsoDay, catalogue: LoadedCatalogue = currentCatalogue): TestFile {
  const file = openFile(today, catalogue);
  file.answer('consent.data_processing_status', 'granted');
  return file;
}
