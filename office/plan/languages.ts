import { readCase, type CaseAnswers } from '../../shared/cases/answers.ts';
import { packs } from '../../shared/languages/packs.ts';
import { presetLanguage } from '../../shared/languages/preset.ts';
import { secondLanguages } from '../../shared/languages/types.ts';
import { readPlan } from '../../shared/plan/read-plan.ts';
import { hasTranslations } from '../../shared/plan/translations.ts';
import type { PlanLanguages } from '../../shared/rpc/plan.contract.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { usableHere } from './language.ts';
import { phoneOnPaper } from './plan-of-file.ts';

export const languages = inCases.plan.languages.handler(({ input, context }): PlanLanguages => {
  const { caseState, person } = loadCase(context, input.caseId);
  const answers = readCase(caseState, person);
  const usable = usableHere(context);
  const reader = {
    chosen: codeOf(answers, 'integration_plan.second_language'),
    firstLanguages: codesOf(answers, 'person.first_languages'),
    otherLanguages: codesOf(answers, 'person.other_languages'),
    script: codeOf(answers, 'person.script_literacy'),
  };
  const plan = readPlan(answers);
  return {
    withoutPhone: phoneOnPaper(context, answers).trim() === '',
    translatedInto: hasTranslations(plan) ? (plan.translatedInto ?? null) : null,
    all: secondLanguages.map((code) => ({ code, ...packs[code].language, review: packs[code].review, usable: usable(code) })),
    ...presetLanguage(reader, usable),
  };
});

function codeOf(answers: CaseAnswers, field: string): string | null {
  const value = answers.value(field);
  return typeof value === 'string' ? value : null;
}

function codesOf(answers: CaseAnswers, field: string): readonly string[] {
  const value = answers.value(field);
  return Array.isArray(value) ? value : [];
}
