/** What all decisions about a case have in common. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { CaseRecord, Field } from '../catalogue/types.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { IntentBody } from '../history/intent.ts';
import type { EntryState, RecordState } from '../history/state.ts';
import { takesInput } from './consent.ts';

/** The case file and its person card, as they stand. `person` is undefined where its door is closed. */
export interface CaseFile {
  readonly catalogue: LoadedCatalogue;
  readonly caseState: RecordState;
  readonly person: RecordState | undefined;
}

export type Refusal =
  | { readonly type: 'FieldUnknown' }
  | { readonly type: 'EntryUnknown' }
  | { readonly type: 'AnswerInvalid'; readonly reason: string }
  | { readonly type: 'ConsentMissing' };

/** The intents to append to the case file or to the person card. */
export interface Decided {
  readonly record: CaseRecord;
  readonly body: IntentBody;
}

export function stateOf(file: CaseFile, record: CaseRecord): RecordState | undefined {
  return record === 'case' ? file.caseState : file.person;
}

/** An entry and the record it is kept in. */
export function findEntry(
  file: CaseFile,
  entry: EntryId,
): { readonly record: CaseRecord; readonly entry: EntryState } | undefined {
  for (const record of ['case', 'person'] as const) {
    const found = stateOf(file, record)?.entries[entry];
    if (found !== undefined) return { record, entry: found };
  }
  return undefined;
}

/**
 * The field, if it may be written in this place now.
 *
 * An entry that was taken away still takes input: somebody may have been typing in it while a colleague took it away.
 */
export function writableField(file: CaseFile, fieldId: string, entry: EntryId | null): Result<Field, Refusal> {
  const field = file.catalogue.field(fieldId);
  if (field === undefined) return fail({ type: 'FieldUnknown' });
  const group = entry === null ? undefined : stateOf(file, field.record)?.entries[entry]?.group;
  if (entry !== null && group === undefined) return fail({ type: 'EntryUnknown' });
  if (group !== field.group) return fail({ type: entry === null ? 'EntryUnknown' : 'FieldUnknown' });
  return takesInput(file.caseState, field) ? ok(field) : fail({ type: 'ConsentMissing' });
}
