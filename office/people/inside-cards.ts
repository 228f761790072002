/** Cards that lie in their case file, see [Note: shield]: the desk knows nothing of them; here they are for whoever may open the file. */
import { ORPCError } from '@orpc/server';
import type { AppointmentRow } from '../../db/contract/desk.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import { cardOf } from '../../shared/people/card-of.ts';
import { loadCase } from '../cases/load-case.ts';
import type { OpenContext } from '../context.ts';
import { isRestrictedHere } from '../rights/restriction.ts';

/** Why there is nothing to read for whoever asks. */
const closed: readonly string[] = ['CASE_NOT_FOUND', 'CASE_SHIELDED', 'CASE_RESTRICTED'];

/** null: no file, a door that is closed, or a file that is not for whoever asks. */
export function fileFor(context: OpenContext, record: RecordId): CaseFile | null {
  const { cases } = context.store;
  if (cases === null) return null;
  try {
    return loadCase({ ...context, cases }, record);
  } catch (problem) {
    if (problem instanceof ORPCError && closed.includes(String(problem.code))) return null;
    throw problem;
  }
}

/** The file, where the card lies in it; else null. */
export function fileWithCard(context: OpenContext, record: RecordId): CaseFile | null {
  const file = fileFor(context, record);
  return file !== null && cardIsInside(file.caseState) ? file : null;
}

/** Appointments that stand in a file, in order of time. */
export function appointmentsInside({ caseState }: CaseFile): readonly AppointmentRow[] {
  const { name, phone, appointments } = cardOf(caseState);
  return appointments.map((one) => ({ ...one, record: caseState.record, name, phone })).sort((a, b) => (moment(a) < moment(b) ? -1 : 1));
}

/** Of all files with their card inside that whoever asks may open. */
function allAppointmentsInside(context: OpenContext): readonly AppointmentRow[] {
  const { cases } = context.store;
  if (cases === null) return [];
  return cases.read((tx) => tx.projections.withCardInside()).flatMap((record) => {
    const file = fileWithCard(context, record);
    return file === null ? [] : appointmentsInside(file);
  });
}

/** Of one day, from the desk and from the files; `staff` null: everybody's. In order of time. */
export function appointmentsOn(context: OpenContext, day: IsoDay, staff: UserId | null): readonly AppointmentRow[] {
  const onDesk = context.store.desk.read((tx) => tx.cards.appointmentsOfDay(day, staff)).filter(({ record }) => !isRestrictedHere(context, record));
  const inside = allAppointmentsInside(context).filter((row) => row.day === day && (staff === null || row.staff === staff));
  return inside.length === 0 ? onDesk : [...onDesk, ...inside].sort((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0));
}

/** By day, then by time; those without a time come last. */
function moment({ day, time }: Pick<AppointmentRow, 'day' | 'time'>): string {
  return `${day} ${time ?? '~'}`;
}
