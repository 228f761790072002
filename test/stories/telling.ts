/** What a file may know and no paper may say: written into it, and in which words it would be found again. */
import { createHash } from 'node:crypto';
import { currentCatalogue as catalogue } from '../../shared/catalogue/catalogue.ts';
import type { Field } from '../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { TestOffice } from '../office/support/office.ts';
import { forbidden, formsOf, ofThePlan } from '../shared/plan/fields-on-paper.ts';

/** Told by acts of their own, or the story says them itself. */
const said = /^case\.|^consent\.|^contact\.(date|release_)|^institution\.|^protection\.with$/;
/** Shorter labels („ja“, „Schule“) stand on papers for other reasons. */
const shortestLabel = 12;

function wordOf(field: string): string {
  return `Kastanienbaum${createHash('sha256').update(field).digest('hex').slice(0, 8)}`;
}

/** A value of the field, and the words it would be printed in. */
function valueOf({ id, type, codeList }: Field): readonly [AnswerValue, readonly string[]] | null {
  if (type === 'text') return [wordOf(id), [wordOf(id)]];
  if (type === 'date') return ['2026-02-17', formsOf('2026-02-17')];
  if (type !== 'choice') return null;
  const code = [...catalogue.codes(codeList ?? '')].sort((a, b) => b.label.length - a.label.length)[0];
  // A long code is nobody's own word either.
  return code === undefined || code.label.length < shortestLabel ? null : [code.code, [code.label, ...(code.code.length < shortestLabel ? [] : [code.code])]];
}

/** By what it is about (residence, health, other people …): words that a paper must not hold. What the file does not take is left out. */
export async function knowMore({ client }: TestOffice, caseId: RecordId): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<string, readonly string[]>();
  const entries = new Map<string, EntryId | null | undefined>([['', null]]);
  for (const [what, fields] of forbidden) {
    const words: string[] = [];
    for (const field of catalogue.fields.filter(({ id, retired }) => fields.test(id) && !said.test(id) && !ofThePlan.has(id) && retired !== true)) {
      const { id, group = '', type } = field;
      if (!entries.has(group)) entries.set(group, await entryOf(client, caseId, group));
      const entry = entries.get(group);
      if (entry === undefined) continue;
      const at = { caseId, entry, field: id, base: [] };
      const value = valueOf(field);
      if (type === 'longtext' && (await taken(client.cases.editText({ ...at, text: wordOf(id) })))) words.push(wordOf(id));
      else if (value !== null && (await taken(client.cases.answer({ ...at, value: value[0] })))) words.push(...value[1]);
    }
    known.set(what, words);
  }
  return known;
}

async function entryOf({ cases }: TestOffice['client'], caseId: RecordId, group: string): Promise<EntryId | undefined> {
  if ((catalogue.group(group)?.parents ?? []).length > 0) return undefined;
  try {
    return (await cases.addEntry({ caseId, group, parent: null })).entry;
  } catch (problem) {
    return refusal(problem);
  }
}

async function taken(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (problem) {
    refusal(problem);
    return false;
  }
}

/** A field that another answer opens, or one that needs a consent of its own. */
function refusal(problem: unknown): undefined {
  if (!(problem instanceof Error && 'code' in problem)) throw problem;
  return undefined;
}
