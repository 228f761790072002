import { codeList } from '../code-list.ts';

export const goalArea = codeList('goal_area', 'Rahmenkonzept Nr. 1, 2.3', [
  ['language', 'sprachlich'],
  ['social', 'sozial'],
  ['school', 'schulisch'],
  ['vocational', 'beruflich'],
]);
