import type { CardRow } from '../../db/contract/desk.ts';
import { preRegistrationDate } from '../../shared/clock/dates/beside.ts';
import { deleteDayOf } from '../../shared/people/card-of.ts';
import type { PreRegistrationView } from '../../shared/rpc/desk.views.ts';
import type { OpenContext } from '../context.ts';
import { appointmentViews, nextOf } from '../people/card-acts.ts';

/** `rows`: cards that are Vormerkungen. The appointment is the next one, or the last where none is to come. */
export function preRegistrationViews(context: OpenContext, rows: readonly CardRow[]): readonly PreRegistrationView[] {
  const { store, options } = context;
  return rows.flatMap(({ record, name, phone, madeOn }) => {
    if (madeOn === null) return [];
    const appointments = store.desk.read((tx) => tx.cards.appointmentsOf(record));
    const shown = nextOf(appointments, options.today()) ?? appointments.at(-1) ?? null;
    const deleteOn = deleteDayOf(madeOn);
    // Over and still shown: only on a day nobody believes.
    const deletes = preRegistrationDate(madeOn, deleteOn > options.today() ? null : 'day_untrusted').text;
    const [appointment = null] = shown === null ? [] : appointmentViews(context, [shown]);
    return [{ record, firstName: name, phone, appointment, madeOn, deleteOn, deletes }];
  });
}
