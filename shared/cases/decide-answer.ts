/** Whether an answer or a text edit may be made. */
import { checkAnswer } from '../catalogue/check-answer.ts';
import { isSpecial, type AnswerValue } from '../domain/answer.ts';
import type { Field } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import { EntryId, type IntentId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readCase } from './answers.ts';
import { findEntry, writableField, type CaseFile, type Decided, type Refusal, type Writable } from './case-decision.ts';

export interface AnswerWish extends CaseFile {
  readonly entry: EntryId | null;
  readonly field: string;
  readonly value: AnswerValue;
  /** The statements the author had before her eyes. */
  readonly base: readonly IntentId[];
  readonly today: IsoDay;
}

/** The `answer` to append, with its value as it is stored. Long texts take only special answers here; words go through text edits. */
export function decideAnswer(wish: AnswerWish): Result<Decided, Refusal> {
  const { catalogue, entry, value, base, today } = wish;
  const writable = writableField(wish, wish.field, entry);
  if (!writable.ok) return writable;
  const { field, record } = writable.value;
  if (field.retired === true && value !== null) return fail({ type: 'AnswerInvalid', reason: gone });
  if (field.type === 'longtext' && value !== null && !isSpecial(value)) {
    return fail({ type: 'AnswerInvalid', reason: 'Dieses Feld wird als Text geschrieben.' });
  }
  const checked = checkAnswer(catalogue, field, value, today);
  if (!checked.ok) return fail({ type: 'AnswerInvalid', reason: checked.error.reason });
  if (isRetiredCode(wish, field, checked.value)) return fail({ type: 'AnswerInvalid', reason: 'Diesen Wert bietet die Liste nicht mehr an.' });
  if (!isOfThisFile(wish, field, checked.value)) return fail({ type: 'EntryUnknown' });
  return ok({
    record,
    body: { type: 'answer', entry, field: field.id, value: checked.value, base: [...base] },
  });
}

const gone = 'Dieses Feld gehört nicht mehr zur Akte. Was darin steht, bleibt lesbar.';

/** A code that is offered no more stays where it was chosen, beside others too. */
function isRetiredCode(file: CaseFile & Pick<AnswerWish, 'entry'>, field: Field, value: AnswerValue): boolean {
  const codes = codesIn(value);
  const retired = file.catalogue.codes(field.codeList ?? '').filter((code) => code.retired === true && codes.includes(code.code));
  if (retired.length === 0) return false;
  const said = readCase(file.caseState, file.person).statements(field.id, file.entry).flatMap(codesIn);
  return retired.some(({ code }) => !said.includes(code));
}

function codesIn(value: AnswerValue): readonly string[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

/** What a reference names is in this file, of a kind it may name. An entry a colleague took away meanwhile can still be named. */
function isOfThisFile(file: CaseFile, field: Field, value: AnswerValue): boolean {
  if (field.type !== 'reference' || typeof value !== 'string') return true;
  const named = EntryId.safeParse(value);
  const group = named.success ? findEntry(file, named.data)?.entry.group : undefined;
  return group !== undefined && (field.refersTo ?? []).includes(group);
}

export interface TextWish extends CaseFile {
  readonly entry: EntryId | null;
  readonly field: string;
}

/** The field, and the record whose text may be edited; the edit itself is made where Yjs is. */
export function decideTextEdit(wish: TextWish): Result<Writable, Refusal> {
  const writable = writableField(wish, wish.field, wish.entry);
  if (!writable.ok) return writable;
  const { field } = writable.value;
  if (field.retired === true) return fail({ type: 'AnswerInvalid', reason: gone });
  return field.type === 'longtext'
    ? writable
    : fail({ type: 'AnswerInvalid', reason: 'Dieses Feld ist kein langer Text.' });
}
