/** What a goal and its steps may look like: something to begin with, which counsellor and young person say in her own words. B1, from her side, our own wording. */
import type { Pictogram } from '../pictograms.ts';
import type { PlanArea, Role } from '../types.ts';

/** Longest texts, in characters: they stay one or two lines on the wall sheet. */
export const maxGoalLength = 70;
export const maxStepLength = 80;

export interface StepSuggestion {
  readonly text: string;
  readonly role: Role;
  readonly pictogram: Pictogram;
}

export interface GoalSuggestion {
  readonly text: string;
  readonly steps: readonly StepSuggestion[];
}

export type SuggestedArea = Exclude<PlanArea, 'other'>;

const by = (role: Role) => (text: string, pictogram: Pictogram): StepSuggestion => ({ text, role, pictogram });

export const me = by('young_person');
export const jmd = by('jmd_staff');
export const family = by('family');
export const friend = by('volunteer');
export const office = by('institution');
