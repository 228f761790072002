import { counsellingTopic } from './counselling-topic.ts';
import { measure } from './measure.ts';
import type { CodeList } from '../types.ts';

/** What did not exist when it was needed: a measure, or help with a topic. */
export const missingOffer: CodeList = {
  id: 'missing_offer',
  source: 'Maßnahmen und Themen (domain.md §5 Nr. 175)',
  codes: [...measure.codes.filter(({ code }) => code !== 'none' && code !== 'other'), ...counsellingTopic.codes],
};
