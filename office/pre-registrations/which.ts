/** Which cards are Vormerkungen: those whose history says so. Where a file is on its way, see [Note: becomes a file], only the cases know. */
import type { CardRow } from '../../db/contract/desk.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { deleteDayOf } from '../../shared/people/card-of.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { dayIsBelieved } from '../clock/guard.ts';
import type { OpenContext, OpenOffice } from '../context.ts';

export function preRegistrations({ store }: OpenOffice): readonly CardRow[] {
  return store.desk.read((tx) => tx.cards.preRegistrations());
}

export function isPreRegistration({ store }: OpenOffice, record: RecordId): boolean {
  return (store.desk.read((tx) => tx.cards.find(record))?.madeOn ?? null) !== null;
}

/** One that goes on: its four weeks are not over, and nobody removed it. What is being erased comes back for nobody. */
export function isLiving(context: OpenContext, record: RecordId): boolean {
  const { office, options } = context;
  const madeOn = office.store.desk.read((tx) => tx.cards.find(record))?.madeOn ?? null;
  if (madeOn === null || forgottenAmong(office.store, [record]).has(record)) return false;
  return deleteDayOf(madeOn) > options.today() || !dayIsBelieved(context);
}

/** Whose four weeks are over; nobody's on a day that is not believed, see [Note: believed day]. */
export function expiredPreRegistrations(context: OpenContext): readonly RecordId[] {
  const today = context.options.today();
  if (!dayIsBelieved(context)) return [];
  return preRegistrations(context.office)
    .filter(({ madeOn }) => madeOn !== null && deleteDayOf(madeOn) <= today)
    .map(({ record }) => record);
}
