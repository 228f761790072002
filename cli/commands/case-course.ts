/** The turns of the support from the command line: another form, the end, the Wiederaufnahme. */
import { IsoDay } from '../../shared/domain/day.ts';
import { argument, optional, required, UsageError, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf, summary } from './case.ts';

function dayFrom(values: Parameters<typeof optional>[0], today: string): IsoDay {
  const day = IsoDay.safeParse(optional(values, 'day') ?? today);
  if (!day.success) throw new UsageError('--day: ein Tag wie 2026-02-28');
  return day.data;
}

export const caseEnd: Command = {
  name: ['case', 'end'],
  usage: 'FALL --reason GRUND [--day TAG]',
  summary: 'Beendet die Begleitung. GRUND: Code der Liste end_reason. Lücken halten sie nicht auf.',
  options: { reason: { type: 'string' }, day: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const reason = required(values, 'reason');
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return { ended: true, ...summary(await client.cases.end({ caseId, day: dayFrom(values, today), reason })) };
    }),
};

export const caseResume: Command = {
  name: ['case', 'resume'],
  usage: 'FALL [--reason WORTE] [--day TAG]',
  summary: 'Nimmt eine beendete Akte wieder auf; Ende und Grund stehen weiter im Verlauf der Begleitung.',
  options: { reason: { type: 'string' }, day: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return { resumed: true, ...summary(await client.cases.resume({ caseId, day: dayFrom(values, today), reason: optional(values, 'reason') ?? '' })) };
    }),
};

const forms = ['counselling', 'case_management'] as const;

export const caseChangeForm: Command = {
  name: ['case', 'change-form'],
  usage: 'FALL counselling·case_management [--day TAG]',
  summary: 'Wechselt zwischen Beratung und Case Management, mit einer Zeile im Verlauf der Begleitung.',
  options: { day: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const word = argument(positionals, 1, 'FORM');
      const form = forms.find((one) => one === word);
      if (form === undefined) throw new UsageError(`FORM: ${forms.join(', ')}`);
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return { form, ...summary(await client.cases.changeForm({ caseId, form, day: dayFrom(values, today) })) };
    }),
};
