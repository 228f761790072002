/** Appointments stand on the card: who books them opens no file. Those of a card inside its file are for whoever may open that. */
import { ORPCError } from '@orpc/server';
import type { AppointmentRow } from '../../db/contract/desk.ts';
import { EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { appointmentGroup } from '../../shared/people/card-of.ts';
import { decideAppointmentChange, decidePlan } from '../../shared/people/decide-card.ts';
import type { AppointmentView } from '../../shared/rpc/desk.views.ts';
import { actIds } from '../act-ids.ts';
import { casesContext, opened } from '../base.ts';
import { saveCase } from '../cases/save-case.ts';
import type { OpenContext } from '../context.ts';
import { appointmentViews, type CardAct, cardBodies, deskOf, loadCard, saveCard } from '../people/card-acts.ts';
import { slip } from '../papers/appointment-slip.ts';
import { appointmentsInside, appointmentsOn, fileWithCard } from '../people/inside-cards.ts';

function rowsOf(context: OpenContext, record: RecordId): readonly AppointmentRow[] {
  const file = fileWithCard(context, record);
  return file === null ? context.store.desk.read((tx) => tx.cards.appointmentsOf(record)) : appointmentsInside(file);
}

/** Where the appointments of this person stand, and how a change of them is written. Throws PERSON_NOT_FOUND. */
function placeOf(context: OpenContext, record: RecordId): { readonly card: RecordState; readonly save: (act: Omit<CardAct, 'record'>) => void } {
  const file = fileWithCard(context, record);
  if (file === null) return { card: loadCard(context, record), save: (act) => { saveCard(context, { ...act, record }); } };
  return {
    card: file.caseState,
    save: ({ action, bodies, act }) => {
      const decided = bodies.map((body) => ({ record: 'case', body }) as const);
      if (decided.length > 0) saveCase(casesContext(context), file, { action, details: {}, decided, ...(act !== undefined && { act: { idsFor: act.idsFor, entry: EntryId.parse(act.idOf('entry')) } }) });
    },
  };
}

function viewOf(context: OpenContext, record: RecordId, entry: EntryId): AppointmentView {
  const rows = rowsOf(context, record).filter((row) => row.entry === entry);
  const [view] = appointmentViews(context, rows);
  if (view === undefined) throw new ORPCError('ENTRY_UNKNOWN');
  return view;
}

const ofDay = opened.appointments.ofDay.handler(({ input, context }) =>
  appointmentViews(context, appointmentsOn(context, input.day, input.staff)),
);

const ofPerson = opened.appointments.ofPerson.handler(({ input, context }) => {
  placeOf(context, input.record);
  return appointmentViews(context, rowsOf(context, input.record));
});

const plan = opened.appointments.plan.handler(({ input, context }) => {
  const { record, day, time, staff } = input;
  const act = actIds('appointments.plan', input);
  const entry = EntryId.parse(act.idOf('entry'));
  const { card, save } = placeOf(context, record);
  if (card.entries[entry] === undefined) {
    save({ action: 'appointment.plan', bodies: cardBodies(decidePlan(deskOf(context, card), entry, { day, time, staff })), act });
  }
  return viewOf(context, record, entry);
});

const change = opened.appointments.change.handler(({ input, context }) => {
  const { record, entry, status, ...when } = input;
  const { card, save } = placeOf(context, record);
  const found = card.entries[entry];
  if (found?.group !== appointmentGroup || found.retired) throw new ORPCError('ENTRY_UNKNOWN');
  save({ action: 'appointment.change', bodies: cardBodies(decideAppointmentChange(deskOf(context, card), entry, when, status)) });
  return viewOf(context, record, entry);
});

export const appointments = { ofDay, ofPerson, plan, change, slip };
