/**
 * From a history to what is true now: pure, whatever the order of the intents and however often one comes.
 *
 * See [Note: base]. Merging two replicas is the union of their intents, so replicas with the same intents agree by construction.
 */
import type { IntentId, RecordId } from '../domain/ids.ts';
import { byId, compareText, headsOf, type Step } from './heads.ts';
import type { Intent, IntentBody, RecordKind } from './intent.ts';
import { recordItself, type EntryState, type Head, type RecordState, type TextState } from './state.ts';
import { foldText, type EditTextBody, type FoldedText } from './text.ts';
import { canonicalJson } from '../envelopes/canonical-json.ts';

type Body<T extends IntentBody['type']> = Extract<IntentBody, { type: T }>;
export type Typed<T extends IntentBody['type']> = Intent & { readonly body: Body<T> };
type KeptPaper = RecordState['documents'][number];

/** A history folded, with what only the next fold needs to know. */
export interface FullFold {
  readonly state: RecordState;
  /** Every text with its Yjs document, by entry and field. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, FoldedText>>;
  /** Ids of intents and entries that are named and are not here (yet). */
  readonly missing: readonly string[];
  /** True when somebody's bases run in a circle. */
  readonly ring: boolean;
}

/** The state of a record before its first intent. */
export function emptyState(record: RecordId, kind: RecordKind): RecordState {
  return { record, kind, intents: 0, answers: {}, entries: {}, texts: {}, countKeys: {}, documents: [] };
}

/**
 * What all intents of one record come to.
 *
 * At least one intent, `createRecord` need not be among them. Intents of two records, or none, are a bug and throw.
 */
export function fold(intents: readonly Intent[]): RecordState {
  return foldFully(intents).state;
}

export function foldFully(intents: readonly Intent[]): FullFold {
  const unique = withoutRepeats(intents);
  const [first] = unique;
  if (first === undefined) throw new Error('a fold needs an intent; use emptyState');
  if (unique.some((i) => i.record !== first.record || i.kind !== first.kind)) throw new Error('intents of two records in one fold');

  const answers = foldAnswers(ofType(unique, 'answer'));
  const entries = foldEntries(ofType(unique, 'addEntry'), ofType(unique, 'setRank'), ofType(unique, 'retireEntry'));
  const texts = foldTexts(ofType(unique, 'editText'));
  const state: RecordState = {
    record: first.record,
    kind: first.kind,
    intents: unique.length,
    answers: answers.value,
    entries: entries.value,
    texts: texts.value,
    countKeys: foldCountKeys(ofType(unique, 'setCountKeys')),
    documents: ofType(unique, 'keepDocument').map(keptPaper).sort(byVersion),
    ...unique.reduce<FileState>((files, { body }) => (body.type === 'keepFile' || body.type === 'dropFile' ? foldFile(files, body) : files), {}),
    ...(texts.broken.length > 0 ? { brokenTexts: texts.broken } : {}),
  };
  return { state, texts: texts.docs, missing: findMissing(unique), ring: answers.ring || entries.ring || texts.ring };
}

/** One intent per id, by id. Two different ones under one id are a forgery: the smaller canonical JSON counts everywhere. */
function withoutRepeats(intents: readonly Intent[]): readonly Intent[] {
  const unique = new Map<IntentId, Intent>();
  for (const intent of intents) {
    const other = unique.get(intent.id);
    if (other === undefined || (other !== intent && canonicalJson(intent) < canonicalJson(other))) unique.set(intent.id, intent);
  }
  return [...unique.values()].sort(byId);
}

function ofType<T extends IntentBody['type']>(intents: readonly Intent[], type: T): readonly Typed<T>[] {
  return intents.filter((intent): intent is Typed<T> => intent.body.type === type);
}

function stepOf<I extends Intent & { readonly body: { readonly base: readonly IntentId[] } }>(intent: I): Step & { intent: I } {
  return { id: intent.id, base: intent.body.base, intent };
}

function foldAnswers(intents: readonly Typed<'answer'>[]) {
  const value: Record<string, Record<string, readonly Head[]>> = {};
  let ring = false;
  for (const [entry, fields] of bySlot(intents))
    for (const [field, steps] of fields) {
      const found = headsOf(steps.map(stepOf));
      ring ||= found.ring;
      (value[entry] ??= {})[field] = found.heads.map(({ intent }) => answerHead(intent));
    }
  return { value, ring };
}

export function answerHead(intent: Typed<'answer'>): Head {
  return { intent: intent.id, value: intent.body.value, author: intent.author, at: intent.at };
}

function foldTexts(intents: readonly Typed<'editText'>[]) {
  const value: Record<string, Record<string, TextState>> = {};
  const docs = new Map<string, Map<string, FoldedText>>();
  const broken: IntentId[] = [];
  let ring = false;
  for (const [entry, fields] of bySlot(intents))
    for (const [field, edits] of fields) {
      const found = headsOf(edits.map(stepOf));
      const folded = foldText(edits);
      ring ||= found.ring;
      broken.push(...folded.broken);
      (value[entry] ??= {})[field] = { text: folded.text, heads: found.heads.map((head) => head.id) };
      docs.set(entry, (docs.get(entry) ?? new Map<string, FoldedText>()).set(field, folded));
    }
  return { value, docs, broken: broken.sort(), ring };
}

function bySlot<I extends Intent & { readonly body: Body<'answer'> | EditTextBody }>(intents: readonly I[]): Map<string, Map<string, I[]>> {
  const slots = new Map<string, Map<string, I[]>>();
  for (const intent of intents) {
    const entry = intent.body.entry ?? recordItself;
    const fields = slots.get(entry) ?? new Map<string, I[]>();
    slots.set(entry, fields);
    const members = fields.get(intent.body.field) ?? [];
    fields.set(intent.body.field, members);
    members.push(intent);
  }
  return slots;
}

/** An entry appears with its `addEntry`; ranks and statuses that came earlier wait for it. */
function foldEntries(adds: readonly Typed<'addEntry'>[], ranks: readonly Typed<'setRank'>[], statuses: readonly Typed<'retireEntry'>[]) {
  const value: Record<string, EntryState> = {};
  const addsOf = Map.groupBy(adds, (i) => i.body.entry);
  const ranksOf = Map.groupBy(ranks, (i) => i.body.entry);
  const statusesOf = Map.groupBy(statuses, (i) => i.body.entry);
  let ring = false;
  for (const [entry, [first, ...more]] of addsOf) {
    if (first === undefined) continue;
    const rankSteps = [
      ...[first, ...more].map((i) => ({ id: i.id, base: [] as readonly IntentId[], rank: i.body.rank })),
      ...(ranksOf.get(entry) ?? []).map((i) => ({ id: i.id, base: i.body.base, rank: i.body.rank })),
    ];
    const rank = headsOf(rankSteps);
    const status = headsOf((statusesOf.get(entry) ?? []).map(stepOf));
    ring ||= rank.ring || status.ring;
    value[entry] = {
      group: first.body.group,
      parent: first.body.parent,
      rank: rank.heads[0]?.rank ?? first.body.rank,
      rankHeads: rank.heads.map((head) => head.id),
      // Taken away only when nobody, not knowing of it, took it back.
      retired: status.heads.length > 0 && status.heads.every((head) => head.intent.body.retired),
      statusHeads: status.heads.map((head) => head.id),
    };
  }
  return { value, ring };
}

/** Intents come by id, so the first of a year is the one that counts. */
function foldCountKeys(intents: readonly Typed<'setCountKeys'>[]): RecordState['countKeys'] {
  const value: Record<string, { named: number; sums: number }> = {};
  for (const { body } of intents) value[body.year] ??= { named: body.named, sums: body.sums };
  return value;
}

type FileState = Pick<RecordState, 'files' | 'droppedFiles'>;

/** In any order the same: what was dropped once stays away. */
export function foldFile({ files = {}, droppedFiles = [] }: FileState, body: Body<'keepFile'> | Body<'dropFile'>): FileState {
  if (body.type === 'dropFile') {
    const { [body.attachment]: _gone, ...left } = files;
    return { files: left, droppedFiles: [...new Set([...droppedFiles, body.attachment])].sort() };
  }
  const { file } = body;
  return droppedFiles.includes(file.attachment) ? { files, droppedFiles } : { files: sortedByKey({ ...files, [file.attachment]: file }), droppedFiles };
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

export function keptPaper(intent: Typed<'keepDocument'>): KeptPaper {
  return { ...intent.body.document, intent: intent.id, author: intent.author, at: intent.at };
}

/** Papers of one version in the same order on every PC: the agreement, then the wall sheet, by language. */
export function byVersion(a: KeptPaper, b: KeptPaper): number {
  return a.version - b.version || compareText(a.purpose, b.purpose) || compareText(a.language, b.language) || compareText(a.attachment, b.attachment) || compareText(a.intent, b.intent);
}

function findMissing(intents: readonly Intent[]): readonly string[] {
  const here = new Set<string>();
  const named = new Set<string>();
  for (const { id, body } of intents) {
    here.add(id);
    if (body.type === 'addEntry') here.add(body.entry);
    if (body.type === 'setRank' || body.type === 'retireEntry') named.add(body.entry);
    if ('base' in body) for (const base of body.base) named.add(base);
  }
  return [...named].filter((id) => !here.has(id)).sort();
}
