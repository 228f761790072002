/** How long it takes to fold a history that somebody wrote in for years, without the database. */
import * as Y from 'yjs';
import { randomId } from '../../shared/crypto/sodium.ts';
import { extendFold, foldRecord, type FoldedRecord } from '../../shared/history/extend-fold.ts';
import { Intent, type IntentBody } from '../../shared/history/intent.ts';
import { makeTextEditOn, newTextDoc, spliceUpdate } from '../../shared/history/text.ts';
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

const textField = 'case.note';

/** A text of some pages that is written on and shortened for years. */
function manyEdits(count: number): readonly Intent[] {
  const doc = newTextDoc();
  const intents: Intent[] = [];
  let text = '';
  for (let at = 0; at < count; at += 1) {
    text = `${text.length > 4_000 ? text.slice(200) : text} Satz ${String(at)}.`;
    const update = spliceUpdate(doc, text);
    if (update === null) throw new Error('an edit that changes nothing');
    const last = intents.at(-1);
    intents.push(intentOf(at + 1, { type: 'editText', entry: null, field: textField, update, base: last === undefined ? [] : [last.id] }));
  }
  return intents;
}

/** What saving one more sentence does before anything is stored. */
function oneMoreEdit(folded: FoldedRecord): FoldedRecord {
  const { text = '', heads = [] } = folded.state.texts['']?.[textField] ?? {};
  const update = makeTextEditOn(folded.texts['']?.[textField], `${text} Noch ein Satz.`);
  const body: IntentBody | null = update === null ? null : { type: 'editText', entry: null, field: textField, update, base: [...heads] };
  const next = body === null ? null : extendFold(folded, [intentOf(folded.state.intents + 1, body)]);
  if (next === null) throw new Error('an edit that cannot be extended');
  return next;
}

/** The least that has to be done: the last answer of each field. */
function lastAnswers(intents: readonly Intent[]): number {
  const fields = new Map<string, unknown>();
  for (const { body } of intents) if (body.type === 'answer') fields.set(body.field, body.value);
  return fields.size;
}

/** The least that has to be done: Yjs applies each update. */
function bareYjs(intents: readonly Intent[]): number {
  const doc = newTextDoc();
  doc.transact(() => {
    for (const { body } of intents) if (body.type === 'editText') Y.applyUpdate(doc, Buffer.from(body.update, 'base64'));
  });
  return doc.store.clients.size;
}

export async function foldStages(answers: number, edits: number, times: number): Promise<readonly Result[]> {
  const history = manyAnswers(answers);
  const bareAnswers = await durations(times, () => lastAnswers(history));
  const foldedAnswers = await durations(times, () => foldRecord(history));
  const intents = manyEdits(edits);
  const bareEdits = await durations(times, () => bareYjs(intents));
  const foldedEdits = await durations(times, () => foldRecord(intents));
  const folded = foldRecord(intents);
  return [
    measured(`${String(answers)} Angaben falten`, null, foldedAnswers, { what: 'die letzte Angabe je Feld', durations: bareAnswers }),
    measured(`${String(edits)} Änderungen eines Textes falten`, null, foldedEdits, { what: 'Yjs wendet jede Änderung an', durations: bareEdits }),
    measured('eine Änderung mehr an einem solchen Text', null, await durations(times, () => oneMoreEdit(folded)), null),
  ];
}
