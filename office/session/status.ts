import { ORPCError } from '@orpc/server';
import { inspectFolder, secondsToWait } from '../../db/store.ts';
import type { StaffRow } from '../../db/contract/desk.ts';
import type { OfficeView, SessionView, UserView } from '../../shared/rpc/session.views.ts';
import { os } from '../base.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { noticesOf } from '../safety/notices.ts';
import { placeRefusal } from './refuse-place.ts';
import { lockAfterOf, type OfficeSettings } from './settings.ts';

function officeView({ id, name, carrierGroup, land, training }: OfficeSettings): OfficeView {
  return { id, name, carrierGroup, land, training };
}

export function userView({ id, displayName, role }: StaffRow): UserView {
  return { id, displayName, role };
}

function openView(context: OfficeContext, open: OpenOffice): SessionView {
  const { store, settings, recoveryConfirmed } = open;
  const { rows, lockAfterMinutes } = store.desk.read((tx) => ({ rows: tx.staff.list(), lockAfterMinutes: lockAfterOf(tx) }));
  const staff = rows.map(userView);
  const user = staff.find(({ id }) => id === store.user);
  if (user === undefined) throw new ORPCError('INTERNAL');
  const office = officeView(settings);
  const { missing } = store;
  // Files older than what was acknowledged come first: nothing can be written, not even that the sheet was typed back.
  if (!recoveryConfirmed && missing === null) return { phase: 'recovery_open', office, user };
  const notices = noticesOf(context, open);
  return { phase: 'open', office, user, staff, today: context.options.today(), lockAfterMinutes, readOnly: missing !== null, notices };
}

function closedView(context: OfficeContext): SessionView {
  const { dir, clock } = context.options;
  const folder = inspectFolder(dir);
  // Said before anybody fills in a set-up or types a password. Whether an empty folder becomes one for practice is not known yet.
  const refusal = placeRefusal(context, folder.state === 'locked' ? folder.training : true);
  if (refusal !== null) return { phase: 'unusable', code: refusal };
  switch (folder.state) {
    case 'empty':
      return { phase: 'empty' };
    case 'locked':
      return { phase: 'locked', singleUser: folder.singleUser, training: folder.training, waitSeconds: secondsToWait(dir, clock()) };
    case 'in_use':
      return { phase: 'unusable', code: 'FOLDER_IN_USE' };
    case 'damaged':
      return { phase: 'unusable', code: folder.code };
  }
}

/** Where the office stands now; the first thing a window asks, and the answer to every act of this group. */
export function sessionView(context: OfficeContext): SessionView {
  const { open, warning } = context.session;
  const view = open === null ? closedView(context) : openView(context, open);
  return warning === null ? view : { ...view, warning };
}

/** Waits for an unlock under way: the folder looks taken while this very process opens it. */
export const status = os.session.status.handler(async ({ context }) => {
  await context.session.busy;
  return sessionView(context);
});
