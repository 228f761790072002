/** What does not fit a support that has ended. Named at its field, and never a reason not to end. */
import type { IsoDay } from '../domain/day.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import { endDay } from './case-status.ts';
import type { Remark } from './remarks.ts';

/** Codes of `appointment_status` and of `step_status` that leave nothing to do. */
const appointmentOver: readonly unknown[] = ['kept', 'no_show', 'moved', 'cancelled'];
const stepOver: readonly unknown[] = ['done', 'cancelled'];

export function remarksAfterEnd(answers: CaseAnswers, today: IsoDay): readonly Remark[] {
  const end = endDay(answers, today);
  if (end === null) return [];
  const later = (group: string, field: string, text: string, over: (entry: Remark['entry']) => boolean = () => false): readonly Remark[] =>
    answers.entries(group).flatMap((entry) => {
      const day = asDay(answers.value(field, entry));
      return day !== null && day > end && !over(entry) ? [{ field, entry, text }] : [];
    });
  const openSteps = answers
    .entries('action_step')
    .filter((step) => !stepOver.includes(answers.value('action_step.status', step)))
    .map((entry): Remark => ({ field: 'action_step.status', entry, text: 'Der Arbeitsschritt war beim Ende der Begleitung noch offen.' }));
  return [
    ...later('appointment', 'appointment.date', 'Der Termin liegt nach dem Ende der Begleitung.', (entry) =>
      appointmentOver.includes(answers.value('appointment.status', entry)),
    ),
    ...later('contact', 'contact.date', 'Der Kontakt liegt nach dem Ende der Begleitung.'),
    ...openSteps,
  ];
}
