/** How long it takes to fold a history that somebody wrote in for years, without the database. */
import * as Y from 'yjs';
import { randomId } from '../../shared/crypto/sodium.ts';
import { emptyFold, extendFold, foldRecord, type FoldedRecord } from '../../shared/history/extend-fold.ts';
import { Intent, type IntentBody } from '../../shared/history/intent.ts';
import { makeTextEditOn } from '../../shared/history/text.ts';
import { durations, measured, type Result } from './measure.ts';

const record = '5'.repeat(32);
const by = { record, kind: 'case', author: '1'.repeat(32), device: '2'.repeat(32), at: '2026-01-05T09:00:00Z' } as const;

function intentOf(sequence: number, body: IntentBody): Intent {
  return Intent.parse({ ...by, id: randomId(), sequence, body });
}

function manyAnswers(count: number): readonly Intent[] {
  const last = new Map<string, Intent['id']>();
  return Array.from({ length: count }, (_, at) => {
    const field = `case.field_${String(at % 200)}`;
    const base = last.get(field);
    const intent = intentOf(at + 1, { type: 'answer', entry: null, field, value: `Antwort ${String(at)}`, base: base === undefined ? [] : [base] });
    last.set(field, intent.id);
    return intent;
  });
}

function manyEdits(count: number): { readonly intents: readonly Intent[]; readonly folded: FoldedRecord } {
  const field = 'case.note';
  const intents: Intent[] = [];
  let folded = emptyFold(Intent.shape.record.parse(record), 'case');
  let text = '';
  while (intents.length < count) {
    const stored = folded.texts['']?.[field];
    text = text.length > 4_000 ? text.slice(200) : `${text} Satz ${String(intents.length)}.`;
    const update = makeTextEditOn(stored, text);
    if (update === null) throw new Error('an edit that changes nothing');
    const edit = intentOf(intents.length + 1, { type: 'editText', entry: null, field, update, base: [...(folded.state.texts['']?.[field]?.heads ?? [])] });
    const next = extendFold(folded, [edit]);
    if (next === null) throw new Error('an edit that cannot be extended');
    folded = next;
    intents.push(edit);
  }
  return { intents, folded };
}

/** The least that has to be done: the last answer of each field. */
function lastAnswers(intents: readonly Intent[]): number {
  const fields = new Map<string, unknown>();
  for (const { body } of intents) if (body.type === 'answer') fields.set(body.field, body.value);
  return fields.size;
}

/** The least that has to be done: Yjs applies each update. */
function bareYjs(intents: readonly Intent[]): number {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { body } of intents) if (body.type === 'editText') Y.applyUpdate(doc, Buffer.from(body.update, 'base64'));
  });
  return doc.store.clients.size;
}

export async function foldStages(answers: number, edits: number, times: number): Promise<readonly Result[]> {
  const history = manyAnswers(answers);
  const bareAnswers = await durations(times, () => lastAnswers(history));
  const foldedAnswers = await durations(times, () => foldRecord(history));
  const { intents, folded } = manyEdits(edits);
  const bareEdits = await durations(times, () => bareYjs(intents));
  const foldedEdits = await durations(times, () => foldRecord(intents));
  const one = intentOf(edits + 1, { type: 'answer', entry: null, field: 'case.field_1', value: 'ja', base: [] });
  return [
    measured(`fold of ${String(answers)} answers`, null, foldedAnswers, { what: 'the last answer of each field', durations: bareAnswers }),
    measured(`fold of ${String(edits)} edits of one text`, null, foldedEdits, { what: 'Yjs applies each update', durations: bareEdits }),
    measured('one more answer on such a history', null, await durations(times * 5, () => extendFold(folded, [one])), null),
  ];
}
