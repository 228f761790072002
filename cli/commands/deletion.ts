/** Deleting a file at the wish of the young person: the act of the window with its guards. What was made in error is proposed and confirmed there. */
import { recipientsHeard } from '../../shared/clock/types.ts';
import { argument, optional, UsageError, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';

export const caseDelete: Command = {
  name: ['case', 'delete'],
  usage: `FALL --wish [--recipients ${recipientsHeard.join('·')}]`,
  summary:
    'Löscht eine Akte sofort, weil der junge Mensch es wünscht und sein Antrag entschieden ist; es gibt kein Zurück. --recipients: was aus denen wurde, die etwas daraus bekommen haben. Eine Akte, die sich nicht lesen lässt, löscht die Leitung.',
  options: { wish: { type: 'boolean' }, recipients: { type: 'string' } },
  run: ({ values, positionals }) => {
    if (values['wish'] !== true) throw new UsageError('--wish: Gelöscht wird nur auf Wunsch des jungen Menschen');
    const said = optional(values, 'recipients');
    const recipients = recipientsHeard.find((one) => one === said) ?? null;
    if (said !== null && recipients === null) throw new UsageError(`--recipients: ${recipientsHeard.join(', ')}`);
    return withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const { done } = await client.deletions.propose({ caseId, reason: 'wish', recipients });
      return { deleted: done };
    });
  },
};
