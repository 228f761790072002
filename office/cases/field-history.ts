import { ORPCError } from '@orpc/server';
import type { Intent, IntentBody } from '../../shared/history/intent.ts';
import { recordIn } from '../../shared/cases/case-decision.ts';
import { isReadable } from '../../shared/cases/readable.ts';
import { editsOf, textsAlong } from '../../shared/history/text.ts';
import { type HistoryLine, maxHistoryLines } from '../../shared/rpc/views.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { namesOf } from './case-view.ts';
import { loadCase } from './load-case.ts';
import { readingOf } from './who-asks.ts';

type Answered = Intent & { readonly body: Extract<IntentBody, { type: 'answer' }> };

/** "Who changed this?": every answer ever given to a field, newest first; for long texts the text after each edit. The newest {@link maxHistoryLines}. */
export const fieldHistory = inCases.cases.history.handler(({ input, context }): readonly HistoryLine[] => {
  const { caseId, entry, field: id } = input;
  const file = loadCase(context, caseId);
  const { caseState, right } = file;
  const field = file.catalogue.field(id);
  if (field === undefined) throw new ORPCError('FIELD_UNKNOWN');
  const reading = readingOf(right, caseState);
  if (!isReadable(field, { ...reading, health: true })) throw new ORPCError('CASE_SHIELDED');
  // What she does not agree to is not read, neither as it is nor as it was.
  if (!isReadable(field, reading)) return [];
  const door = recordIn(file, field.record) === 'case' ? context.cases : context.store.desk;
  const intents = door.read((tx) => tx.histories.read(caseId)).map(({ intent }) => intent);
  logReading(context, { action: 'case.history', record: caseId, details: { field: id, entry, right } });
  const nameOf = namesOf(context.store.desk.read((tx) => tx.staff.list()));

  const answers = intents.filter((i): i is Answered => i.body.type === 'answer' && i.body.entry === entry && i.body.field === id);
  const edits = editsOf(intents, entry, id);
  const replaced = new Set([...answers, ...edits].flatMap(({ body }) => body.base));
  const newest = [...answers, ...edits]
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, maxHistoryLines);
  const texts = textsAlong(edits, new Set(newest.map((intent) => intent.id)));
  return newest.map(({ id: intent, at, author, body }) => ({
    at,
    authorName: nameOf(author),
    value: body.type === 'answer' ? body.value : (texts.get(intent) ?? ''),
    replaced: replaced.has(intent),
  }));
});
