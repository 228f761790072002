import { codeList } from '../code-list.ts';

export const admissionCheck = codeList('admission_check', 'Rahmenkonzept Nr. 1, 3.1', [
  ['long_term_need', 'längerfristiger Förderbedarf'],
  ['able_to_reflect', 'kann über die eigene Lage nachdenken'],
  ['willing', 'will mitmachen'],
  ['consent_signed', 'Einwilligung unterschrieben'],
  // No condition of its own: what stays when one of those above is open.
  ['to_clarify', 'noch zu klären'],
]);
