/** Who else stands on a printed plan: the names the Fachkraft wrote beside steps. */
import type { Plan } from '../plan/types.ts';

/** Each once, in the order of the plan. Words of somebody's own may name others still: whoever makes a copy reads them. */
export function namesOnPlan({ goals }: Plan): readonly string[] {
  const steps = goals.flatMap((goal) => [...goal.steps, ...goal.subgoals.flatMap((subgoal) => subgoal.steps)]);
  return [...new Set(steps.map(({ who }) => who.name.trim()).filter((name) => name !== ''))];
}
