/** Which two answers do not fit together. */
import type { PlausibilityRule } from './types.ts';

function notBefore(id: string, blames: string, other: string, text: string, source: string): PlausibilityRule {
  return { id, source, blames, other, text, kind: 'not_before' };
}

export const plausibilityRules: readonly PlausibilityRule[] = [
  {
    id: 'age_at_first_interview',
    source: 'Zielgruppe: vom 12. bis zur Vollendung des 27. Lebensjahres (domain.md §2.2)',
    blames: 'case.date_of_birth',
    other: 'case.first_interview_date',
    text: 'Beim Erstgespräch nicht zwischen 12 und 26 Jahre alt.',
    kind: 'age_between',
    min: 12,
    max: 26,
  },
  notBefore(
    'first_interview_after_inquiry',
    'case.first_interview_date',
    'case.inquiry_date',
    'Das Erstgespräch liegt vor der Anfrage.',
    'Wartezeit',
  ),
  notBefore(
    'counselling_after_interview',
    'case.counselling_start',
    'case.first_interview_date',
    'Die Beratung beginnt vor dem Erstgespräch.',
    'Feldkatalog Nr. 24',
  ),
  notBefore(
    'counselling_end_after_start',
    'case.counselling_end',
    'case.counselling_start',
    'Die Beratung endet vor ihrem Beginn.',
    'Feldkatalog Nr. 25',
  ),
  notBefore('cm_end_after_start', 'case.cm_end', 'case.cm_start', 'Das CM endet vor seinem Beginn.', 'Feldkatalog Nr. 27'),
  notBefore(
    'withdrawal_after_consent',
    'consent.withdrawn_date',
    'consent.data_processing_date',
    'Der Widerruf liegt vor der Einwilligung.',
    'Feldkatalog Nr. 18',
  ),
  notBefore(
    'signed_after_created',
    'integration_plan.signed_on',
    'integration_plan.created_on',
    'Der Plan wurde vereinbart, bevor er erstellt war.',
    'Feldkatalog Nr. 144',
  ),
  notBefore(
    'goal_attained_after_plan',
    'goal.attained_on',
    'integration_plan.created_on',
    'Das Ziel war schon vor dem Plan erreicht.',
    'Feldkatalog Nr. 153',
  ),
  notBefore(
    'subgoal_until_after_from',
    'subgoal.until',
    'subgoal.from',
    'Das Unterziel endet vor seinem Beginn.',
    'Rahmenkonzept Nr. 1, 2.3',
  ),
  notBefore(
    'step_due_after_start',
    'action_step.due_date',
    'action_step.start_date',
    'Der Arbeitsschritt endet vor seinem Beginn.',
    'Rahmenkonzept Nr. 1, 2.3',
  ),
  notBefore(
    'feedback_due_after_asked',
    'referral.feedback_due_on',
    'referral.feedback_asked_on',
    'Die Rückmeldung wird erwartet, bevor sie erbeten wurde.',
    'Rahmenkonzept Nr. 1, 2.4',
  ),
];
