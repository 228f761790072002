/** The monitoring plans this edition can count, each with its perturbation table and the hashes a delivery names. */
import { defaultPlan } from '../../shared/monitoring/plan.ts';
import type { Ptable } from '../../shared/monitoring/ptable.ts';
import { d5v3js2modified } from '../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { MonitoringPlan } from '../../shared/monitoring/types.ts';

export interface UsablePlan {
  readonly plan: MonitoringPlan;
  readonly ptable: Ptable;
}

const plans: readonly UsablePlan[] = [{ plan: defaultPlan, ptable: d5v3js2modified }];

/** What is counted now. */
export const currentPlan: UsablePlan = { plan: defaultPlan, ptable: d5v3js2modified };

/** undefined: another edition made it. */
export function findPlan({ planId, planVersion }: { readonly planId: string; readonly planVersion: number }): UsablePlan | undefined {
  return plans.find(({ plan }) => plan.id === planId && plan.version === planVersion);
}

/** A delivery was built by a plan this edition knows; anything else is a bug and throws. */
export function planOf(named: { readonly planId: string; readonly planVersion: number }): UsablePlan {
  const found = findPlan(named);
  if (found === undefined) throw new RangeError(`monitoring plan ${named.planId} ${String(named.planVersion)} is not in this edition`);
  return found;
}
