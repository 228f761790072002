/**
 * The fold for the hot path: a folded record and a few new intents, without reading the history again.
 *
 * [Note: when extending is allowed] A new intent that builds only on intents already in changes its own field and nothing else. Anything
 * that reaches further back (a base that is not here, an intent somebody already replaced, a second addEntry) is answered with null:
 * the caller folds the whole history.
 */
import * as Y from 'yjs';
import type { IntentId, RecordId } from '../domain/ids.ts';
import { base64ToBytes } from './base64.ts';
import { answerHead, byVersion, emptyState, foldFile, foldFully, keptPaper, type Typed } from './fold.ts';
import { addHead } from './heads.ts';
import type { Intent, RecordKind } from './intent.ts';
import { recordItself, type EntryState, type RecordState } from './state.ts';
import { keptText, newTextDoc, textOf } from './text.ts';
import { parseTextUpdate } from './text-update.ts';

/** A fold that can be kept as JSON and extended. */
export interface FoldedRecord {
  readonly state: RecordState;
  /** Every text as [Note: kept text] says, by entry id (`recordItself` for the record) and field. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Ids of intents and entries that are named and are not here (yet). */
  readonly missing: readonly string[];
  /** True when somebody's bases run in a circle: such a record is always folded anew. */
  readonly ring: boolean;
}

export function foldRecord(intents: readonly Intent[]): FoldedRecord {
  const { state, texts, missing, ring } = foldFully(intents);
  const encoded: Record<string, Record<string, string>> = {};
  for (const [entry, fields] of texts)
    for (const [field, { doc }] of fields) (encoded[entry] ??= {})[field] = keptText(doc);
  return { state, texts: encoded, missing, ring };
}

/** The folded record before its first intent, to extend from. */
export function emptyFold(record: RecordId, kind: RecordKind): FoldedRecord {
  return { state: emptyState(record, kind), texts: {}, missing: [], ring: false };
}

/**
 * The same as folding everything anew; null when that cannot be promised, then call {@link foldRecord}.
 *
 * Without `knownIds` no new intent may be in already, and each must build on current heads or on one before it in `newIntents`. With
 * `knownIds` (ids of all intents that are in) repeats are passed over and concurrent edits extend too.
 */
export function extendFold(previous: FoldedRecord, newIntents: readonly Intent[], knownIds?: ReadonlySet<string>): FoldedRecord | null {
  if (previous.ring) return null;
  const missing = new Set(previous.missing);
  const added = new Set<string>();
  let folded = previous;
  for (const intent of newIntents) {
    if (intent.record !== folded.state.record || intent.kind !== folded.state.kind) throw new Error('intent of another record');
    if (knownIds?.has(intent.id) === true) continue;
    if (added.has(intent.id) || missing.has(intent.id)) return null;
    const known = (id: IntentId): boolean => added.has(id) || knownIds?.has(id) === true;
    const changed = extendBy(folded, intent, known, missing);
    if (changed === null) return null;
    folded = { ...folded, ...changed, state: { ...folded.state, ...changed.state, intents: folded.state.intents + 1 } };
    added.add(intent.id);
  }
  return folded;
}

type Known = (id: IntentId) => boolean;
type Change = { readonly state: Partial<RecordState>; readonly texts?: FoldedRecord['texts'] };

function extendBy(folded: FoldedRecord, intent: Intent, known: Known, missing: ReadonlySet<string>): Change | null {
  const { state } = folded;
  const { body } = intent;
  switch (body.type) {
    case 'createRecord':
      return { state: {} };
    case 'answer':
      return extendAnswers(state, { ...intent, body }, known);
    case 'editText':
      return extendTexts(folded, { ...intent, body }, known);
    case 'addEntry': {
      if (state.entries[body.entry] !== undefined || missing.has(body.entry)) return null;
      const { group, parent, rank } = body;
      const entry: EntryState = { group, parent, rank, rankHeads: [intent.id], retired: false, statusHeads: [] };
      return { state: { entries: { ...state.entries, [body.entry]: entry } } };
    }
    case 'setRank':
    case 'retireEntry':
      return extendEntry(state, { ...intent, body }, known);
    case 'setCountKeys':
      if (state.countKeys[body.year] !== undefined) return null;
      return { state: { countKeys: { ...state.countKeys, [body.year]: { named: body.named, sums: body.sums } } } };
    case 'keepFile':
    case 'dropFile':
      return { state: foldFile(state, body) };
    case 'keepDocument':
      return { state: { documents: [...state.documents, keptPaper({ ...intent, body })].sort(byVersion) } };
  }
}

/** True when everything named is in: a current head, or known to the caller. */
function buildsOn(base: readonly IntentId[], heads: readonly IntentId[], known: Known): boolean {
  return base.every((id) => heads.includes(id) || known(id));
}

function extendAnswers(state: RecordState, intent: Typed<'answer'>, known: Known): Change | null {
  const { field, base } = intent.body;
  const entry = intent.body.entry ?? recordItself;
  const heads = state.answers[entry]?.[field] ?? [];
  if (!buildsOn(base, heads.map((head) => head.intent), known)) return null;
  const fields = { ...state.answers[entry], [field]: addHead(heads, answerHead(intent), base, (head) => head.intent) };
  return { state: { answers: { ...state.answers, [entry]: fields } } };
}

function extendEntry(state: RecordState, intent: Typed<'setRank' | 'retireEntry'>, known: Known): Change | null {
  const { body, id } = intent;
  const before = state.entries[body.entry];
  if (before === undefined) return null;
  const changed = body.type === 'setRank' ? moveEntry(before, id, body, known) : retireEntry(before, id, body, known);
  return changed === null ? null : { state: { entries: { ...state.entries, [body.entry]: changed } } };
}

function moveEntry(before: EntryState, id: IntentId, body: Typed<'setRank'>['body'], known: Known): EntryState | null {
  if (!buildsOn(body.base, before.rankHeads, known)) return null;
  const rankHeads = addHead(before.rankHeads, id, body.base, (head) => head);
  if (rankHeads[0] === id) return { ...before, rank: body.rank, rankHeads };
  // The rank of the smallest head counts; the state holds no other's.
  return rankHeads[0] === before.rankHeads[0] ? { ...before, rankHeads } : null;
}

function retireEntry(before: EntryState, id: IntentId, body: Typed<'retireEntry'>['body'], known: Known): EntryState | null {
  if (!buildsOn(body.base, before.statusHeads, known)) return null;
  const statusHeads = addHead(before.statusHeads, id, body.base, (head) => head);
  if (statusHeads.length === 1) return { ...before, retired: body.retired, statusHeads };
  // Of several heads the state does not say which one speaks against; only a second one of the same kind is clear.
  const allStay = statusHeads.length === before.statusHeads.length + 1;
  return allStay ? { ...before, retired: before.retired && body.retired, statusHeads } : null;
}

function extendTexts(folded: FoldedRecord, intent: Typed<'editText'>, known: Known): Change | null {
  const { field, base } = intent.body;
  const entry = intent.body.entry ?? recordItself;
  const heads = folded.state.texts[entry]?.[field]?.heads ?? [];
  const update = parseTextUpdate(intent.body.update);
  if (!buildsOn(base, heads, known) || update === null) return null;
  const bytes = mergeText(folded.texts[entry]?.[field], update.bytes, update.client);
  if (bytes === null) return null;
  const text = { text: bytes.text, heads: addHead(heads, intent.id, base, (head) => head) };
  return {
    state: { texts: { ...folded.state.texts, [entry]: { ...folded.state.texts[entry], [field]: text } } },
    texts: { ...folded.texts, [entry]: { ...folded.texts[entry], [field]: bytes.kept } },
  };
}

/** null when the client number is taken or Yjs throws: then the full fold decides which edit is left out. */
function mergeText(before: string | undefined, update: Uint8Array, client: number | null): { text: string; kept: string } | null {
  const doc = newTextDoc();
  if (before !== undefined) {
    Y.applyUpdateV2(doc, base64ToBytes(before));
    // What Yjs keeps aside until its predecessors come is in no list of clients yet.
    if (doc.store.pendingStructs !== null || (client !== null && doc.store.clients.has(client))) return null;
  }
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return null;
  }
  return { text: textOf(doc), kept: keptText(doc) };
}
