import { codeList } from '../code-list.ts';

export const housingSecurity = codeList('housing_security', 'ESF+; AG STADO (domain.md §5 Nr. 78)', [
  ['secure', 'gesichert'],
  ['limited_term', 'befristet'],
  ['at_risk', 'gefährdet'],
  ['homeless', 'ohne Wohnung'],
]);
