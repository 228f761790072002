/**
 * Long texts, where two people may really write into one paragraph: Yjs, one Y.Doc per text.
 *
 * The updates travel inside signed `editText` intents; windows never see Yjs. See [Note: one client per edit].
 */
import * as Y from 'yjs';
import { base64ToBytes, bytesToBase64 } from './base64.ts';
import type { EntryId, IntentId } from '../domain/ids.ts';
import { byId } from './heads.ts';
import type { Intent, IntentBody } from './intent.ts';
import { maxTextUpdateBytes, parseTextUpdate, textKey } from './text-update.ts';

const mergeGroup = 128;

export type EditTextBody = Extract<IntentBody, { type: 'editText' }>;
export type TextEdit = Intent & { readonly body: EditTextBody };

/** The edits of one text among a record's intents; `entry` is null for the record's own text. */
export function editsOf(intents: readonly Intent[], entry: EntryId | null, field: string): readonly TextEdit[] {
  return intents.filter((i): i is TextEdit => i.body.type === 'editText' && i.body.entry === entry && i.body.field === field);
}

export interface FoldedText {
  readonly doc: Y.Doc;
  readonly text: string;
  /** Edits left out because their update is not a sound one. */
  readonly broken: readonly IntentId[];
}

/** All edits of one text put together; which order they come in, and how often, makes no difference. */
export function foldText(edits: readonly TextEdit[]): FoldedText {
  const broken = new Set<IntentId>();
  for (;;) {
    const doc = newTextDoc();
    const thrown = applyEdits(doc, edits, broken);
    if (thrown === null) return { doc, text: textOf(doc), broken: [...broken].sort() };
    // The half-applied document is thrown away with the edit that broke it.
    broken.add(thrown);
  }
}

export function readText(edits: readonly TextEdit[]): string {
  return foldText(edits).text;
}

/**
 * The update (base64) that turns the text as it was at `base` into `newText`; null when nothing changed.
 *
 * `edits` holds at least what `base` builds on. Only the differing middle is replaced, so that what others write elsewhere in the text
 * at the same time stays. Throws RangeError when the change is larger than {@link maxTextUpdateBytes}.
 */
export function makeTextEdit(edits: readonly TextEdit[], base: readonly IntentId[], newText: string): string | null {
  return spliceUpdate(foldText(closureOf(edits, base)).doc, newText);
}

/**
 * The same as {@link makeTextEdit} where `base` is all heads of the text, without reading its edits.
 *
 * `stored`: the text as a fold keeps it, see [Note: kept text]; undefined before the first edit.
 */
export function makeTextEditOn(stored: string | undefined, newText: string): string | null {
  const doc = newTextDoc();
  if (stored !== undefined) Y.applyUpdateV2(doc, base64ToBytes(stored));
  return spliceUpdate(doc, newText);
}

/**
 * [Note: kept text] A fold keeps a text's Yjs state (base64) in Yjs's second format, a sixth smaller than the first; edits travel in the
 * first. It is always written out of a document with gc on and never by merging updates: so it holds no deleted word.
 */
export function keptText(doc: Y.Doc): string {
  return bytesToBase64(Y.encodeStateAsUpdateV2(doc));
}

/** The text after each of the `wanted` edits, applied in the order given; edits left out of the text change nothing. */
export function textsAlong(edits: readonly TextEdit[], wanted: ReadonlySet<IntentId>): ReadonlyMap<IntentId, string> {
  const broken = new Set(foldText(edits).broken);
  const texts = new Map<IntentId, string>();
  let doc = newTextDoc();
  for (const [index, edit] of edits.entries()) {
    const update = broken.has(edit.id) ? null : parseTextUpdate(edit.body.update);
    // Sound all together and yet not in this order: a forged one may do that.
    if (update !== null && !tryApply(doc, update.bytes)) doc = foldText(edits.slice(0, index + 1)).doc;
    if (wanted.has(edit.id)) texts.set(edit.id, textOf(doc));
  }
  return texts;
}

/** The edits that `base` names and everything they build on. */
function closureOf(edits: readonly TextEdit[], base: readonly IntentId[]): readonly TextEdit[] {
  const byIntent = new Map(edits.map((edit) => [edit.id, edit]));
  const found = new Set<TextEdit>();
  const open = [...base];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const edit = byIntent.get(id);
    if (edit === undefined || found.has(edit)) continue;
    found.add(edit);
    open.push(...edit.body.base);
  }
  return [...found];
}

/** Applies what is sound; the id of the edit that Yjs threw on, else null. */
function applyEdits(doc: Y.Doc, edits: readonly TextEdit[], broken: Set<IntentId>): IntentId | null {
  const clients = new Set<number>();
  const updates: { id: IntentId; bytes: Uint8Array }[] = [];
  const unique = new Map(edits.map((edit) => [edit.id, edit]));
  for (const edit of [...unique.values()].sort(byId)) {
    if (broken.has(edit.id)) continue;
    const update = parseTextUpdate(edit.body.update);
    if (update === null || (update.client !== null && clients.has(update.client))) {
      broken.add(edit.id);
      continue;
    }
    if (update.client !== null) clients.add(update.client);
    updates.push({ id: edit.id, bytes: update.bytes });
  }
  if (updates.length > 1 && tryApply(doc, mergeAll(updates.map((u) => u.bytes)))) return null;
  // One by one only when together they failed, to find out which.
  const scratch = newTextDoc();
  for (const { id, bytes } of updates) if (!tryApply(scratch, bytes)) return id;
  if (updates.length > 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(scratch));
  return null;
}

/** Yjs looks at all its inputs for every character: a thousand at once takes seconds where groups take milliseconds. */
function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= mergeGroup) return Y.mergeUpdates([...updates]);
  const groups: Uint8Array[] = [];
  for (let i = 0; i < updates.length; i += mergeGroup) groups.push(Y.mergeUpdates(updates.slice(i, i + mergeGroup)));
  return mergeAll(groups);
}

function tryApply(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    // Whatever Yjs stumbles over in a forged update, the answer is the same: not this one.
    return false;
  }
}

export function newTextDoc(): Y.Doc {
  // Without a name Yjs draws 36 random characters for every document; ours never meet another document of that kind.
  return new Y.Doc({ gc: true, guid: textKey });
}

/** A forged update may leave half a surrogate pair, which no JSON may hold. */
export function textOf(doc: Y.Doc): string {
  return rawText(doc).toWellFormed();
}

function rawText(doc: Y.Doc): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- Y.Text has a toString of its own: its characters
  return doc.getText(textKey).toString();
}

let lastClient: number | null = null;

/**
 * [Note: numbers in a row] Every edit has a client number of its own; those one process gives follow one another from a random start.
 * Two PCs meet as seldom as with random ones, a number never comes back, and numbers in a row are kept in a tenth of the space.
 */
function nextClient(): number {
  lastClient = ((lastClient ?? newTextDoc().clientID) + 1) % 2 ** 32;
  return lastClient;
}

/** Changes `doc` to `newText` by one splice and returns that change as an update; null when nothing changed. */
export function spliceUpdate(doc: Y.Doc, newText: string): string | null {
  const splice = findSplice(rawText(doc), newText.toWellFormed());
  if (splice === null) return null;
  do doc.clientID = nextClient();
  while (doc.store.clients.has(doc.clientID));
  let update: Uint8Array | undefined;
  doc.once('update', (bytes: Uint8Array) => (update = bytes));
  doc.transact(() => {
    const text = doc.getText(textKey);
    if (splice.deleted > 0) text.delete(splice.at, splice.deleted);
    if (splice.inserted !== '') text.insert(splice.at, splice.inserted);
  });
  if (update === undefined) throw new Error('Yjs reported no update for a change');
  if (update.length > maxTextUpdateBytes) throw new RangeError('text edit too large');
  return bytesToBase64(update);
}

export interface Splice {
  /** UTF-16 offset into the old text. */
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

/** The smallest middle part that differs, never cutting a surrogate pair; null when the texts are equal. */
export function findSplice(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (cutsPair(before, start) || cutsPair(after, start)) start--;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  if (cutsPair(before, before.length - end) || cutsPair(after, after.length - end)) end--;
  return { at: start, deleted: before.length - end - start, inserted: after.slice(start, after.length - end) };
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
