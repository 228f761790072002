/**
 * The card of a shielded person behind the case door (DESIGN §5): what the intents are that say in the case file all the card says.
 *
 * Entries keep their ids, so what refers to them still does. Who wrote it first stays on the card and goes with it.
 */
import type { EntryId } from '../domain/ids.ts';
import type { IntentBody } from '../history/intent.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import { makeTextEditOn } from '../history/text.ts';

/** Only what the case file does not say yet: doing it twice, or going on with it, adds nothing. Both of two statements are taken along. */
export function cardBodies(card: RecordState, caseState: RecordState): readonly IntentBody[] {
  const entries = parentsFirst(card).filter(([id]) => caseState.entries[id] === undefined);
  const added = entries.flatMap(([id, { group, parent, rank, retired }]): readonly IntentBody[] => {
    const add: IntentBody = { type: 'addEntry', entry: id, group, parent, rank };
    return retired ? [add, { type: 'retireEntry', entry: id, retired, base: [] }] : [add];
  });
  const answered = eachPlace(card.answers).flatMap(([entry, field, heads]): readonly IntentBody[] =>
    saidIn(caseState.answers, entry, field) ? [] : heads.map(({ value }) => ({ type: 'answer', entry, field, value, base: [] })),
  );
  const written = eachPlace(card.texts).flatMap(([entry, field, { text }]): readonly IntentBody[] => {
    const update = saidIn(caseState.texts, entry, field) ? null : makeTextEditOn(undefined, text);
    return update === null ? [] : [{ type: 'editText', entry, field, update, base: [] }];
  });
  return [...added, ...answered, ...written];
}

type Places<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

function eachPlace<T>(places: Places<T>): readonly (readonly [entry: EntryId | null, field: string, said: T])[] {
  return Object.entries(places).flatMap(([place, fields]) =>
    Object.entries(fields).map(([field, said]) => [place === recordItself ? null : (place as EntryId), field, said] as const),
  );
}

function saidIn(places: Places<unknown>, entry: EntryId | null, field: string): boolean {
  return places[entry ?? recordItself]?.[field] !== undefined;
}

function parentsFirst({ entries }: RecordState): readonly (readonly [EntryId, RecordState['entries'][string]])[] {
  const depth = (id: string, seen = 0): number => {
    const parent = entries[id]?.parent;
    return parent === null || parent === undefined || seen > 10 ? seen : depth(parent, seen + 1);
  };
  return Object.entries(entries)
    .map(([id, entry]) => ({ id: id as EntryId, entry, depth: depth(id) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ id, entry }) => [id, entry] as const);
}
