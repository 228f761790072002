import { ORPCError } from '@orpc/server';
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { Store } from '../../db/contract/store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { DeliveryId } from '../../shared/domain/ids.ts';
import { formatPeriod, yearlyPeriod } from '../../shared/monitoring/period.ts';
import type { Table } from '../../shared/monitoring/types.ts';
import type { DeliveryPreview } from '../../shared/rpc/monitoring.views.ts';
import { inCases, opened, stillOpen } from '../base.ts';
import { refreshedFacts } from '../cases/refresh.ts';
import { deliveryView } from './delivery-view.ts';
import { isFrozen, lastDelivered } from './frozen.ts';
import { currentPlan, planOf } from './plans.ts';
import { tablesOfPeriod } from './tables-of-period.ts';

/** Exactly what is stored, and therefore exactly what will be signed. */
function previewOf(store: Store, row: DeliveryRow): DeliveryPreview {
  const staff = store.desk.read((tx) => tx.staff.list());
  return { delivery: deliveryView(row, staff), plan: planOf(row).plan, tables: JSON.parse(row.tables) as readonly Table[] };
}

/**
 * The tables of a year. What was built before and says the same is returned as it is; a refused one is built anew. A frozen year answers with what
 * was delivered, byte for byte; nothing else can be said of it any more.
 */
export const build = inCases.monitoring.build.handler(async ({ input, context }) => {
  const period = yearlyPeriod(input);
  if (!period.ok) throw new ORPCError('HALF_YEAR_NOT_SUPPORTED');
  if (isFrozen(context.store, input.year)) {
    const delivered = lastDelivered(context.store, formatPeriod(period.value));
    if (delivered === undefined) throw new ORPCError('CORRECTIONS_CLOSED');
    return previewOf(context.store, delivered);
  }
  await refreshedFacts(context);
  stillOpen(context);

  const { plan } = currentPlan;
  const text = formatPeriod(period.value);
  const made = context.cases.read((tx) => tablesOfPeriod(tx.facts, currentPlan, period.value));
  const row = context.store.desk.write((tx): DeliveryRow => {
    const earlier = tx.deliveries.list().filter((other) => other.period === text && other.state !== 'refused');
    const newest = earlier.toSorted((a, b) => (a.sequence ?? Infinity) - (b.sequence ?? Infinity)).at(-1);
    const same =
      newest?.tables === made.tables &&
      newest.unknownAnswers === made.unknownAnswers &&
      newest.planId === plan.id &&
      newest.planVersion === plan.version;
    if (newest !== undefined && same) return newest;
    for (const { id } of earlier.filter(({ state }) => state === 'built')) tx.deliveries.removeBuilt(id);

    const fresh: DeliveryRow = {
      id: DeliveryId.parse(randomId()),
      state: 'built',
      period: text,
      planId: plan.id,
      planVersion: plan.version,
      ...made,
      builtAt: context.actor.at,
      approvedAt: null,
      approvedBy: null,
      sequence: null,
      envelope: null,
      sha256: null,
      receipt: null,
      confirmedAt: null,
      attempts: 0,
      lastError: null,
      nextAttemptAt: null,
    };
    tx.deliveries.save(fresh);
    tx.audit.write({ action: 'delivery.build', record: null, details: { period: text } }, context.actor);
    return fresh;
  });
  return previewOf(context.store, row);
});

export const preview = opened.monitoring.preview.handler(({ input, context }) => {
  const row = context.store.desk.read((tx) => tx.deliveries.find(input.deliveryId));
  if (row === undefined) throw new ORPCError('DELIVERY_NOT_FOUND');
  return previewOf(context.store, row);
});
