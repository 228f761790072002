/** How many Kurzberatungen a year had: counted from their rows, and from the sums that stay once the year is frozen. */
import { readSetting, writeSetting } from '../session/settings.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { DeskTx, Store } from '../../db/contract/store.ts';
import type { TallySummaryView } from '../../shared/rpc/desk.views.ts';
import { asTheyCount } from './moved.ts';

/** What was taken away counts nowhere; what became a contact of a file counts there. */
function countedNow(store: Store, year: number): Omit<TallySummaryView, 'year' | 'frozen'> {
  const rows = store.cases?.read((tx) => asTheyCount(store, tx, tx.tallies.list(IsoDay.parse(`${String(year)}-01-01`), IsoDay.parse(`${String(year)}-12-31`)))) ?? [];
  const counted = rows.filter(({ retired, moved }) => !retired && !moved);
  const minutes = counted.map(({ answers }) => answers['tally.minutes']).filter((value) => typeof value === 'number');
  return { count: counted.length, minutes: minutes.reduce((sum, one) => sum + one, 0), moved: rows.filter(({ moved }) => moved).length };
}

function kept(tx: DeskTx): Readonly<Record<string, Omit<TallySummaryView, 'year' | 'frozen'>>> {
  return readSetting(tx, 'tally_totals')?.years ?? {};
}

export function tallyTotals(store: Store, year: number): TallySummaryView {
  const isFrozen = store.cases?.read((tx) => tx.frozenYears()).has(year) === true;
  const sums = isFrozen ? store.desk.read(kept)[String(year)] : undefined;
  return { year, ...(sums ?? countedNow(store, year)), ...(isFrozen && { frozen: true }) };
}

/** Before the rows of these years go. Of a year on which somebody was interrupted the sums are here already. */
export function keepTallyTotals(store: Store, years: readonly number[]): void {
  const frozen = store.cases?.read((tx) => tx.frozenYears()) ?? new Set();
  const known = store.desk.read(kept);
  const fresh = years.filter((year) => !frozen.has(year) || known[String(year)] === undefined);
  if (fresh.length === 0) return;
  const sums = Object.fromEntries(fresh.map((year) => [String(year), countedNow(store, year)]));
  store.desk.write((tx) => { writeSetting(tx, 'tally_totals', { years: { ...kept(tx), ...sums } }); });
}
