/** How a long text read before: hers as much as what stands there now, and to be read for other people as well before it leaves. */
import { namesOfField } from '../catalogue/in-edition.ts';
import type { Field } from '../catalogue/types.ts';
import { retentionFields } from '../cases/readable.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Intent } from '../history/intent.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { editsOf, textsAlong } from '../history/text.ts';

export interface EarlierText {
  readonly text: string;
  /** The day it read like this. */
  readonly on: string;
}

export interface TextHistory {
  /** The whole histories of both records. */
  readonly intents: readonly Intent[];
  /** Gefährdungseinschätzungen are among what is read. */
  readonly protection: boolean;
}

/** Oldest first, without the text as it is now and without empty ones. Of a paper that went to another file nothing is told. */
export function earlierTexts({ intents, protection }: TextHistory, state: RecordState, field: Field, place: string): readonly EarlierText[] {
  if (field.type !== 'longtext' || (!protection && (field.readers === 'child_protection' || retentionFields.includes(field.id)))) return [];
  const entry = place === recordItself ? null : (place as EntryId);
  if (entry !== null && (state.entries[entry] === undefined || (state.entries[entry].group === 'attachment' && state.entries[entry].retired))) return [];
  const now = state.texts[place]?.[field.id]?.text ?? '';
  return namesOfField(field).flatMap((name) => {
    // File and card have one id and two histories.
    const edits = editsOf(intents.filter(({ kind }) => kind === state.kind), entry, name);
    const texts = textsAlong(edits, new Set(edits.map(({ id }) => id)));
    const versions = edits.map(({ id, at }) => ({ text: texts.get(id) ?? '', on: at.slice(0, 10) }));
    return versions.filter(({ text }, index) => text.trim() !== '' && text !== now && text !== versions[index - 1]?.text);
  });
}
