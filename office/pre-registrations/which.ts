/** Which cards are Vormerkungen: those whose history says so and that no file stands behind. */
import type { CardRow } from '../../db/contract.ts';
import { deleteDayOf } from '../../shared/people/card-of.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { OpenOffice } from '../context.ts';

/**
 * [Note: becomes a file] A Vormerkung becomes a file by three commits: the desk names it stale, the cases get the file, the card says that it
 * belongs to one. Ended in between, the card still says Vormerkung: so whoever deletes asks for the file, too, and behind a slot that opens
 * the desk only leaves alone what is named stale. The next who opens the cases lets the card say it.
 */
function hasFile({ store, stale }: OpenOffice, record: RecordId): boolean {
  const { cases } = store;
  return cases === null ? stale.has(record) : cases.read((tx) => tx.histories.find(record)) !== undefined;
}

export function preRegistrations(office: OpenOffice): readonly CardRow[] {
  return office.store.desk.read((tx) => tx.cards.preRegistrations()).filter(({ record }) => !hasFile(office, record));
}

export function isPreRegistration(office: OpenOffice, record: RecordId): boolean {
  const madeOn = office.store.desk.read((tx) => tx.cards.find(record))?.madeOn ?? null;
  return madeOn !== null && !hasFile(office, record);
}

/** Whose four weeks are over on this day. */
export function expiredPreRegistrations(office: OpenOffice, today: IsoDay): readonly RecordId[] {
  return preRegistrations(office)
    .filter(({ madeOn }) => madeOn !== null && deleteDayOf(madeOn) <= today)
    .map(({ record }) => record);
}

/** Cards that still say Vormerkung although their file is there; none behind a slot that opens the desk only. */
export function halfMadeFiles(office: OpenOffice): readonly RecordId[] {
  if (office.store.cases === null) return [];
  return office.store.desk
    .read((tx) => tx.cards.preRegistrations())
    .filter(({ record }) => hasFile(office, record))
    .map(({ record }) => record);
}
