/** Whether the tables can be what the plan asks for. */
import type { Delivery } from '../../shared/envelopes/types.ts';
import { checkTables } from '../../shared/monitoring/plausible.ts';
import { Refused } from '../http/problem.ts';
import { findPlan } from '../plans.ts';
import type { Plans } from '../plans.ts';

/** Refuses `PLAN_UNKNOWN` (also for another perturbation table), `TABLE_SHAPE_WRONG`, `VALUE_FORBIDDEN`, `TABLE_IMPLAUSIBLE`. */
export function checkContent(plans: Plans, { plan, ptable, tables, unknownAnswers }: Delivery): void {
  const known = findPlan(plans, plan.id, plan.version);
  if (known === undefined || known.sha256 !== plan.sha256) throw new Refused('PLAN_UNKNOWN');
  if (known.ptable.id !== ptable.id || known.ptableSha256 !== ptable.sha256) throw new Refused('PLAN_UNKNOWN', 'ptable');
  const problem = checkTables(known.plan, tables, known.ptable);
  if (problem === null) {
    // Protected like any finer count, so it obeys the same rule.
    if (unknownAnswers > 0 && unknownAnswers <= known.ptable.js) throw new Refused('VALUE_FORBIDDEN', 'unknownAnswers');
    return;
  }
  // Only an id of our own plan goes back; what the sender called a table stays with her.
  const ours = known.plan.tables.some(({ id }) => id === problem.table);
  throw new Refused(problem.code, ours ? problem.table : undefined);
}
