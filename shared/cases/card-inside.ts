/**
 * The card of a shielded person behind the case door (DESIGN §5): what the intents are that say in the case file all the card says.
 *
 * Entries keep their ids, so what refers to them still does. Who wrote it first stays on the card and goes with it.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { EntryId } from '../domain/ids.ts';
import { basesFor, statusBasesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import { type Head, recordItself, type RecordState } from '../history/state.ts';
import { makeTextEditOn } from '../history/text.ts';
import { cardIsInside, wasInside } from './case-right.ts';

/**
 * How what is there already is met: left alone (`missing`: doing it twice, or going on with it, adds nothing), answered anew where the copy is older
 * (`replace`), or kept beside it, so that a person decides (`both`).
 */
export type Copying = 'missing' | 'replace' | 'both';

/** The intents that say in `to` what `from` says. Both of two statements are taken along. */
export function cardBodies(from: RecordState, to: RecordState, how: Copying = 'missing'): readonly IntentBody[] {
  const added = parentsFirst(from).flatMap(([id, { group, parent, rank, retired }]): readonly IntentBody[] => {
    const there = to.entries[id];
    const status: IntentBody = { type: 'retireEntry', entry: id, retired, base: there === undefined ? [] : statusBasesFor(to, id) };
    if (there !== undefined) return how === 'missing' || there.retired === retired ? [] : [status];
    const add: IntentBody = { type: 'addEntry', entry: id, group, parent, rank };
    return retired ? [add, status] : [add];
  });
  const answered = eachPlace(from.answers).flatMap(([entry, field, heads]): readonly IntentBody[] => {
    const there = to.answers[entry ?? recordItself]?.[field];
    if (there !== undefined && (how === 'missing' || saysTheSame(heads, there))) return [];
    const base = how === 'replace' ? basesFor(to, entry, field) : [];
    return heads.map(({ value }) => ({ type: 'answer', entry, field, value, base }));
  });
  const written = eachPlace(from.texts).flatMap(([entry, field, { text }]): readonly IntentBody[] => {
    const update = to.texts[entry ?? recordItself]?.[field] === undefined ? makeTextEditOn(undefined, text) : null;
    return update === null ? [] : [{ type: 'editText', entry, field, update, base: [] }];
  });
  return [...added, ...answered, ...written];
}

function saysTheSame(a: readonly Head[], b: readonly Head[]): boolean {
  const words = (heads: readonly Head[]): string => JSON.stringify(heads.map(({ value }) => JSON.stringify(value)).sort());
  return words(a) === words(b);
}

/** What of a case file is a copy of the card. */
export function cardPart(catalogue: LoadedCatalogue, caseState: RecordState): RecordState {
  return parted(catalogue, caseState, true);
}

/** The same object unless the card lay in the file once and is back on the desk: then what the file still says of it is past. */
export function withoutPastCard(catalogue: LoadedCatalogue, caseState: RecordState): RecordState {
  return wasInside(caseState) && !cardIsInside(caseState) ? parted(catalogue, caseState, false) : caseState;
}

function parted(catalogue: LoadedCatalogue, state: RecordState, ofCard: boolean): RecordState {
  // What this edition does not know goes by its name.
  const isOfCard = (field: string): boolean => (catalogue.field(field)?.record ?? (field.startsWith('person.') ? 'person' : 'case')) === 'person';
  const entries = Object.entries(state.entries).filter(([, { group }]) => (catalogue.group(group) !== undefined && catalogue.recordOfGroup(group) === 'person') === ofCard);
  const places = <T>(said: Places<T>): Places<T> =>
    Object.fromEntries(Object.entries(said).map(([place, fields]) => [place, Object.fromEntries(Object.entries(fields).filter(([field]) => isOfCard(field) === ofCard))] as const));
  return { ...state, entries: Object.fromEntries(entries), answers: places(state.answers), texts: places(state.texts) };
}

type Places<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

function eachPlace<T>(places: Places<T>): readonly (readonly [entry: EntryId | null, field: string, said: T])[] {
  return Object.entries(places).flatMap(([place, fields]) =>
    Object.entries(fields).map(([field, said]) => [place === recordItself ? null : (place as EntryId), field, said] as const),
  );
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
