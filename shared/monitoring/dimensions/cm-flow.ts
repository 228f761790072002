import { yearOf } from '../../domain/day.ts';
import { caseManagementRun, overlapsYear } from '../case-management-run.ts';
import type { Dimension } from './dimension.ts';
import { supportForm } from './support-form.ts';

/** Whether the Case Management began, ended or ran on in the year. */
export const cmFlow: Dimension = {
  id: 'cm_flow',
  label: 'Verlauf des Case Managements',
  codes: [
    { code: 'running', label: 'läuft seit einem früheren Jahr' },
    { code: 'new', label: 'im Jahr begonnen' },
    { code: 'ended', label: 'im Jahr beendet' },
    { code: 'new_and_ended', label: 'im Jahr begonnen und beendet' },
    { code: 'none', label: 'kein Case Management' },
  ],
  reads: supportForm.reads,
  code(answers, { year, today }) {
    const run = caseManagementRun(answers, today);
    if (run === null || !overlapsYear(run, year)) return 'none';
    const began = yearOf(run.start) === year;
    const ended = run.end !== null && yearOf(run.end) === year;
    return began ? (ended ? 'new_and_ended' : 'new') : ended ? 'ended' : 'running';
  },
};
