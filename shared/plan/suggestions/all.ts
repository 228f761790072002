import { languageGoals } from './language.ts';
import { schoolGoals } from './school.ts';
import { socialGoals } from './social.ts';
import type { GoalSuggestion, SuggestedArea } from './suggestion.ts';
import { vocationalGoals } from './vocational.ts';

export const goalSuggestions: Readonly<Record<SuggestedArea, readonly GoalSuggestion[]>> = {
  language: languageGoals,
  social: socialGoals,
  school: schoolGoals,
  vocational: vocationalGoals,
};
