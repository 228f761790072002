/** The day of a colleague one stands in for: times, names, phones, the last agreed step. */
import { ORPCError } from '@orpc/server';
import type { AppointmentRow } from '../../db/contract.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { caseName } from '../../shared/cases/case-status.ts';
import { lastStep } from '../../shared/cases/last-step.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { EntryId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { DayEntryView } from '../../shared/rpc/views.ts';
import { logReading } from '../audit/log-reading.ts';
import { opened } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import type { OpenContext } from '../context.ts';
import { appointmentViews } from '../people/card-acts.ts';

/** Oneself, the head, and whoever stands in on that day or today. */
function checkRight({ store, options }: OpenContext, user: UserId, day: IsoDay): void {
  const standsIn = (on: IsoDay): boolean => store.desk.read((tx) => tx.absences.standsInFor(store.user, on)).has(user);
  if (store.user !== user && store.role !== 'head' && !standsIn(day) && !standsIn(options.today())) throw new ORPCError('ROLE_NOT_ALLOWED');
}

/** A shielded person's appointments are not on the desk: they stand in her file. */
function ofShielded(context: OpenContext, user: UserId, day: IsoDay): readonly AppointmentRow[] {
  const { cases } = context.store;
  if (cases === null) return [];
  return cases
    .read((tx) => tx.projections.shielded())
    .flatMap((record) => {
      const file = fileOf(context, record);
      if (file === null) return [];
      const answers = readCase(file.caseState, file.person);
      const text = (field: string, entry: EntryId | null = null): string => {
        const value = answers.value(field, entry);
        return typeof value === 'string' ? value : '';
      };
      return answers
        .entries('appointment')
        .filter((entry) => answers.value('appointment.date', entry) === day && answers.value('appointment.staff', entry) === user)
        .map((entry) => ({
          record,
          entry,
          day,
          time: text('appointment.time', entry) || null,
          staff: user,
          status: text('appointment.status', entry) || 'planned',
          name: caseName(answers),
          phone: text('person.phone'),
        }));
    });
}

/** null: a Vormerkung, or a file that is not for whoever asks. */
function fileOf(context: OpenContext, record: RecordId): ReturnType<typeof loadCase> | null {
  const { cases } = context.store;
  if (cases === null) return null;
  try {
    return loadCase({ ...context, cases }, record);
  } catch (problem) {
    if (problem instanceof ORPCError && (problem.code === 'CASE_NOT_FOUND' || problem.code === 'CASE_SHIELDED')) return null;
    throw problem;
  }
}

function withStep(context: OpenContext, row: ReturnType<typeof appointmentViews>[number]): DayEntryView {
  const { cases } = context.store;
  const file = fileOf(context, row.record);
  if (file === null || cases === null) return { ...row, lastStep: null };
  logReading({ ...context, cases }, { action: 'absence.day', record: row.record, details: { right: file.right } });
  return { ...row, lastStep: lastStep(file.caseState) };
}

export const day = opened.absences.day.handler(({ input, context }) => {
  checkRight(context, input.user, input.day);
  const onDesk = context.store.desk.read((tx) => tx.cards.appointmentsOfDay(input.day, input.user));
  const rows = [...onDesk, ...ofShielded(context, input.user, input.day)];
  // Those without a time come last.
  const inOrder = rows.sort((a, b) => ((a.time ?? '~') < (b.time ?? '~') ? -1 : (a.time ?? '~') > (b.time ?? '~') ? 1 : 0));
  return appointmentViews(context, inOrder).map((row) => withStep(context, row));
});
