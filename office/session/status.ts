import { ORPCError } from '@orpc/server';
import { inspectFolder } from '../../db/store.ts';
import type { StaffRow } from '../../db/contract.ts';
import type { OfficeView, SessionView, UserView } from '../../shared/rpc/views.ts';
import { os } from '../base.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import type { OfficeSettings } from './settings.ts';

function officeView({ id, name, carrierGroup, land, training }: OfficeSettings): OfficeView {
  return { id, name, carrierGroup, land, training };
}

export function userView({ id, displayName, role }: StaffRow): UserView {
  return { id, displayName, role };
}

function openView(context: OfficeContext, { store, settings, recoveryConfirmed }: OpenOffice): SessionView {
  const staff = store.desk.read((tx) => tx.staff.list()).map(userView);
  const user = staff.find(({ id }) => id === store.user);
  if (user === undefined) throw new ORPCError('INTERNAL');
  const office = officeView(settings);
  if (!recoveryConfirmed) return { phase: 'recovery_open', office, user };
  return { phase: 'open', office, user, staff, today: context.options.today(), lockAfterMinutes: 10, readOnly: false, notices: [] };
}

function closedView({ options }: OfficeContext): SessionView {
  const folder = inspectFolder(options.dir);
  switch (folder.state) {
    case 'empty':
      return { phase: 'empty' };
    case 'locked':
      return { phase: 'locked', singleUser: folder.singleUser, training: folder.training, waitSeconds: 0 };
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
