/** Which cards are Vormerkungen: those whose history says so. Where a file is on its way, see [Note: becomes a file], only the cases know. */
import type { CardRow } from '../../db/contract/desk.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { deleteDayOf } from '../../shared/people/card-of.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { OpenContext, OpenOffice } from '../context.ts';

export function preRegistrations({ store }: OpenOffice): readonly CardRow[] {
  return store.desk.read((tx) => tx.cards.preRegistrations());
}

export function isPreRegistration({ store }: OpenOffice, record: RecordId): boolean {
  return (store.desk.read((tx) => tx.cards.find(record))?.madeOn ?? null) !== null;
}

/** One that goes on: its four weeks are not over, and nobody removed it. What is being erased comes back for nobody. */
export function isLiving({ office, options }: OpenContext, record: RecordId): boolean {
  const madeOn = office.store.desk.read((tx) => tx.cards.find(record))?.madeOn ?? null;
  return madeOn !== null && deleteDayOf(madeOn) > options.today() && !forgottenAmong(office.store, [record]).has(record);
}

/** Whose four weeks are over on this day. */
export function expiredPreRegistrations(office: OpenOffice, today: IsoDay): readonly RecordId[] {
  return preRegistrations(office)
    .filter(({ madeOn }) => madeOn !== null && deleteDayOf(madeOn) <= today)
    .map(({ record }) => record);
}
