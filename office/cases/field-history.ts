import { ORPCError } from '@orpc/server';
import type { Intent, IntentBody } from '../../shared/history/intent.ts';
import { findEntry, recordIn } from '../../shared/cases/case-decision.ts';
import { wasInside } from '../../shared/cases/case-right.ts';
import { isReadable, retentionFields } from '../../shared/cases/readable.ts';
import { namesOfField, valueInEdition } from '../../shared/catalogue/in-edition.ts';
import { editsOf, textsAlong } from '../../shared/history/text.ts';
import { type HistoryLine, maxHistoryLines } from '../../shared/rpc/case.views.ts';
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
  // The intents below are raw: an entry that was taken out of what she may read has no history for her either.
  const group = entry === null ? undefined : findEntry(file, entry)?.entry.group;
  if (entry !== null && group === undefined) throw new ORPCError('ENTRY_UNKNOWN');
  if (group !== field.group) throw new ORPCError('FIELD_UNKNOWN');
  const door = recordIn(file, field.record) === 'case' ? context.cases : context.store.desk;
  // What was said while the card lay in the file stands in the history of the file.
  const doors = door === context.store.desk && wasInside(caseState) ? [context.cases, door] : [door];
  const intents = doors.flatMap((one) => one.read((tx) => tx.histories.read(caseId))).map(({ intent }) => intent);
  // It may have been the ground once and not be it any more: that is told by the intents alone.
  const tells = ({ body }: Intent): boolean => body.type === 'answer' && body.field === 'case.retention_ground' && body.value === 'child_protection';
  if (!reading.protection && retentionFields.includes(id) && intents.some(tells)) throw new ORPCError('CASE_SHIELDED');
  logReading(context, { action: 'case.history', record: caseId, details: { field: id, entry, right } });
  const nameOf = namesOf(context.store.desk.read((tx) => tx.staff.list()));

  const names = namesOfField(field);
  const answers = intents.filter((i): i is Answered => i.body.type === 'answer' && i.body.entry === entry && names.includes(i.body.field));
  const texts = names.map((name) => editsOf(intents, entry, name));
  const said = [...answers, ...texts.flat()];
  const replaced = new Set(said.flatMap(({ body }) => body.base));
  const newest = said
    .filter((intent) => !isRenaming(intent, said))
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, maxHistoryLines);
  const wanted = new Set(newest.map((intent) => intent.id));
  const textOf = new Map(texts.flatMap((edits) => [...textsAlong(edits, wanted)]));
  return newest.map(({ id: intent, at, author, body }) => ({
    at,
    authorName: nameOf(author),
    value: body.type === 'answer' ? valueInEdition(file.catalogue, field, body.value) : (textOf.get(intent) ?? ''),
    replaced: replaced.has(intent),
  }));
});

/** What only empties another name of the field in the act that answered it, see [Note: editions]. */
function isRenaming({ body, at, author }: Intent, said: readonly Intent[]): boolean {
  if (body.type !== 'answer' || body.value !== null) return false;
  return said.some((other) => other.body.type === 'answer' && other.body.field !== body.field && other.at === at && other.author === author);
}
