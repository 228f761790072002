/** What she has done, for the "Geschafft!" of the wall sheet. */
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { type IsoDay, isIsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { RecordState } from '../history/state.ts';
import type { OwnWords, Plan, PlanGoal, PlanStep } from './types.ts';

/** On which day a goal, sub-goal or step was done; null where nothing tells. Only the order of a list hangs on it. */
export type AchievedOn = (entry: EntryId) => IsoDay | null;

/** The day that was written down, else the day on which somebody wrote that it is done. */
export function achievedOn(answers: CaseAnswers, caseState: RecordState): AchievedOn {
  return (entry) => {
    const said = asDay(answers.value('goal.attained_on', entry));
    if (said !== null) return said;
    const fields = caseState.answers[entry];
    const [head] = fields?.['goal.attainment'] ?? fields?.['subgoal.attainment'] ?? fields?.['action_step.status'] ?? [];
    const day = head?.at.slice(0, 10) ?? '';
    return isIsoDay(day) ? day : null;
  };
}

interface Achieved extends OwnWords {
  readonly id: EntryId;
  readonly meantFor: IsoDay | null;
}

/** Goals and sub-goals that are reached, and steps that are done where what they serve is still ahead. The latest first. */
export function achievedIn({ goals }: Plan, on: AchievedOn): readonly OwnWords[] {
  const order = ({ id, meantFor }: Achieved): string => `${on(id) ?? ''} ${meantFor ?? ''}`;
  return goals
    .flatMap(inGoal)
    .filter(({ text }) => text !== '')
    .sort((a, b) => (order(a) > order(b) ? -1 : order(a) < order(b) ? 1 : 0))
    .map(({ text, translation }) => ({ text, translation }));
}

function inGoal(goal: PlanGoal): readonly Achieved[] {
  if (goal.state === 'reached') return [{ ...goal, meantFor: goal.until }];
  const subgoals = goal.subgoals.flatMap((subgoal): readonly Achieved[] => (subgoal.state === 'reached' ? [{ ...subgoal, meantFor: subgoal.until }] : doneOf(subgoal.steps)));
  return [...doneOf(goal.steps), ...subgoals];
}

function doneOf(steps: readonly PlanStep[]): readonly Achieved[] {
  return steps.filter(({ state }) => state === 'done').map((step) => ({ ...step, meantFor: step.until ?? step.from }));
}
