/** The monitoring plans this server takes deliveries for, by id, version and hash. */
import type { ServerInfo } from '../shared/envelopes/collector-api.ts';
import { planSha256, ptableSha256 } from '../shared/envelopes/content-hash.ts';
import { checkPlan } from '../shared/monitoring/check-plan.ts';
import { defaultPlan } from '../shared/monitoring/plan.ts';
import type { Ptable } from '../shared/monitoring/ptable.ts';
import { d5v3js2modified } from '../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { MonitoringPlan } from '../shared/monitoring/types.ts';

export interface KnownPlan {
  readonly plan: MonitoringPlan;
  readonly sha256: string;
  readonly ptable: Ptable;
  readonly ptableSha256: string;
}

export type Plans = readonly KnownPlan[];

const ptables: readonly Ptable[] = [d5v3js2modified];

/** A plan that may not be used, or whose perturbation table is not here, is a mistake of whoever starts the server: throws. */
export function knownPlans(plans: readonly MonitoringPlan[] = [defaultPlan]): Plans {
  return plans.map((plan) => {
    const [fault] = checkPlan(plan);
    if (fault !== undefined) throw new RangeError(`plan ${plan.id}: ${fault.type} at ${fault.at}`);
    const ptable = ptables.find(({ id }) => id === plan.ptable);
    if (ptable === undefined) throw new RangeError(`plan ${plan.id}: no perturbation table ${plan.ptable}`);
    return { plan, sha256: planSha256(plan), ptable, ptableSha256: ptableSha256(ptable) };
  });
}

/** As the server announces them. */
export function planList(plans: Plans): ServerInfo['plans'] {
  return plans.map(({ plan, sha256 }) => ({ id: plan.id, version: plan.version, sha256 }));
}

export function findPlan(plans: Plans, id: string, version: number): KnownPlan | undefined {
  return plans.find((known) => known.plan.id === id && known.plan.version === version);
}

/** The newest version that has this table. */
export function newestPlanWith(plans: Plans, table: string): KnownPlan | undefined {
  return plans
    .filter(({ plan }) => plan.tables.some(({ id }) => id === table))
    .toSorted((a, b) => b.plan.version - a.plan.version)[0];
}
