/** Her next appointment, from the card. */
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import type { IsoDay } from '../domain/day.ts';
import { placeOnPaper } from './discreet.ts';
import type { PaperAppointment } from './papers.ts';

/** These are over, or do not take place. */
const notAhead: readonly unknown[] = ['kept', 'no_show', 'moved', 'cancelled'];

/** The earliest from `from` on; one without a time after the others of its day. */
export function nextAppointment(answers: CaseAnswers, from: IsoDay): PaperAppointment | null {
  const ahead = answers.entries('appointment', null).flatMap((id): readonly PaperAppointment[] => {
    const day = asDay(answers.value('appointment.date', id));
    if (day === null || day < from || notAhead.includes(answers.value('appointment.status', id))) return [];
    const time = answers.value('appointment.time', id);
    const place = answers.value('appointment.place', id);
    return [{ day, time: typeof time === 'string' ? time : '', place: typeof place === 'string' ? placeOnPaper(place) : null }];
  });
  const when = ({ day, time }: PaperAppointment): string => `${day} ${time || '~'}`;
  return ahead.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))[0] ?? null;
}
