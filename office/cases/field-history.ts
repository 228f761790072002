import { ORPCError } from '@orpc/server';
import type { Intent, IntentBody } from '../../shared/history/intent.ts';
import { editsOf, readText } from '../../shared/history/text.ts';
import type { HistoryLine } from '../../shared/rpc/views.ts';
import { inCases } from '../base.ts';
import { namesOf } from './case-view.ts';
import { loadCase } from './load-case.ts';

type Answered = Intent & { readonly body: Extract<IntentBody, { type: 'answer' }> };

/** "Who changed this?": every answer ever given to a field, newest first; for long texts the text after each edit. */
export const fieldHistory = inCases.cases.history.handler(({ input, context }): readonly HistoryLine[] => {
  const { caseId, entry, field: id } = input;
  const { catalogue } = loadCase(context, caseId);
  const field = catalogue.field(id);
  if (field === undefined) throw new ORPCError('FIELD_UNKNOWN');
  const door = field.record === 'case' ? context.cases : context.store.desk;
  const intents = door.read((tx) => tx.histories.read(caseId)).map(({ intent }) => intent);
  context.cases.write((tx) => tx.audit.write({ action: 'case.history', record: caseId, details: { field: id, entry } }, context.actor));
  const nameOf = namesOf(context.store.desk.read((tx) => tx.staff.list()));

  const answers = intents.filter((i): i is Answered => i.body.type === 'answer' && i.body.entry === entry && i.body.field === id);
  const edits = editsOf(intents, entry, id);
  const replaced = new Set([...answers, ...edits].flatMap(({ body }) => body.base));
  const lines = [
    ...answers.map((intent) => ({ intent, value: intent.body.value })),
    ...edits.map((intent, index) => ({ intent, value: readText(edits.slice(0, index + 1)) })),
  ];
  return lines
    .map(({ intent, value }) => ({ at: intent.at, authorName: nameOf(intent.author), value, replaced: replaced.has(intent.id) }))
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
});
