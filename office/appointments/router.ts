/** Appointments stand on the card: who books them opens no file. */
import { ORPCError } from '@orpc/server';
import { EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { appointmentGroup } from '../../shared/people/card-of.ts';
import { decideAppointmentChange, decidePlan } from '../../shared/people/decide-card.ts';
import type { AppointmentView } from '../../shared/rpc/views.ts';
import { actIds } from '../act-ids.ts';
import { opened } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { appointmentViews, cardBodies, deskOf, loadCard, saveCard } from '../people/card-acts.ts';

function viewOf(context: OpenContext, record: RecordId, entry: EntryId): AppointmentView {
  const rows = context.store.desk.read((tx) => tx.cards.appointmentsOf(record)).filter((row) => row.entry === entry);
  const [view] = appointmentViews(context, rows);
  if (view === undefined) throw new ORPCError('ENTRY_UNKNOWN');
  return view;
}

const ofDay = opened.appointments.ofDay.handler(({ input, context }) =>
  appointmentViews(context, context.store.desk.read((tx) => tx.cards.appointmentsOfDay(input.day, input.staff))),
);

const ofPerson = opened.appointments.ofPerson.handler(({ input, context }) => {
  loadCard(context, input.record);
  return appointmentViews(context, context.store.desk.read((tx) => tx.cards.appointmentsOf(input.record)));
});

const plan = opened.appointments.plan.handler(({ input, context }) => {
  const { record, day, time, staff } = input;
  const act = actIds('appointments.plan', input);
  const entry = EntryId.parse(act.idOf('entry'));
  const card = loadCard(context, record);
  if (card.entries[entry] === undefined) {
    saveCard(context, { action: 'appointment.plan', record, bodies: cardBodies(decidePlan(deskOf(context, card), entry, { day, time, staff })), act });
  }
  return viewOf(context, record, entry);
});

const change = opened.appointments.change.handler(({ input, context }) => {
  const { record, entry, status, ...when } = input;
  const card = loadCard(context, record);
  const found = card.entries[entry];
  if (found?.group !== appointmentGroup || found.retired) throw new ORPCError('ENTRY_UNKNOWN');
  saveCard(context, { action: 'appointment.change', record, bodies: cardBodies(decideAppointmentChange(deskOf(context, card), entry, when, status)) });
  return viewOf(context, record, entry);
});

export const appointments = { ofDay, ofPerson, plan, change };
