/** Which goals are worked on now. */
import { activeGoals, type PlanGoal } from './types.ts';

export interface GoalInTurn {
  readonly state: PlanGoal['state'];
  /** As the counsellor chose; null where nobody did. */
  readonly chosen: PlanGoal['turn'] | null;
}

/**
 * `now` or `later` for each, in the order of the file.
 *
 * At most {@link activeGoals} that are open are `now`: first those chosen so, then those nobody said anything about, each as ranked. What is
 * reached takes nobody's place.
 */
export function turnsOf(goals: readonly GoalInTurn[]): readonly PlanGoal['turn'][] {
  const open = goals.map((goal, at) => ({ ...goal, at })).filter(({ state }) => state !== 'reached');
  const inLine = [...open.filter(({ chosen }) => chosen === 'now'), ...open.filter(({ chosen }) => chosen === null)];
  const now = new Set(inLine.slice(0, activeGoals).map(({ at }) => at));
  return goals.map(({ state }, at) => (state === 'reached' || now.has(at) ? 'now' : 'later'));
}
