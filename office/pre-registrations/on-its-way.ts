/** Vormerkungen whose file is on its way, see [Note: becomes a file] in shared/people/card-of.ts. */
import type { RecordId } from '../../shared/domain/ids.ts';
import { sayPreRegistered } from '../../shared/people/decide-card.ts';
import type { OpenContext } from '../context.ts';
import { loadCard, saveCard } from '../people/card-acts.ts';

/** Its file is there: the card says Vormerkung no more. */
export function belongsToFile(context: OpenContext, record: RecordId): void {
  saveCard(context, { action: 'preregistration.file', record, bodies: [sayPreRegistered(loadCard(context, record), null)] });
}

/** Where Lotse ended in between: the file came, or the card is a Vormerkung as before. Nothing where the cases stay closed. */
export function settleOnItsWay(context: OpenContext, only: RecordId | null = null): void {
  const { cases, desk } = context.store;
  if (cases === null) return;
  for (const { record, becoming } of desk.read((tx) => tx.cards.becomingFiles())) {
    if (only !== null && record !== only) continue;
    if (cases.read((tx) => tx.histories.find(record)) !== undefined) belongsToFile(context, record);
    else saveCard(context, { action: 'preregistration.back', record, bodies: [sayPreRegistered(loadCard(context, record), becoming)] });
  }
}
