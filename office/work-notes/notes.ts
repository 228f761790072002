/** The work notes of the office as the core finds them. An office has a few at a time, so they are read from their states. */
import { ORPCError } from '@orpc/server';
import type { CasesTx } from '../../db/contract/store.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import { readNote, type WorkNote } from '../../shared/cases/work-note.ts';
import { workNoteDate, type StillThere } from '../../shared/clock/dates/beside.ts';
import { isHeld } from '../../shared/clock/holds.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { WorkNoteView } from '../../shared/rpc/case-acts.contract.ts';
import { dayIsBelieved } from '../clock/guard.ts';
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

/** `today` null: a day nobody believes; nothing is over by it. */
function isOver(tx: CasesTx, { caseId, deleteOn }: WorkNote, today: IsoDay | null): boolean {
  return today !== null && (deleteOn <= today || hasEnded(tx, caseId));
}

function believedDay(context: OpenContext): IsoDay | null {
  return dayIsBelieved(context) ? context.options.today() : null;
}

/** Those whose time is over or whose case has ended, but for what holds the case, and those whose case was forgotten. */
export function notesOver(context: OpenContext): readonly RecordId[] {
  const { cases } = context.store;
  if (cases === null) return [];
  const today = believedDay(context);
  const all = cases.read((tx) => allNotes(tx).map((note) => ({ ...note, over: isOver(tx, note, today) })));
  const forgotten = forgottenAmong(context.store, all.map(({ caseId }) => caseId));
  const held = heldAmong(context, all.filter(({ over, caseId }) => over && !forgotten.has(caseId)));
  return all.filter(({ over, caseId }) => forgotten.has(caseId) || (over && !held.has(caseId))).map(({ id }) => id);
}

/**
 * Cases of which nothing may go, so that a note beside them stays as well: it falls under a court order, a request and a restriction like the file itself.
 * One that cannot be read may be held.
 */
function heldAmong({ store, options: { catalogue } }: OpenContext, notes: readonly Pick<WorkNote, 'caseId'>[]): ReadonlySet<RecordId> {
  const { cases } = store;
  return new Set(
    notes.map(({ caseId }) => caseId).filter((caseId) => {
      try {
        const caseState = cases?.read((tx) => tx.histories.find(caseId));
        return caseState !== undefined && isHeld(inEdition(catalogue, caseState));
      } catch (problem) {
        if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
        return true;
      }
    }),
  );
}

/** With the end of the support: all notes beside the case, none while something holds it. */
export function notesOfEnded(context: CasesContext, caseId: RecordId): readonly RecordId[] {
  return heldAmong(context, [{ caseId }]).size > 0 ? [] : notesBeside(context, [caseId]);
}

/** Throws CLOCK_HELD: its author does not delete either what a court, a request or a restriction holds. */
export function refuseHeld(context: CasesContext, caseId: RecordId): void {
  if (heldAmong(context, [{ caseId }]).size > 0) throw new ORPCError('CLOCK_HELD', { data: { reason: heldText } });
}

const heldText = 'Eine Löschsperre, ein offener Antrag oder eine Einschränkung hält die Akte. So lange bleibt auch die Arbeitsnotiz.';

/** All notes beside these cases, whoever wrote them: they are forgotten together. */
export function notesBeside({ store }: OpenContext, cases: readonly RecordId[]): readonly RecordId[] {
  const wanted = new Set(cases);
  return store.cases?.read((tx) => allNotes(tx).filter(({ caseId }) => wanted.has(caseId)).map(({ id }) => id)) ?? [];
}

/** What somebody wrote who leaves the office. Beside a held case it stays until nothing holds it any more. */
export function notesOf(context: OpenContext, author: UserId): readonly RecordId[] {
  const all = context.store.cases?.read((tx) => allNotes(tx).filter((note) => note.author === author)) ?? [];
  const held = heldAmong(context, all);
  return all.filter(({ caseId }) => !held.has(caseId)).map(({ id }) => id);
}

/** Her own beside this case, the newest first; one that is over is shown no more, also before it has gone, but for one that stays. */
export function ownNotes(context: CasesContext, caseId: RecordId): readonly WorkNoteView[] {
  const { cases, store } = context;
  const today = believedDay(context);
  const own = cases.read((tx) => allNotes(tx).filter((note) => note.author === store.user && note.caseId === caseId).map((note) => ({ ...note, over: isOver(tx, note, today) })));
  const held = own.some(({ over }) => over) && heldAmong(context, [{ caseId }]).size > 0;
  return own
    .filter(({ over }) => !over || held)
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, text, writtenOn, deleteOn, over }) => ({ id, text, writtenOn, deleteOn, deletes: workNoteDate(writtenOn, whyThere(context, deleteOn, over)).text }));
}

function whyThere({ options }: CasesContext, deleteOn: IsoDay, over: boolean): StillThere | null {
  if (over) return 'held';
  return deleteOn <= options.today() ? 'day_untrusted' : null;
}

/** Throws NOTE_NOT_FOUND for one that is gone, and for somebody else's as if there were none. */
export function loadOwnNote(context: CasesContext, caseId: RecordId, note: RecordId): RecordState {
  const state = context.cases.read((tx) => tx.histories.find(note));
  if (state === undefined || !ownNotes(context, caseId).some(({ id }) => id === note)) throw new ORPCError('NOTE_NOT_FOUND');
  return state;
}
