/** A made-up case as the intents that write it down, in the same form as if somebody had typed it. */
import { generateKeyBetween } from 'fractional-indexing';
import { randomId } from '../shared/crypto/sodium.ts';
import type { CaseRecord } from '../shared/catalogue/types.ts';
import { EntryId } from '../shared/domain/ids.ts';
import type { IntentBody } from '../shared/history/intent.ts';
import { currentCatalogue } from '../shared/catalogue/catalogue.ts';
import { makeTextEdit } from '../shared/history/text.ts';
import type { TrainingCase } from './training/training-case.ts';

export type TrainingIntents = Readonly<Record<CaseRecord, readonly IntentBody[]>>;

export function trainingIntents({ entries, answers, texts }: TrainingCase): TrainingIntents {
  const bodies: Record<CaseRecord, IntentBody[]> = { case: [], person: [] };
  const ids = new Map(entries.map(({ key }) => [key, EntryId.parse(randomId())]));
  const ranks = new Map<string, string>();
  const idOf = (key: string | null): EntryId | null => {
    if (key === null) return null;
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`no entry ${key}`);
    return id;
  };

  for (const { key, group, parent } of entries) {
    const place = `${group} ${parent ?? ''}`;
    const rank = generateKeyBetween(ranks.get(place) ?? null, null);
    ranks.set(place, rank);
    const entry = idOf(key);
    if (entry === null) continue;
    bodies[currentCatalogue.recordOfGroup(group)].push({ type: 'addEntry', entry, group, parent: idOf(parent), rank });
  }
  for (const { record, entry, field, value } of answers) {
    const named = currentCatalogue.field(field)?.type === 'reference' && typeof value === 'string' ? idOf(value) : value;
    bodies[record].push({ type: 'answer', entry: idOf(entry), field, value: named, base: [] });
  }
  for (const { record, entry, field, text } of texts) {
    const update = makeTextEdit([], [], text);
    if (update !== null) bodies[record].push({ type: 'editText', entry: idOf(entry), field, update, base: [] });
  }
  return bodies;
}
