/** The Monitoring-Meldung of a year, from the facts to the preview. */
import type { Core, CoreClient } from '../../office/core.ts';
import { currentPlan } from '../../office/monitoring/plans.ts';
import { tablesOfPeriod } from '../../office/monitoring/tables-of-period.ts';
import { yearlyPeriod } from '../../shared/monitoring/period.ts';
import { durations, measured, type Result } from './measure.ts';

export async function deliveryStage({ core, client }: { readonly core: Core; readonly client: CoreClient }, year: number, times: number): Promise<Result> {
  const cases = core.context.session.open?.store.cases;
  const period = yearlyPeriod({ year, half: null });
  if (!period.ok || cases === null || cases === undefined) throw new Error('the office is not open');
  const facts = cases.read((tx) => tx.facts.caseYears(year));
  const bare = await durations(times, () => tablesOfPeriod({ caseYears: () => facts, tallies: () => [] }, currentPlan, period.value));
  // The first build also waits until the rows are those of today.
  await client.monitoring.build({ year, half: null });
  const built = await durations(times, () => client.monitoring.build({ year, half: null }));
  return measured('Meldung: Tabellen eines Jahres', 1_000, built, { what: 'Tabellen aus denselben Fakten im Speicher', durations: bare });
}
