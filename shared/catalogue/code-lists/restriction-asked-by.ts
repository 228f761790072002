import { codeList } from '../code-list.ts';

export const restrictionAskedBy = codeList('restriction_asked_by', 'Von wem die Einschränkung ausgeht', [
  ['young_person', 'der junge Mensch selbst'],
  ['legal_guardian', 'Personensorgeberechtigte'],
  ['representative', 'rechtliche Betreuung oder bevollmächtigte Person'],
  ['authority', 'Datenschutzaufsicht oder Gericht'],
  ['office', 'unser JMD'],
]);
