import type { PersonView } from '../../shared/rpc/desk.views.ts';
import { opened } from '../base.ts';
import { appointmentViews, nextOf } from './card-acts.ts';
import { isRestrictedHere } from '../rights/restriction.ts';
import { cautionsFor } from './cautions.ts';

/** More than these nobody looks through on the phone. */
const shown = 20;

/** Names, phones and appointments of the desk: who has a file and who is a Vormerkung alike, and nothing of the files. */
export const find = opened.people.find.handler(({ input, context }): readonly PersonView[] => {
  const { store, options } = context;
  const found = store.desk.read((tx) => tx.cards.search(input.text, shown).map((card) => ({ card, appointments: tx.cards.appointmentsOf(card.record) })));
  const cautions = cautionsFor(context);
  return found.filter(({ card }) => !isRestrictedHere(context, card.record)).map(({ card, appointments }) => {
    const next = nextOf(appointments, options.today());
    const [view = null] = next === null ? [] : appointmentViews(context, [next]);
    return { record: card.record, name: card.name, phone: card.phone, preRegistration: card.madeOn !== null, next: view, cautions: cautions(card.record) };
  });
});
