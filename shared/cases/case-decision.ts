/** What all decisions about a case have in common. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { CaseRecord, Field } from '../catalogue/types.ts';
import type { AnswerValue } from '../domain/answer.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { IntentBody } from '../history/intent.ts';
import type { EntryState, RecordState } from '../history/state.ts';
import type { CaseRight } from '../rpc/case.views.ts';
import { caseworkerField, cardIsInside, deputyField, givesRights, shieldedField, worksOnProtection } from './case-right.ts';
import { requestGroup, restrictionGroup } from '../rights/restricted.ts';
import { groupLock, isToldByLaw, lockOf } from './consent.ts';

/**
 * The case file and its person card, as whoever asks may read them (readable.ts). `person` is undefined where its door is closed, and where the
 * card lies in the case file (a shielded file).
 */
export interface CaseFile {
  readonly catalogue: LoadedCatalogue;
  readonly caseState: RecordState;
  readonly person: RecordState | undefined;
  readonly right: CaseRight;
  /** The legal basis of the disclosure that is being entered, before it stands in the file. */
  readonly enteredOn?: AnswerValue;
  /** The group an act of its own is writing, see {@link byActs}. Nothing that only types or takes away says this. */
  readonly byAct?: string;
}

export type Refusal =
  | { readonly type: 'FieldUnknown' }
  | { readonly type: 'EntryUnknown' }
  | { readonly type: 'AnswerInvalid'; readonly reason: string }
  | { readonly type: 'ConsentMissing' }
  | { readonly type: 'HealthConsentMissing' }
  /** A disclosure without a legal basis. */
  | { readonly type: 'DisclosureWithoutBasis' }
  /** For the responsible Fachkraft, her deputy and the head only. */
  | { readonly type: 'NotForYou' };

/** The intents to append to the case file or to the person card. */
export interface Decided {
  readonly record: CaseRecord;
  readonly body: IntentBody;
}

/** Where answers of this record are kept now. */
export function recordIn({ caseState }: CaseFile, record: CaseRecord): CaseRecord {
  return record === 'person' && cardIsInside(caseState) ? 'case' : record;
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

export interface Writable {
  readonly field: Field;
  /** Where it is kept now. */
  readonly record: CaseRecord;
}

/**
 * The field, if it may be written in this place now.
 *
 * An entry that was taken away still takes input: somebody may have been typing in it while a colleague took it away.
 */
export function writableField(file: CaseFile, fieldId: string, entry: EntryId | null): Result<Writable, Refusal> {
  const field = file.catalogue.field(fieldId);
  if (field === undefined) return fail({ type: 'FieldUnknown' });
  if (field.readers === 'child_protection' && !worksOnProtection(file.right)) return fail({ type: 'NotForYou' });
  const record = recordIn(file, field.record);
  const group = entry === null ? undefined : stateOf(file, record)?.entries[entry]?.group;
  if (entry !== null && group === undefined) return fail({ type: 'EntryUnknown' });
  if (group !== field.group) return fail({ type: entry === null ? 'EntryUnknown' : 'FieldUnknown' });
  const reason = keptFor(file, fieldId);
  if (reason !== null) return fail({ type: 'AnswerInvalid', reason });
  const lock = lockOf(file.caseState, field);
  return lock === null || isLawful(file, field.group, entry) ? ok({ field, record }) : fail(lock);
}

/** A disclosure that needs no consent: the one that stands there, or the one that is being entered. */
function isLawful({ caseState, enteredOn }: CaseFile, group: string | undefined, entry: EntryId | null): boolean {
  if (group !== 'disclosure') return false;
  const said = entry === null ? [] : (caseState.answers[entry]?.['disclosure.basis'] ?? []).map(({ value }) => value);
  return isToldByLaw(caseState, said.length > 0 || enteredOn === undefined ? said : [enteredOn]);
}

/**
 * Groups that acts of their own write, by what is said to whoever types them. A restriction closes the file to everybody, also to whoever typed it; a request
 * keeps it from being deleted, or has it deleted, so nobody answers one away or makes it another person's.
 */
const byActs: Readonly<Record<string, string | undefined>> = {
  [restrictionGroup]: 'Eingeschränkt wird eine Akte über „Verarbeitung einschränken“ unter „Rechte“.',
  [requestGroup]: 'Ein Antrag wird unter „Rechte“ festgehalten, verlängert, entschieden und beantwortet. Wurde er versehentlich eingetragen, bitte dort als zurückgenommen entscheiden.',
};
/** Words about a decision, which decide nothing. */
const typedBeside: readonly string[] = ['request.reason'];

/** Whether it is written by typing at all. */
export function isTyped({ id, group }: Pick<Field, 'id' | 'group'>): boolean {
  return typedBeside.includes(id) || byActs[group ?? ''] === undefined;
}

/** Why an entry of this group is neither added, moved nor taken away by hand; null where it may be. */
export function actOfGroup({ byAct }: Pick<CaseFile, 'byAct'>, group: string): Refusal | null {
  const reason = group === byAct ? undefined : byActs[group];
  return reason === undefined ? null : { type: 'AnswerInvalid', reason };
}

/** Fields that decide who reads the file; null when whoever asks may answer this one. */
function keptFor({ catalogue, right, caseState, byAct }: CaseFile, field: string): string | null {
  const { group = '' } = catalogue.field(field) ?? {};
  if (group !== byAct && !typedBeside.includes(field) && byActs[group] !== undefined) return byActs[group];
  if (field === shieldedField) return 'Geschützt wird eine Akte über „Akte schützen“, von der zuständigen Fachkraft oder der Leitung.';
  if ((field === caseworkerField || field === deputyField) && !givesRights(right, caseState)) {
    return 'Wer zuständig ist und wer vertritt, ändern die zuständige Fachkraft und die Leitung.';
  }
  return null;
}

/** Why no entry of this group can be added, taken back or moved now; null when it can. */
export function groupRefusal(file: CaseFile, group: string): Refusal | null {
  const { catalogue, caseState, right } = file;
  const byHand = actOfGroup(file, group);
  if (byHand !== null) return byHand;
  const fields = catalogue.fieldsOfGroup(group);
  if (fields.some(({ readers }) => readers === 'child_protection') && !worksOnProtection(right)) return { type: 'NotForYou' };
  return isLawful(file, group, null) ? null : groupLock(caseState, fields);
}
