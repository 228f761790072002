/**
 * [Note: shield] A shielded file is closed to colleagues by the core the moment it is said. Its card follows behind the case door, so that a slot
 * which opens the desk only holds nothing of her: first the case file says what the card says, in the transaction that shields it; then the card
 * goes off the desk at the byte. In between the copy inside counts (`cardIsInside`). What was interrupted is finished at the next start. The
 * way back is in give-card-back.ts.
 */
import { ORPCError } from '@orpc/server';
import { filesAtRest } from '../../db/backup/in-worker.ts';
import { takeCardsOff } from '../../db/erase/take-card-off.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { cardBodies } from '../../shared/cases/card-inside.ts';
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import { cardIsInside, isShielded, shieldedField } from '../../shared/cases/case-right.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { basesFor } from '../../shared/history/base-of.ts';
import { inCases } from '../base.ts';
import { actorOf, type CasesContext, type OfficeContext, type OpenOffice } from '../context.ts';
import { renewSecondPlaceKeys } from '../safety/backup.ts';
import { inTurn } from '../safety/state.ts';
import { actOf, isWritten, presentView } from './act.ts';
import { giveBack } from './give-card-back.ts';
import { loadCase } from './load-case.ts';
import { saveCase } from './save-case.ts';

export const shield = inCases.cases.shield.handler(async ({ input, context }) => {
  const { caseId, shielded } = input;
  const act = actOf('shield', input);
  const file = loadCase(context, caseId);
  if (file.right !== 'responsible' && file.right !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
  if (isWritten(context, act, 'case') || isShielded(file.caseState) === shielded) {
    await moveCard(context, caseId);
    return presentView(context, caseId);
  }
  const decided = decideShield(context, file, shielded);
  saveCase(context, { ...file, person: undefined }, { action: 'case.shield', details: { shielded }, decided, act });
  await moveCard(context, caseId);
  return presentView(context, caseId);
});

/** To where it belongs now. */
async function moveCard(context: CasesContext, record: RecordId): Promise<void> {
  await takeOff(context, record);
  await giveBack(context, record);
}

function decideShield({ cases, store }: CasesContext, { caseState: { record } }: CaseFile, shielded: boolean): readonly Decided[] {
  // As they are stored: what is not for the eyes of whoever shields comes along all the same.
  const caseState = cases.read((tx) => tx.histories.find(record));
  if (caseState === undefined) throw new ORPCError('CASE_NOT_FOUND');
  const card = shielded && !cardIsInside(caseState) ? store.desk.read((tx) => tx.histories.find(record)) : undefined;
  const copied = card === undefined ? [] : cardBodies(card, caseState, 'replace');
  const answer = { type: 'answer', entry: null, field: shieldedField, value: shielded, base: basesFor(caseState, null, shieldedField) } as const;
  return [...copied, answer].map((body) => ({ record: 'case', body }));
}

/** The file is closed already; where the card cannot go now, that is logged, and the next start goes on. */
async function takeOff(context: CasesContext, record: RecordId): Promise<void> {
  const { store, office, actor, options } = context;
  if (!hasCardToTakeOff(office, record)) return;
  await inTurn(office, async () => {
    await filesAtRest(store.dir);
    // Opened again while this waited: the card stays.
    if (context.session.open !== office || !hasCardToTakeOff(office, record)) return;
    try {
      takeCardsOff(store, [record], actor);
      await renewSecondPlaceKeys(context, office);
    } catch (problem) {
      const code = storeCodeOf(problem);
      if (code === null) throw problem;
      options.log?.(`CARD_NOT_TAKEN_OFF ${code}`);
    }
  });
}

/** A card on the desk whose file was shielded and says all of it. */
function hasCardToTakeOff({ store }: OpenOffice, record: RecordId): boolean {
  const caseState = store.cases?.read((tx) => tx.histories.find(record));
  if (caseState === undefined || !isShielded(caseState)) return false;
  const card = store.desk.read((tx) => tx.histories.find(record));
  return card !== undefined && cardBodies(card, caseState).length === 0;
}

/** At an unlock, before anything is read of the cards: what was interrupted in the middle. */
export function goOnTakingOff(context: OfficeContext, { store }: OpenOffice): void {
  attempt(context, () => { takeCardsOff(store, [], actorOf(store, context.options.clock)); });
}

/** At an unlock: cards of shielded files that lie on the desk, because the program ended before they went or older files were put back. */
export function shieldAgain(context: OfficeContext, office: OpenOffice): void {
  const { store } = office;
  const { cases, desk } = store;
  if (cases === null) return;
  const actor = actorOf(store, context.options.clock);
  attempt(context, () => {
    const shielded = cases.read((tx) => tx.projections.shielded());
    const left = desk.read((tx) => shielded.filter((record) => tx.histories.find(record) !== undefined));
    for (const record of left) {
      const card = desk.read((tx) => tx.histories.find(record));
      cases.write((tx) => {
        const caseState = tx.histories.find(record);
        const bodies = card === undefined || caseState === undefined ? [] : cardBodies(card, caseState);
        if (bodies.length > 0) tx.histories.append(record, 'case', bodies, actor);
      });
    }
    takeCardsOff(store, left, actor);
  });
}

function attempt({ options }: OfficeContext, act: () => void): void {
  try {
    act();
  } catch (problem) {
    const code = storeCodeOf(problem);
    if (code === null) throw problem;
    options.log?.(`CARD_NOT_TAKEN_OFF ${code}`);
  }
}
