/**
 * The way back of [Note: shield]: a file that is open again gives the card back to the desk, so that whoever answers the phone finds her.
 *
 * Three commits, each whole: the file says that it is open (the card inside counts still); the desk gets the card with all that it says inside; the
 * file says that the card is not in it any more. Interrupted in between, the next unlock goes on. What the clerk wrote meanwhile stays beside what
 * the file says: two statements, until a person decides.
 */
import { filesAtRest } from '../../db/backup/in-worker.ts';
import { cardsToTakeOff, takeCardsOff } from '../../db/erase/take-card-off.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import { cardBodies, cardPart } from '../../shared/cases/card-inside.ts';
import { cardIsInside, isShielded, shieldedField } from '../../shared/cases/case-right.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { basesFor } from '../../shared/history/base-of.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { clockSettings } from '../clock/settings.ts';
import { actorOf, type CasesContext, type OfficeContext, type OpenOffice } from '../context.ts';
import { keepParentsOnCard } from '../people/parents-on-card.ts';
import { inTurn } from '../safety/state.ts';
import { saveProjection } from './project.ts';
import { markStale, settle } from './stale.ts';

export async function giveBack(context: CasesContext, record: RecordId): Promise<void> {
  const { store, office } = context;
  if (owed(office, record) === undefined) return;
  await inTurn(office, async () => {
    if (cardsToTakeOff(store).includes(record)) await filesAtRest(store.dir);
    if (context.session.open === office) attempt(context, office, record);
  });
}

/** At an unlock: what was interrupted, and files that were opened again before there was a way back. */
export function goOnGivingBack(context: OfficeContext, office: OpenOffice): void {
  const { cases, desk } = office.store;
  if (cases === null) return;
  const onDesk = new Set(desk.read((tx) => tx.histories.ids('person')));
  const inside = cases.read((tx) => tx.histories.ids('case')).filter((record) => !onDesk.has(record) || office.stale.has(record));
  for (const record of inside) attempt(context, office, record);
}

/** The file whose card is to go to the desk. */
function owed({ store }: OpenOffice, record: RecordId): RecordState | undefined {
  const caseState = store.cases?.read((tx) => tx.histories.find(record));
  return caseState?.kind === 'case' && cardIsInside(caseState) && !isShielded(caseState) ? caseState : undefined;
}

/** Where it cannot go now, that is logged, and the next unlock goes on. */
function attempt(context: OfficeContext, office: OpenOffice, record: RecordId): void {
  try {
    giveNow(context, office, record);
  } catch (problem) {
    const code = storeCodeOf(problem);
    if (code === null) throw problem;
    context.options.log?.(`CARD_NOT_GIVEN_BACK ${code}`);
  }
}

function giveNow({ options }: OfficeContext, office: OpenOffice, record: RecordId): void {
  const { store } = office;
  const caseState = owed(office, record);
  if (caseState === undefined || store.cases === null) return;
  const { catalogue, clock } = options;
  const actor = actorOf(store, clock);
  // A card that is on its way off the desk goes first: its key is gone already.
  if (cardsToTakeOff(store).includes(record)) takeCardsOff(store, [], actor);
  const card = store.desk.write((tx) => {
    markStale(tx, office, [record]);
    const there = tx.histories.find(record) ?? tx.histories.create(record, 'person', actor);
    const bodies = cardBodies(cardPart(catalogue, inEdition(catalogue, caseState)), there, 'both');
    return bodies.length === 0 ? there : tx.histories.append(record, 'person', bodies, actor);
  });
  const months = store.desk.read(clockSettings);
  const open = store.cases.write((tx) => {
    const answer = { type: 'answer', entry: null, field: shieldedField, value: null, base: basesFor(caseState, null, shieldedField) } as const;
    const told = tx.histories.append(record, 'case', [answer], actor);
    const changedAt = tx.projections.findRow(record)?.changedAt ?? actor.at;
    return saveProjection(tx, { catalogue, caseState: told, person: card, today: options.today(), changedAt, indexed: 'now', clock: months }, actor);
  });
  keepParentsOnCard(store, open, actor);
  settle(office, [record]);
}
