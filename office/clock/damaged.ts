/**
 * A file whose history cannot be read any more still has its day: the row beside it was made while it could be. Lotse does nothing with it by itself, because
 * a backup may bring it back; it says that there is one, and the head has it forgotten once its day has come.
 */
import { storeCodeOf } from '../../db/errors.ts';
import { forgottenAmong } from '../../db/erase/erase.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import { fileHindrances, officeHindrances } from '../../shared/clock/hindrances.ts';
import { lookAt } from '../../shared/clock/look.ts';
import { anonymiseLimitMonths } from '../../shared/clock/months.ts';
import type { ClockOffice, Hindrance, HindranceCode } from '../../shared/clock/types.ts';
import { addMonths, type IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { emptyState } from '../../shared/history/fold.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { CasesContext } from '../context.ts';
import { safetyOf } from '../safety/state.ts';
import type { PreviewedFile } from './preview.ts';

/** It is on the list and not to be read. Remembered, for start page and preview. */
export function isDamaged({ cases, store, office }: CasesContext, record: RecordId): boolean {
  const { unreadable } = safetyOf(office);
  if (!cases.read((tx) => tx.projections.findRow(record) !== undefined) || forgottenAmong(store, [record]).has(record)) return false;
  try {
    if (cases.read((tx) => tx.histories.find(record)) !== undefined) return false;
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
  }
  unreadable.add(record);
  return true;
}

export function knownDamaged({ office }: CasesContext, record: RecordId): boolean {
  return safetyOf(office).unreadable.has(record);
}

/** Of these, how many are known not to be readable. */
export function damagedAmong(context: CasesContext, records: readonly RecordId[]): number {
  return records.filter((record) => knownDamaged(context, record)).length;
}

export interface DamagedClock {
  /** The head may have it forgotten from this day on; null: nobody can say. */
  readonly from: IsoDay | null;
  readonly hindrances: readonly Hindrance[];
  /** Today is such a day, and nothing hinders. */
  readonly now: boolean;
}

/** The row is not made anew any more: what was over on a day does not hold the file for ever. */
const passing: readonly HindranceCode[] = ['appointment_ahead', 'just_ended'];

/** What row, card and office say together. The row knows nothing that came after the damage, so the card is asked as well: an appointment may have been made since. */
export function clockOfDamaged(context: CasesContext, { record, row }: PreviewedFile, office: ClockOffice): DamagedClock {
  const from = forgettableFrom(row);
  const held = row.held.filter(({ code, until }) => !passing.includes(code) || until === null || until > office.today);
  const said = [...held, ...ofCard(context, record, row, office), ...officeHindrances(row, office)];
  const hindrances = said.filter(({ text }, at) => said.findIndex((one) => one.text === text) === at);
  return { from, hindrances, now: from !== null && office.today >= from && hindrances.length === 0 };
}

/** One that was still to be ended takes no end any more: it goes when both limits, to the end and from there on, are over. */
function forgettableFrom({ act, day, limit }: PreviewedFile['row']): IsoDay | null {
  if (act === 'anonymise') return day;
  return limit === null ? null : addMonths(limit, anonymiseLimitMonths);
}

function ofCard(context: CasesContext, record: RecordId, row: PreviewedFile['row'], { settings, today }: ClockOffice): readonly Hindrance[] {
  const { catalogue } = context.options;
  const card = readableCard(context, record);
  if (card === undefined) return [];
  return fileHindrances(lookAt({ catalogue, caseState: emptyState(record, 'case'), person: inEdition(catalogue, card) }, settings, today), row);
}

/** Damaged as well, it says nothing either. */
function readableCard({ store }: CasesContext, record: RecordId): RecordState | undefined {
  try {
    return store.desk.read((tx) => tx.histories.find(record));
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
    return undefined;
  }
}
