/** A plan as a list of what is in it, in the order of the paper. */
import type { Plan, PlanGoal, PlanStep, PlanSubgoal } from './types.ts';

interface Place {
  /** Names it in every version; ids of goals, sub-goals and steps never meet. */
  readonly key: string;
  /** The goal or sub-goal it stands in; null for a goal. */
  readonly parent: Part | null;
}
export type Part = Place & (
  | { readonly what: 'goal'; readonly part: PlanGoal }
  | { readonly what: 'subgoal'; readonly part: PlanSubgoal }
  | { readonly what: 'step'; readonly part: PlanStep }
);

export function partsOf({ goals }: Plan): readonly Part[] {
  return goals.flatMap((part): readonly Part[] => {
    const goal: Part = { what: 'goal', key: part.id, part, parent: null };
    return [goal, ...stepsIn(goal, part.steps), ...part.subgoals.flatMap((subgoal) => subgoalIn(goal, subgoal))];
  });
}

function subgoalIn(parent: Part, part: PlanSubgoal): readonly Part[] {
  const subgoal: Part = { what: 'subgoal', key: part.id, part, parent };
  return [subgoal, ...stepsIn(subgoal, part.steps)];
}

function stepsIn(parent: Part, steps: readonly PlanStep[]): readonly Part[] {
  return steps.map((part) => ({ what: 'step', key: part.id, part, parent }));
}
