/** Fields of the plan that its window asks about by name; all others it knows from the catalogue alone. */

export const goal = { group: 'goal', words: 'goal.description', area: 'goal.area', need: 'goal.need', turn: 'goal.turn', state: 'goal.attainment' } as const;
export const step = {
  group: 'action_step',
  words: 'action_step.task',
  who: 'action_step.responsible',
  picture: 'action_step.pictogram',
  state: 'action_step.status',
} as const;
export const need = { group: 'need', text: 'need.text', area: 'need.area' } as const;
export const otherPlan = { group: 'other_plan', kind: 'other_plan.kind', lead: 'other_plan.lead' } as const;

export const secondLanguageField = 'integration_plan.second_language';
export const translationLanguageField = 'integration_plan.translation_language';
export const reviewedOn = 'integration_plan.reviewed_on';
export const nextReview = 'integration_plan.next_review';

/** What is on the papers beside goals and steps, in this order; behind each its words in the second language. */
export const paperFields = [
  secondLanguageField,
  translationLanguageField,
  'integration_plan.sentence',
  'integration_plan.sentence_translation',
  'integration_plan.jmd_contribution',
  'integration_plan.jmd_contribution_translation',
] as const;
export const paperTranslations: readonly string[] = ['integration_plan.sentence_translation', 'integration_plan.jmd_contribution_translation'];
