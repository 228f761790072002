import { codeList } from '../code-list.ts';

export const finalInterview = codeList('final_interview', 'Rahmenkonzept Nr. 1, 2.5', [
  ['yes', 'ja'],
  ['no_not_reachable', 'nein, nicht erreichbar'],
  ['no_declined', 'nein, nicht gewünscht'],
]);
