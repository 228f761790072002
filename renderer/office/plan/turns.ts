/** Which goals are worked on now: on a paper there are three at most, and the window says which of them wait. */
import { turnsOf, type GoalInTurn } from '../../../shared/plan/turns.ts';
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { isDone, isOver } from '../case/plan-model.ts';
import { goal } from './plan-ids.ts';

type Source = Pick<CaseFile, 'entries' | 'value'>;

/** How many goals are wanted at once, and those of them that a paper puts under "Später" although nobody did. */
export function tooMany(file: Source): { readonly now: number; readonly surplus: readonly EntryView[] } {
  const goals = file.entries(goal.group, '').filter(({ id }) => !isOver(file.value(id, goal.state)));
  const inTurn = goals.map(({ id }): GoalInTurn => {
    const chosen = file.value(id, goal.turn);
    return { state: isDone(file.value(id, goal.state)) ? 'reached' : 'open', chosen: chosen === 'now' || chosen === 'later' ? chosen : null };
  });
  const turns = turnsOf(inTurn);
  return {
    now: inTurn.filter(({ state, chosen }) => state === 'open' && chosen !== 'later').length,
    surplus: goals.filter((_, at) => turns[at] === 'later' && inTurn[at]?.chosen !== 'later'),
  };
}
