/** A suggested goal with its steps goes into the plan: from then on they are entries like any other, to be put into her own words. */
import type { GoalSuggestion } from '../../../shared/plan/suggestions/suggestion.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { enter } from '../case/acts/case-acts.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { goal, step } from './plan-ids.ts';

/** The goal, with all of its steps; null when nothing of it could be entered. */
export function enterSuggestion(file: CaseFile, area: string, { text, steps }: GoalSuggestion): Promise<EntryId | null> {
  const below = steps.map((one) => ({ group: step.group, values: { [step.words]: one.text, [step.who]: one.role, [step.picture]: one.pictogram, [step.state]: 'open' } }));
  return enter(file, goal.group, '', { [goal.words]: text, [goal.area]: area, [goal.state]: 'open' }, below);
}
