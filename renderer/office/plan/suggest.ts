/** A suggested goal with its steps goes into the plan: from then on they are entries like any other, to be put into her own words. */
import type { GoalSuggestion } from '../../../shared/plan/suggestions/suggestion.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { enter } from '../case/acts/case-acts.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { goal, step } from './plan-ids.ts';

/** The goal; null when it could not be entered. A step that could not is missing below it, and the file says that something was not saved. */
export async function enterSuggestion(file: CaseFile, area: string, { text, steps }: GoalSuggestion): Promise<EntryId | null> {
  const entry = await enter(file, goal.group, '', { [goal.words]: text, [goal.area]: area, [goal.state]: 'open' });
  if (entry === null) return null;
  for (const one of steps) {
    const done = await enter(file, step.group, entry, { [step.words]: one.text, [step.who]: one.role, [step.picture]: one.pictogram, [step.state]: 'open' });
    if (done === null) break;
  }
  return entry;
}
