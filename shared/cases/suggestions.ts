/** What Lotse would answer, and why. Nothing is answered by itself: a person confirms by answering. */
import { displayAnswer } from '../catalogue/display.ts';
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { germanDay, type IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import { agreedPlanRun } from '../monitoring/case-management-run.ts';
import type { CaseAnswers } from './answers.ts';
import { dayOf, endDay } from './case-status.ts';
import { consentStatus } from './consent.ts';
import { suggestMigrationBackground } from './migration-background.ts';

export interface Suggested {
  readonly field: string;
  readonly value: AnswerValue;
  /** German, a whole sentence. */
  readonly reason: string;
}

export interface Suggestion extends Suggested {
  readonly entry: EntryId | null;
  readonly display: string;
}

/** Case Management begins with an agreed plan; a draft suggests nothing, nor does a plan whose CM has ended, nor any plan once she said or says that she is not in. */
function suggestCaseManagement(answers: CaseAnswers, today: IsoDay): readonly Suggested[] {
  if (answers.statements('consent.case_management_agreed').includes(false)) return [];
  const plan = agreedPlanRun(answers, today);
  if (plan === null || plan.end !== null || answers.value('case.cm_end') !== null) return [];
  const agreed = `Der Plan wurde am ${germanDay(plan.start)} vereinbart.`;
  return [
    ...(answers.value('case.support_form') === 'case_management' ? [] : [{ field: 'case.support_form', value: 'case_management', reason: `${agreed} Damit beginnt das Case Management.` }]),
    ...(answers.value('case.cm_start') === null ? [{ field: 'case.cm_start', value: plan.start, reason: agreed }] : []),
  ];
}

/** The Beratung begins with the first talk and goes over into the Case Management. */
function suggestCounselling(answers: CaseAnswers): readonly Suggested[] {
  const first = dayOf(answers, 'case.first_interview_date');
  const management = dayOf(answers, 'case.cm_start');
  const form = answers.value('case.support_form');
  if (form === 'counselling' && first !== null && answers.value('case.counselling_start') === null) {
    return [{ field: 'case.counselling_start', value: first, reason: `Das Erstgespräch war am ${germanDay(first)}.` }];
  }
  const began = dayOf(answers, 'case.counselling_start');
  if (form === 'case_management' && began !== null && management !== null && management >= began && answers.value('case.counselling_end') === null) {
    return [{ field: 'case.counselling_end', value: management, reason: `Am ${germanDay(management)} ging die Beratung in das Case Management über.` }];
  }
  return [];
}

/** „War bereits im CM“ is asked, never suggested (corrections.md, 22). None without consent, and none once the support has ended. */
export function caseSuggestions(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): readonly Suggestion[] {
  if (consentStatus(answers) !== 'granted' || endDay(answers, today) !== null) return [];
  const suggested = [...suggestMigrationBackground(catalogue, answers), ...suggestCaseManagement(answers, today), ...suggestCounselling(answers)];
  return suggested.flatMap((one) => {
    const field = catalogue.field(one.field);
    return field === undefined ? [] : [{ ...one, entry: null, display: displayAnswer(catalogue, field, one.value) }];
  });
}
