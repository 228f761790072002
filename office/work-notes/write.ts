import { ORPCError } from '@orpc/server';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { changedNote, newNote } from '../../shared/cases/work-note.ts';
import { cleanText } from '../../shared/catalogue/clean-text.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { IntentBody } from '../../shared/history/intent.ts';
import { inCases } from '../base.ts';
import { type Act, actOf } from '../cases/act.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CasesContext } from '../context.ts';
import { loadOwnNote, ownNotes } from './notes.ts';

/** Words about her, so not before she has agreed, and not after she took that back. */
function assertConsent(context: CasesContext, caseId: RecordId): void {
  if (!consentGiven(loadCase(context, caseId).caseState)) throw new ORPCError('CONSENT_MISSING');
}

function cleaned(text: string): string {
  const clean = cleanText(text).trim();
  // Nothing but control characters.
  if (clean === '') throw new ORPCError('BAD_REQUEST');
  return clean;
}

/** The log says that a note was written, under the note's own key: it forgets that with the note. */
function save({ cases, actor }: CasesContext, note: RecordId, action: string, bodies: readonly IntentBody[], act: Act): void {
  cases.write((tx) => {
    tx.histories.append(note, 'note', bodies, actor, act.idsFor('note'));
    tx.audit.write({ action, record: note, details: {} }, actor);
  });
}

function isSaved({ cases }: CasesContext, act: Act): boolean {
  return cases.read((tx) => tx.histories.has(act.idsFor('note')(0)));
}

export const write = inCases.workNotes.write.handler(({ input, context }) => {
  const { caseId } = input;
  assertConsent(context, caseId);
  const act = actOf('workNotes.write', input);
  const note = RecordId.parse(act.entry);
  // Asked again after a lost answer, when it may even have gone meanwhile.
  if (isSaved(context, act) || forgottenAmong(context.store, [note]).size > 0) return ownNotes(context, caseId);
  save(context, note, 'note.write', newNote(caseId, cleaned(input.text), context.options.today()), act);
  return ownNotes(context, caseId);
});

/** The day it deletes itself stays. */
export const change = inCases.workNotes.change.handler(({ input, context }) => {
  const { caseId, note } = input;
  assertConsent(context, caseId);
  const act = actOf('workNotes.change', input);
  const state = loadOwnNote(context, caseId, note);
  const body = isSaved(context, act) ? null : changedNote(state, cleaned(input.text));
  if (body !== null) save(context, note, 'note.change', [body], act);
  return ownNotes(context, caseId);
});
