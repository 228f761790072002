/**
 * The five phases of the support (Rahmenkonzept Nr. 1, 2.1 to 2.5) and what each needs: a look at where one stands, never a lock.
 *
 * A Beratung has three of them: analysis and plan belong to the Case Management.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { IsoDay } from '../domain/day.ts';
import type { CaseAnswers } from './answers.ts';
import { endDay } from './case-status.ts';
import { consentStatus } from './consent.ts';
import { isAnswered } from './field-scope.ts';

interface Look {
  readonly catalogue: LoadedCatalogue;
  readonly answers: CaseAnswers;
  readonly today: IsoDay;
}

interface Need {
  readonly text: string;
  readonly section: string;
  /** Where one answers it; null: where one adds an entry. */
  readonly field: string | null;
  /** Only where the case is, or is to become, one of Case Management. */
  readonly onlyInCaseManagement?: true;
  readonly met: (look: Look) => boolean;
}

type PhaseNumber = 1 | 2 | 3 | 4 | 5;

interface PhaseRule {
  readonly phase: PhaseNumber;
  readonly title: string;
  readonly onlyInCaseManagement?: true;
  /** Is never done while the support goes on, however much of it was done. */
  readonly untilTheEnd?: true;
  /** Somebody has begun with it: where the support stands is the last phase that was begun. */
  readonly begun: (look: Look) => boolean;
  readonly needs: readonly Need[];
}

export interface Phase {
  readonly phase: PhaseNumber;
  readonly title: string;
  readonly state: 'done' | 'current' | 'open';
  readonly needs: readonly { readonly text: string; readonly met: boolean; readonly section: string; readonly field: string | null }[];
}

const answered =
  (id: string) =>
  ({ catalogue, answers, today }: Look): boolean => {
    const field = catalogue.field(id);
    return field !== undefined && isAnswered(field, { catalogue, answers, entry: null, today });
  };
const says =
  (field: string, ...wanted: readonly (string | boolean)[]) =>
  ({ answers }: Look): boolean => {
    const value = answers.value(field);
    return Array.isArray(value) ? wanted.some((code) => value.some((one) => one === code)) : wanted.some((code) => code === value);
  };
const some =
  (...groups: readonly string[]) =>
  ({ answers }: Look): boolean =>
    groups.some((group) => answers.entries(group).length > 0);

/** A plan that was refused is no gap: then that is what was found together. */
const planDecided = says('integration_plan.status', 'agreed', 'under_review', 'completed', 'discontinued', 'declined');

const screened = (code: string, text: string): Need => ({ text, section: '1.1', field: 'case.screening_covered', met: says('case.screening_covered', code) });
const admitted = (code: string, text: string): Need => ({
  text,
  section: '1.1',
  field: 'case.cm_admission_check',
  onlyInCaseManagement: true,
  met: says('case.cm_admission_check', code),
});

/** Steps are agreed with who does them until when. */
const stepsHaveWho: Need['met'] = ({ answers }) => {
  const steps = answers.entries('action_step');
  return steps.length > 0 && steps.every((step) => answers.value('action_step.responsible', step) !== null && answers.value('action_step.due_date', step) !== null);
};

export const phaseRules: readonly PhaseRule[] = [
  {
    phase: 1,
    title: 'Erstgespräch, Screening, Aufnahme',
    begun: () => true,
    needs: [
      { text: 'Erstgespräch', section: '1.1', field: 'case.first_interview_date', met: answered('case.first_interview_date') },
      { text: 'Einwilligung', section: '1.1', field: 'consent.data_processing_status', met: ({ answers }) => consentStatus(answers) === 'granted' },
      screened('support_need', 'Beratungsbedarf besprochen'),
      screened('age', 'Alter besprochen'),
      screened('language_skills', 'Sprachkenntnisse besprochen'),
      screened('willingness', 'Bereitschaft mitzumachen besprochen'),
      { text: 'Ergebnis des Screenings', section: '1.1', field: 'case.screening_result', met: answered('case.screening_result') },
      admitted('long_term_need', 'längerfristiger Förderbedarf'),
      admitted('able_to_reflect', 'kann über die eigene Lage nachdenken'),
      admitted('willing', 'will mitmachen'),
      admitted('consent_signed', 'Einwilligung unterschrieben'),
      {
        text: 'über das Case Management informiert',
        section: '1.1',
        field: 'consent.case_management_informed_on',
        onlyInCaseManagement: true,
        met: answered('consent.case_management_informed_on'),
      },
      { text: '„Ich bin dabei!“', section: '1.1', field: 'consent.case_management_agreed', onlyInCaseManagement: true, met: says('consent.case_management_agreed', true) },
    ],
  },
  {
    phase: 2,
    title: 'Lebenslage, Kompetenzen, Förderbedarf',
    onlyInCaseManagement: true,
    begun: (look) =>
      answered('education.status_start')(look) || answered('competency_assessment.available')(look) || some('competency_assessment', 'competency_result', 'need')(look),
    needs: [
      { text: 'Aktuelle Situation', section: '2.2.5.1', field: 'education.status_start', met: answered('education.status_start') },
      {
        text: 'Kompetenzfeststellung',
        section: '3.1',
        field: 'competency_assessment.available',
        met: says('competency_assessment.available', 'yes_own', 'yes_external'),
      },
      { text: 'Stärken und Ressourcen', section: '3.2', field: 'competency_result.strengths', met: answered('competency_result.strengths') },
      {
        text: 'Förderbedarf',
        section: '3.2',
        field: 'competency_result.support_needs',
        met: (look) => answered('competency_result.support_needs')(look) || some('need')(look),
      },
    ],
  },
  {
    phase: 3,
    title: 'Gemeinsamer Plan',
    onlyInCaseManagement: true,
    begun: (look) => answered('integration_plan.created_on')(look) || answered('integration_plan.status')(look) || some('goal')(look),
    needs: [
      { text: 'Ziele in eigenen Worten', section: '4', field: null, met: (look) => some('goal')(look) || says('integration_plan.status', 'declined')(look) },
      { text: 'Arbeitsschritte: wer macht was bis wann', section: '4', field: null, met: (look) => stepsHaveWho(look) || says('integration_plan.status', 'declined')(look) },
      { text: 'Plan vereinbart (ein Nein zum Plan gilt auch)', section: '4', field: 'integration_plan.status', met: planDecided },
    ],
  },
  {
    phase: 4,
    title: 'Umsetzung und Steuerung',
    untilTheEnd: true,
    begun: (look) => says('integration_plan.status', 'agreed', 'under_review', 'completed')(look) || (!isCaseManagement(look) && some('contact')(look)),
    needs: [
      { text: 'Kontakte', section: 'K', field: null, met: some('contact') },
      { text: 'Gemeinsam überprüft', section: '4', field: 'integration_plan.reviewed_on', onlyInCaseManagement: true, met: answered('integration_plan.reviewed_on') },
    ],
  },
  {
    phase: 5,
    title: 'Evaluation und Abschluss',
    begun: isEnding,
    needs: [
      { text: 'Grund der Beendigung', section: '5', field: 'evaluation.end_reason', met: answered('evaluation.end_reason') },
      { text: 'Abschlussgespräch (auch „nicht erreichbar“ oder „nicht gewünscht“)', section: '5', field: 'evaluation.final_interview', onlyInCaseManagement: true, met: answered('evaluation.final_interview') },
      { text: 'Was erreicht wurde', section: '5', field: 'evaluation.overall_attainment', onlyInCaseManagement: true, met: answered('evaluation.overall_attainment') },
      { text: 'Welche Angebote da waren und welche fehlten', section: '5', field: 'evaluation.offers_available', onlyInCaseManagement: true, met: answered('evaluation.offers_available') },
      { text: 'Rückmeldung des jungen Menschen', section: '5', field: 'evaluation.feedback_rating', onlyInCaseManagement: true, met: (look) => answered('evaluation.feedback_rating')(look) || answered('evaluation.feedback_text')(look) },
      { text: 'Verbleib', section: '5', field: 'evaluation.destination', onlyInCaseManagement: true, met: answered('evaluation.destination') },
    ],
  },
];

/** The Beratung that went over into a Case Management has not ended. */
function isEnding({ answers, today }: Look): boolean {
  return endDay(answers, today) !== null || answers.value('evaluation.end_reason') !== null;
}

/** The form says so, the screening points there, or there is a plan. */
function isCaseManagement(look: Look): boolean {
  const form = look.answers.value('case.support_form');
  if (form === 'case_management') return true;
  return says('case.screening_result', 'cm_indicated')(look) || says('integration_plan.status', 'agreed', 'under_review')(look);
}

/**
 * Where the support stands: the last phase somebody began with, or the one after it when nothing is missing there. What is missing in an
 * earlier one stays visible as open.
 */
export function casePhases(catalogue: LoadedCatalogue, answers: CaseAnswers, today: IsoDay): readonly Phase[] {
  const look = { catalogue, answers, today };
  const management = isCaseManagement(look);
  const applies = ({ onlyInCaseManagement }: { readonly onlyInCaseManagement?: true }): boolean => management || onlyInCaseManagement !== true;
  const rules = phaseRules.filter(applies).map((rule) => ({
    ...rule,
    needs: rule.needs
      // An edition may have left a field out: nobody is sent where there is nothing.
      .filter((need) => applies(need) && (need.field === null || catalogue.field(need.field) !== undefined))
      .map(({ text, section, field, met }) => ({ text, section, field, met: met(look) })),
  }));
  const done = rules.map(({ needs, begun, untilTheEnd }) => begun(look) && needs.every(({ met }) => met) && (untilTheEnd !== true || isEnding(look)));
  const reached = rules.findLastIndex(({ begun }) => begun(look));
  const current = done[reached] === true ? reached + 1 : reached;
  return rules.map(({ phase, title, needs }, at) => ({ phase, title, state: done[at] === true ? 'done' : at === current ? 'current' : 'open', needs }));
}
