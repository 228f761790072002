import { codeList } from '../code-list.ts';

export const screeningTopic = codeList('screening_topic', 'Rahmenkonzept Nr. 1, 2.1', [
  ['support_need', 'Beratungsbedarf'],
  ['age', 'Alter'],
  ['language_skills', 'Sprachkenntnisse'],
  ['willingness', 'Bereitschaft mitzumachen'],
]);
