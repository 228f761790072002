import type { PlanPaper } from '../../shared/cases/plan-paper.ts';
import { IsoDay } from '../../shared/domain/day.ts';

const day = (text: string) => IsoDay.parse(text);

/** A made-up plan in all four areas. */
export const samplePlan: PlanPaper = {
  template: 'plan',
  language: 'de',
  officeName: 'JMD Nordheide',
  training: true,
  personName: 'Amira Haydari',
  caseworkerName: 'Jonas Brandt',
  agreed: true,
  version: 2,
  day: day('2026-02-03'),
  areas: [
    {
      label: 'Deutsch lernen',
      goals: [
        {
          text: 'Ich will den B2-Kurs schaffen.',
          until: day('2026-08-01'),
          reached: false,
          subgoals: [
            {
              text: 'Einen Platz im Kurs finden',
              done: true,
              steps: [{ task: 'Beim Kursträger anmelden', who: 'Amira', until: day('2026-02-20'), done: true }],
            },
          ],
          steps: [
            { task: 'Jeden Dienstag ins Sprachcafé gehen', who: 'Amira', until: day('2026-06-30'), done: false },
            { task: 'Fahrkarte klären', who: 'JMD', until: day('2026-02-27'), done: false },
          ],
        },
      ],
    },
    {
      label: 'Ausbildung und Arbeit',
      goals: [{ text: 'Ich will Elektrikerin werden.', until: null, reached: false, subgoals: [], steps: [] }],
    },
  ],
  jmdContribution: 'Wir helfen bei Briefen und Anträgen.\nWir kommen zum ersten Gespräch im Betrieb mit.',
  nextReview: day('2026-05-04'),
};
