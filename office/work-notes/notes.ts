/** The work notes of the office as the core finds them. An office has a few at a time, so they are read from their states. */
import { ORPCError } from '@orpc/server';
import type { CasesTx } from '../../db/contract/store.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { readNote, type WorkNote } from '../../shared/cases/work-note.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { WorkNoteView } from '../../shared/rpc/case-acts.contract.ts';
import type { CasesContext, OpenContext } from '../context.ts';

function allNotes(tx: CasesTx): readonly WorkNote[] {
  return tx.histories.ids('note').flatMap((id) => {
    const state = tx.histories.find(id);
    const note = state === undefined ? null : readNote(state);
    return note === null ? [] : [note];
  });
}

/** Ended on a day that has come; a case without a row (it cannot be read just now) goes on. */
function hasEnded(tx: CasesTx, caseId: RecordId): boolean {
  const status = tx.projections.findRow(caseId)?.status;
  return status === 'closed' || status === 'transferred';
}

function isOver(tx: CasesTx, { caseId, deleteOn }: WorkNote, today: IsoDay): boolean {
  return deleteOn <= today || hasEnded(tx, caseId);
}

/** Those whose time is over, whose case has ended, or whose case was forgotten. */
export function notesOver({ store, options }: OpenContext): readonly RecordId[] {
  const { cases } = store;
  if (cases === null) return [];
  const today = options.today();
  const all = cases.read((tx) => allNotes(tx).map((note) => ({ ...note, over: isOver(tx, note, today) })));
  const forgotten = forgottenAmong(store, all.map(({ caseId }) => caseId));
  return all.filter(({ over, caseId }) => over || forgotten.has(caseId)).map(({ id }) => id);
}

/** All notes beside these cases, whoever wrote them: they are forgotten together. */
export function notesBeside({ store }: OpenContext, cases: readonly RecordId[]): readonly RecordId[] {
  const wanted = new Set(cases);
  return store.cases?.read((tx) => allNotes(tx).filter(({ caseId }) => wanted.has(caseId)).map(({ id }) => id)) ?? [];
}

/** What somebody wrote who leaves the office. */
export function notesOf({ store }: OpenContext, author: UserId): readonly RecordId[] {
  return store.cases?.read((tx) => allNotes(tx).filter((note) => note.author === author).map(({ id }) => id)) ?? [];
}

/** Her own beside this case, the newest first; one that is over is shown no more, also before it has gone. */
export function ownNotes({ cases, store, options }: CasesContext, caseId: RecordId): readonly WorkNoteView[] {
  const today = options.today();
  return cases
    .read((tx) => allNotes(tx).filter((note) => note.author === store.user && note.caseId === caseId && !isOver(tx, note, today)))
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, text, writtenOn, deleteOn }) => ({ id, text, writtenOn, deleteOn }));
}

/** Throws NOTE_NOT_FOUND for one that is gone, and for somebody else's as if there were none. */
export function loadOwnNote(context: CasesContext, caseId: RecordId, note: RecordId): RecordState {
  const state = context.cases.read((tx) => tx.histories.find(note));
  if (state === undefined || !ownNotes(context, caseId).some(({ id }) => id === note)) throw new ORPCError('NOTE_NOT_FOUND');
  return state;
}
