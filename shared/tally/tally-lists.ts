/** Code lists of the Kurzberatung that no file has. */
import { codeList } from '../catalogue/code-list.ts';

/** The age groups of the annual report; "nicht erfasst" is no answer. */
export const tallyAgeGroup = codeList('tally_age_group', 'Statistik der JMD: Altersgruppen', [
  ['12_14', '12 bis 14'],
  ['15_18', '15 bis 18'],
  ['19_26', '19 bis 26'],
  ['other', 'jünger oder älter'],
]);

export const tallyOutcome = codeList('tally_outcome', 'Alltag der JMD: offene Sprechstunde', [
  ['advised', 'beraten'],
  ['referred', 'weiterverwiesen'],
  ['comes_back', 'kommt wieder'],
  ['turned_away', 'abgewiesen, kein Platz'],
]);
