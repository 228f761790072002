/** How a made-up case ended. */
import type { IsoDay } from '../../shared/domain/day.ts';
import { feedbacks, outlooks } from './goal-words.ts';
import type { Random } from './random.ts';
import { destinations, endReasons } from './shares.ts';
import type { Timeline } from './timeline.ts';
import type { TrainingSheet } from './training-case.ts';

export function sayEnd(sheet: TrainingSheet, random: Random, { form }: Timeline, ended: IsoDay): void {
  const reason = random.weighted(endReasons);
  sheet.say(form === 'case_management' ? 'case.cm_end' : 'case.counselling_end', ended);
  sheet.say('evaluation.end_reason', reason);
  if (form === 'counselling') return;

  const reachable = reason !== 'inactivity';
  const talk = !reachable ? 'no_not_reachable' : random.chance(0.85) ? 'yes' : 'no_declined';
  sheet.say('evaluation.final_interview', talk);
  if (talk === 'yes') sheet.say('evaluation.final_interview_date', ended);
  const attainment = () => random.among({ reached: 5, partly_reached: 3, not_reached: 2 });
  for (const part of [
    'overall_attainment',
    'attainment_language',
    'attainment_social',
    'attainment_school',
    'attainment_vocational',
  ]) {
    sheet.say(`evaluation.${part}`, attainment());
  }
  sheet.say(
    'evaluation.destination',
    reachable ? (reason === 'relocation' ? 'relocated' : random.weighted(destinations)) : { special: 'unknown' },
  );
  if (talk !== 'yes') return;
  sheet.say('evaluation.feedback_rating', random.among({ 4: 5, 3: 4, 2: 1 }));
  sheet.say('evaluation.feedback_text', random.pick(feedbacks));
  sheet.say('evaluation.outlook', random.pick(outlooks));
}
