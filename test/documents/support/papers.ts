/** Papers of the plan in every size and language, made of the sample. */
import type { LanguageCode } from '../../../shared/languages/types.ts';
import type { AgreementPaper, SlipPaper, WallPaper } from '../../../shared/plan/papers.ts';
import { pictograms } from '../../../shared/plan/pictograms.ts';
import { planAreas, type OwnWords, type PlanGoal, type PlanStep, type Role } from '../../../shared/plan/types.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { sampleAgreement, samplePlanContent, sampleSlip, sampleWall } from '../../support/sample-plan.ts';

const roles: readonly (Role | null)[] = ['young_person', 'jmd_staff', 'institution', 'volunteer', 'family', 'other', null];
const states = ['open', 'in_progress', 'done'] as const;
const stepBefore = samplePlanContent.goals[0]?.steps[0];
if (stepBefore === undefined) throw new Error('the sample has no step');
const one: PlanStep = stepBefore;

export const id = (number: number): EntryId => EntryId.parse(number.toString(16).padStart(32, '0'));
const at = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;

export function stepsOf(count: number, words: OwnWords): readonly PlanStep[] {
  return Array.from({ length: count }, (_, index) => ({
    ...one,
    ...words,
    id: id(index),
    who: { role: at(roles, index), name: index % 3 === 0 ? '' : words.text.slice(0, 60), institution: at(roles, index) === 'institution' ? 'school' : null },
    state: at(states, index),
    pictogram: at(pictograms, index)[0],
  }));
}

/** One goal in each area, some for later, each with a sub-goal; `steps` in all. */
export function agreementOf(language: LanguageCode, steps: number, words: OwnWords): AgreementPaper {
  const all = stepsOf(steps, words);
  const goals = planAreas.map((area, index): PlanGoal => {
    const own = all.filter((_, step) => step % planAreas.length === index);
    return {
      ...words,
      id: id(100 + index),
      area,
      until: samplePlanContent.nextReview,
      state: at(['open', 'partly_reached', 'reached'] as const, index),
      turn: index > 2 ? 'later' : 'now',
      steps: own.slice(1),
      subgoals: [{ ...words, id: id(200 + index), from: samplePlanContent.nextReview, until: null, state: 'open', steps: own.slice(0, 1) }],
    };
  });
  return {
    ...sampleAgreement,
    language,
    plan: { ...samplePlanContent, sentence: { text: `${words.text}!`, translation: words.translation }, goals, jmdContribution: words },
  };
}

export function wallOf(language: LanguageCode, steps: number, words: OwnWords): WallPaper {
  return { ...sampleWall, language, sentence: words, achieved: [words, words, words], steps: stepsOf(steps, words), moreSteps: 2 };
}

export const slipOf = (language: LanguageCode): SlipPaper => ({ ...sampleSlip, language });

/** One text in every place a person can type into. */
export function everywhere(language: LanguageCode, text: string): readonly [AgreementPaper, WallPaper, SlipPaper] {
  const words = { text, translation: text };
  const frame = { officeName: text, letterhead: { carrier: text, address: text, phone: text, email: text, funder: text, logos: [] } };
  return [
    { ...agreementOf(language, 7, words), ...frame, personName: text, caseworkerName: text },
    { ...wallOf(language, 5, words), ...frame, firstName: text, counsellor: text, phone: text },
    { ...slipOf(language), ...frame, firstName: text, counsellor: text, phone: text, bring: text },
  ];
}
