/** How long talks took, so that an hour with two sisters is one hour and not two. */
import type { CaseAnswers } from './answers.ts';

export interface ContactHours {
  /** Her share of the talks, in minutes, fractions kept. */
  readonly minutes: number;
  /** Her share of the way to them. */
  readonly travelMinutes: number;
}

/** A no-show took the way, but no talk. What nobody answered counts as nothing, a number of persons nobody gave as one. */
export function contactHours(answers: CaseAnswers): ContactHours {
  let minutes = 0;
  let travelMinutes = 0;
  for (const entry of answers.entries('contact')) {
    const number = (field: string): number | null => {
      const value = answers.value(field, entry);
      return typeof value === 'number' ? value : null;
    };
    const persons = Math.max(1, number('contact.persons') ?? 1);
    if (answers.value('contact.no_show', entry) !== true) minutes += (number('contact.duration_min') ?? 0) / persons;
    travelMinutes += (number('contact.travel_min') ?? 0) / persons;
  }
  return { minutes, travelMinutes };
}
