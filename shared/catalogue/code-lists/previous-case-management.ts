import { codeList } from '../code-list.ts';

export const previousCaseManagement = codeList('previous_case_management', 'Formular 1.1 (domain.md §1.4)', [
  ['no', 'nein'],
  ['yes_same_site', 'ja, bei uns'],
  ['yes_other_site', 'ja, in einem anderen JMD'],
]);
