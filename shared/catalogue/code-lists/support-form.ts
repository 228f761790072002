import { codeList } from '../code-list.ts';

export const supportForm = codeList('support_form', 'Rahmenkonzept Nr. 1', [
  ['counselling', 'Beratung'],
  ['case_management', 'Case Management'],
]);
