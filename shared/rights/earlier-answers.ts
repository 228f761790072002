/** What was answered before and does not stand any more: hers as much as what does, and to be read for other people as well before it leaves. */
import { namesOfField } from '../catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { Field } from '../catalogue/types.ts';
import { retentionFields } from '../cases/readable.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import type { TextHistory } from './earlier-texts.ts';

interface EarlierAnswer {
  readonly field: Field;
  readonly value: AnswerValue;
  /** When it was written down. */
  readonly at: string;
}

/**
 * By place and field ({@link placeAndField}), oldest first. Not of a paper that went to another file, whose title was about somebody else, and nothing
 * that would tell of child protection where that is not read.
 */
export function earlierAnswers(catalogue: LoadedCatalogue, { intents, protection }: TextHistory, states: readonly RecordState[]): ReadonlyMap<string, readonly EarlierAnswer[]> {
  const standing = new Set(states.flatMap((state) => Object.values(state.answers).flatMap((said) => Object.values(said).flatMap((heads) => heads.map(({ intent }) => intent as string)))));
  const places = new Map(states.flatMap((state) => Object.entries(state.entries)));
  const fieldByName = new Map(catalogue.fields.flatMap((field) => namesOfField(field).map((name) => [name, field] as const)));
  const found = new Map<string, EarlierAnswer[]>();
  for (const { id, at, body } of intents) {
    if (body.type !== 'answer' || body.value === null || standing.has(id)) continue;
    const field = fieldByName.get(body.field);
    const entry = body.entry === null ? undefined : places.get(body.entry);
    if (field === undefined || (body.entry !== null && entry === undefined)) continue;
    if (entry?.group === 'attachment' && entry.retired) continue;
    if (!protection && tellsOfProtection(field, body.value)) continue;
    const key = placeAndField(body.entry ?? recordItself, field.id);
    found.set(key, [...(found.get(key) ?? []), { field, value: body.value, at }]);
  }
  return found;
}

export function placeAndField(place: string, field: string): string {
  return `${place} ${field}`;
}

function tellsOfProtection({ id, readers }: Field, value: AnswerValue): boolean {
  return readers === 'child_protection' || retentionFields.includes(id) || (id === 'disclosure.basis' && value === 'child_protection_law');
}
