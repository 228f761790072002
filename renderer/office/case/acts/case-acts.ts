/** The acts that concern the whole file. Each is false or null when it was not done; `file.whyNot` says why. */
import type { AnswerValue } from '../../../../shared/domain/answer.ts';
import type { IsoDay } from '../../../../shared/domain/day.ts';
import type { EntryId } from '../../../../shared/domain/ids.ts';
import { toEntry, type CaseFile } from '../case-file.svelte.ts';
import type { Withdrawal } from './case-ask.ts';

export function withdraw(file: CaseFile, what: Withdrawal, entry: EntryId | null, day: IsoDay): Promise<boolean> {
  const { client, caseId } = file;
  return file.act(`withdraw ${what} ${entry ?? ''} ${day}`, (act) => client.cases.withdraw({ caseId, act, what, entry, day }));
}

export function changeForm(file: CaseFile, form: 'counselling' | 'case_management', day: IsoDay): Promise<boolean> {
  const { client, caseId } = file;
  return file.act(`form ${form} ${day}`, (act) => client.cases.changeForm({ caseId, act, form, day }));
}

export function endSupport(file: CaseFile, day: IsoDay, reason: string): Promise<boolean> {
  const { client, caseId } = file;
  return file.act(`end ${day} ${reason}`, (act) => client.cases.end({ caseId, act, day, reason }));
}

export function resumeSupport(file: CaseFile, day: IsoDay, reason: string): Promise<boolean> {
  const { client, caseId } = file;
  return file.act(`resume ${day} ${reason}`, (act) => client.cases.resume({ caseId, act, day, reason }));
}

export function shieldFile(file: CaseFile, shielded: boolean): Promise<boolean> {
  const { client, caseId } = file;
  return file.act(`shield ${String(shielded)}`, (act) => client.cases.shield({ caseId, act, shielded }));
}

/** Several answers of the record itself at once. */
export function answerTogether(file: CaseFile, values: Readonly<Record<string, AnswerValue>>): Promise<boolean> {
  const { client, caseId } = file;
  const answers = Object.entries(values).map(([field, value]) => ({ entry: null, field, value, base: [...(file.view.answers['']?.[field]?.base ?? [])] }));
  return file.act(`answers ${JSON.stringify(values)}`, (act) => client.cases.answerAll({ caseId, act, answers }));
}

type Values = Readonly<Record<string, AnswerValue>>;

/** A new entry with what is known of it, and those `below` it, in one act; empty values are left out. */
export function enter(file: CaseFile, group: string, parent: string, values: Values, below: readonly { readonly group: string; readonly values: Values }[] = []): Promise<EntryId | null> {
  const { client, caseId } = file;
  const under = below.map((one) => ({ group: one.group, ...contentOf(file, one.values) }));
  return file.writer.act(`enter ${group} ${parent} ${JSON.stringify([values, below])}`, async (act) => {
    const { entry, view } = await client.cases.enter({ caseId, act, group, parent: toEntry(parent), ...contentOf(file, values), below: under });
    return { view, result: entry };
  });
}

function contentOf({ catalogue }: CaseFile, values: Values): { readonly answers: Record<string, AnswerValue>; readonly texts: Record<string, string> } {
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  const isText = ([field, value]: [string, AnswerValue]): boolean => catalogue.field(field)?.type === 'longtext' && typeof value === 'string';
  return { answers: Object.fromEntries(said.filter((one) => !isText(one))), texts: Object.fromEntries(said.filter(isText)) as Record<string, string> };
}
