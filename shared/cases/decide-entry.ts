/** Adding, taking away and moving entries of repeating groups. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { CaseRecord } from '../catalogue/types.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { rankBasesFor, statusBasesFor } from '../history/base-of.ts';
import type { IntentBody } from '../history/intent.ts';
import type { RecordState } from '../history/state.ts';
import { actOfGroup, findEntry, groupRefusal, recordIn, stateOf, type CaseFile, type Decided, type Refusal } from './case-decision.ts';

interface Sibling {
  readonly id: EntryId;
  readonly rank: string;
}

/** Entries in one place, those taken away included, in their order. */
function siblings(state: RecordState | undefined, group: string, parent: EntryId | null): readonly Sibling[] {
  return Object.entries(state?.entries ?? {})
    .filter(([, entry]) => entry.group === group && entry.parent === parent)
    .map(([id, entry]) => ({ id: id as EntryId, rank: entry.rank }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1));
}

export interface NewEntryWish extends CaseFile {
  /** A fresh random id. */
  readonly entry: EntryId;
  readonly group: string;
  readonly parent: EntryId | null;
}

/** The `addEntry` that puts a new entry after the last one. Before consent only where a field of the group takes input by then. */
export function decideAddEntry(wish: NewEntryWish): Result<Decided, Refusal> {
  const { catalogue, entry, parent } = wish;
  const group = catalogue.group(wish.group);
  if (group === undefined) return fail({ type: 'FieldUnknown' });
  const record = recordIn(wish, catalogue.recordOfGroup(group.id));
  const state = stateOf(wish, record);
  const parentEntry = parent === null ? undefined : state?.entries[parent];
  const fits =
    parent === null
      ? group.parents === undefined
      : parentEntry !== undefined && !parentEntry.retired && (group.parents ?? []).includes(parentEntry.group);
  if (!fits || state === undefined) return fail({ type: 'EntryUnknown' });
  const refusal = groupRefusal(wish, group.id);
  if (refusal !== null) return fail(refusal);
  const last = siblings(state, group.id, parent).at(-1);
  return ok({
    record,
    body: { type: 'addEntry', entry, group: group.id, parent, rank: generateKeyBetween(last?.rank ?? null, null) },
  });
}

export interface RetireWish extends CaseFile {
  readonly entry: EntryId;
  /** False takes the entry back into the file. */
  readonly retired: boolean;
}

/** Taking away is always possible, but for what only its own acts write; taking back puts content on show again and needs consent. */
export function decideRetireEntry(wish: RetireWish): Result<Decided, Refusal> {
  const found = findEntry(wish, wish.entry);
  const state = found === undefined ? undefined : stateOf(wish, found.record);
  if (found === undefined || state === undefined) return fail({ type: 'EntryUnknown' });
  const refusal = wish.retired ? actOfGroup(wish, found.entry.group) : groupRefusal(wish, found.entry.group);
  if (refusal !== null) return fail(refusal);
  const base = statusBasesFor(state, wish.entry);
  return ok({ record: found.record, body: { type: 'retireEntry', entry: wish.entry, retired: wish.retired, base } });
}

export interface MoveWish extends CaseFile {
  readonly entry: EntryId;
  /** The entry it shall stand before, in the same place; null = at the end. */
  readonly before: EntryId | null;
}

export interface Moved {
  readonly record: CaseRecord;
  /** Usually one. Empty when the entry already stands there. */
  readonly bodies: readonly IntentBody[];
}

/**
 * The `setRank`s that move an entry among its siblings.
 *
 * Two PCs that added an entry apart gave both the same rank. There is no room between equal ranks, so the ones behind the gap get
 * new ranks too.
 */
export function decideMoveEntry(wish: MoveWish): Result<Moved, Refusal> {
  const found = findEntry(wish, wish.entry);
  const state = found === undefined ? undefined : stateOf(wish, found.record);
  if (found === undefined || state === undefined) return fail({ type: 'EntryUnknown' });
  const refusal = groupRefusal(wish, found.entry.group);
  if (refusal !== null) return fail(refusal);
  if (wish.before === wish.entry) return ok({ record: found.record, bodies: [] });

  const all = siblings(state, found.entry.group, found.entry.parent);
  const rest = all.filter((sibling) => sibling.id !== wish.entry);
  const place = wish.before === null ? rest.length : rest.findIndex((sibling) => sibling.id === wish.before);
  if (place < 0) return fail({ type: 'EntryUnknown' });
  if (all[place]?.id === wish.entry) return ok({ record: found.record, bodies: [] });

  const low = rest[place - 1]?.rank ?? null;
  const behind = rest.slice(place);
  const roomAt = behind.findIndex((sibling) => low === null || sibling.rank > low);
  const crowded = roomAt < 0 ? behind : behind.slice(0, roomAt);
  const high = roomAt < 0 ? null : (behind[roomAt]?.rank ?? null);
  const moved = [wish.entry, ...crowded.map((sibling) => sibling.id)];
  const ranks = generateNKeysBetween(low, high, moved.length);
  const bodies = moved.map((entry, index): IntentBody => {
    const rank = ranks[index];
    if (rank === undefined) throw new Error('fewer ranks than entries');
    return { type: 'setRank', entry, rank, base: rankBasesFor(state, entry) };
  });
  return ok({ record: found.record, bodies });
}
