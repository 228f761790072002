/** The day of a colleague one stands in for: times, names, phones, the last agreed step. */
import { ORPCError } from '@orpc/server';
import { consentGiven } from '../../shared/cases/consent.ts';
import { lastStep } from '../../shared/cases/last-step.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import type { DayEntryView } from '../../shared/rpc/desk.views.ts';
import { logReading } from '../audit/log-reading.ts';
import { opened } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { appointmentViews } from '../people/card-acts.ts';
import { appointmentsOn, fileFor } from '../people/inside-cards.ts';

/** Oneself, the head, and whoever stands in on that day or today. */
function checkRight({ store, options }: OpenContext, user: UserId, day: IsoDay): void {
  const standsIn = (on: IsoDay): boolean => store.desk.read((tx) => tx.absences.standsInFor(store.user, on)).has(user);
  if (store.user !== user && store.role !== 'head' && !standsIn(day) && !standsIn(options.today())) throw new ORPCError('ROLE_NOT_ALLOWED');
}

function withStep(context: OpenContext, row: ReturnType<typeof appointmentViews>[number]): DayEntryView {
  const { cases } = context.store;
  const file = fileFor(context, row.record);
  if (file === null || cases === null) return { ...row, lastStep: null };
  logReading({ ...context, cases }, { action: 'absence.day', record: row.record, details: { right: file.right } });
  return { ...row, lastStep: consentGiven(file.caseState) ? lastStep(file.caseState) : null };
}

export const day = opened.absences.day.handler(({ input, context }) => {
  checkRight(context, input.user, input.day);
  return appointmentViews(context, appointmentsOn(context, input.day, input.user)).map((row) => withStep(context, row));
});
