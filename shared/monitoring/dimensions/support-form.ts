import { caseManagementRun, overlapsYear } from '../case-management-run.ts';
import type { Dimension } from './dimension.ts';

/**
 * Beratung or Case Management: everyone is counted in exactly one of them.
 *
 * Whoever was in CM on any day of the year counts as CM, also in the year of a change (domain.md §6 rule 7).
 * [Note: what makes a CM case] says when a case is CM at all.
 */
export const supportForm: Dimension = {
  id: 'support_form',
  label: 'Form der Begleitung',
  codes: [
    { code: 'counselling', label: 'Beratung' },
    { code: 'case_management', label: 'Case Management' },
  ],
  reads: [
    'case.support_form',
    'case.cm_start',
    'case.cm_end',
    'case.counselling_end',
    'integration_plan.status',
    'integration_plan.created_on',
    'integration_plan.signed_on',
    'integration_plan.staff_signed_on',
  ],
  code(answers, { year, today }) {
    const run = caseManagementRun(answers, today);
    return run !== null && overlapsYear(run, year) ? 'case_management' : 'counselling';
  },
};
