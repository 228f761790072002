/** Vertretung for a time: set by oneself or by the head. It gives the right of a deputy on its days and takes it back by itself. */
import { ORPCError } from '@orpc/server';
import type { AbsenceRow } from '../../db/contract/desk.ts';
import { addDays, type IsoDay } from '../../shared/domain/day.ts';
import { RecordId, type UserId } from '../../shared/domain/ids.ts';
import type { AbsenceView } from '../../shared/rpc/desk.views.ts';
import { actIds } from '../act-ids.ts';
import { opened } from '../base.ts';
import { namesOf } from '../cases/case-view.ts';
import type { OpenContext } from '../context.ts';

/** Who was away when is kept no longer than it is needed: four weeks after the last day the row goes with the next that is set. */
export const keptDaysAfter = 28;

export function isRunning({ from, until }: Pick<AbsenceRow, 'from' | 'until'>, today: IsoDay): boolean {
  return from <= today && (until === null || until >= today);
}

function isOver({ until }: Pick<AbsenceRow, 'until'>, today: IsoDay): boolean {
  return until !== null && until < today;
}

/** Running and coming ones. Whose is over is nobody's business any more. */
function views({ store, options }: OpenContext): readonly AbsenceView[] {
  const { rows, staff } = store.desk.read((tx) => ({ rows: tx.absences.list(), staff: tx.staff.list() }));
  const nameOf = namesOf(staff);
  const today = options.today();
  return rows
    .filter((row) => !isOver(row, today))
    .map(({ id, user, deputy, from, until, setBy }) => ({
      id,
      user,
      userName: nameOf(user),
      deputy,
      deputyName: nameOf(deputy),
      from,
      until,
      setByName: nameOf(setBy),
      running: isRunning({ from, until }, today),
    }));
}

function mayDecideFor({ store }: OpenContext, user: UserId): void {
  if (store.user !== user && store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
}

function refuse(reason: string): never {
  throw new ORPCError('ANSWER_INVALID', { data: { reason } });
}

/** Somebody else who works here and opens files. */
function checkPeople({ store }: OpenContext, user: UserId, deputy: UserId): void {
  const staff = store.desk.read((tx) => tx.staff.list());
  if (user === deputy) refuse('Niemand vertritt sich selbst.');
  if (!staff.some(({ id }) => id === user)) refuse('Diese Person arbeitet hier nicht.');
  if (!staff.some(({ id, role }) => id === deputy && role !== 'admin_office')) refuse('Vertreten kann nur, wer selbst Akten führt.');
}

export const list = opened.absences.list.handler(({ context }) => views(context));

export const set = opened.absences.set.handler(({ input, context }) => {
  const { user, deputy, from, until } = input;
  mayDecideFor(context, user);
  checkPeople(context, user, deputy);
  if (until !== null && until < from) refuse('Der letzte Tag liegt vor dem ersten.');
  const { actor, store } = context;
  const id = RecordId.parse(actIds('absences.set', input).idOf('absence'));
  const today = context.options.today();
  store.desk.write((tx) => {
    if (tx.absences.find(id) !== undefined) return;
    for (const row of tx.absences.list()) if (row.until !== null && row.until < addDays(today, -keptDaysAfter)) tx.absences.remove(row.id);
    tx.absences.save({ id, user, deputy, from, until, setBy: store.user, setAt: actor.at });
    tx.audit.write({ action: 'absence.set', record: null, details: { user, deputy, from, until } }, actor);
  });
  return views(context);
});

/** A last day before the first takes it back: nobody was away. */
export const end = opened.absences.end.handler(({ input, context }) => {
  const { id, until } = input;
  const row = context.store.desk.read((tx) => tx.absences.find(id));
  if (row === undefined) throw new ORPCError('ENTRY_UNKNOWN');
  mayDecideFor(context, row.user);
  context.store.desk.write((tx) => {
    if (until < row.from) tx.absences.remove(id);
    else tx.absences.save({ ...row, until });
    tx.audit.write({ action: 'absence.end', record: null, details: { user: row.user, until } }, context.actor);
  });
  return views(context);
});
