import { codeList } from '../code-list.ts';

export const helperRelation = codeList('helper_relation', 'Rahmenkonzept Nr. 1 (persönliches Netzwerk)', [
  ['family', 'Familie'],
  ['friend', 'Freundin, Freund'],
  ['neighbour', 'Nachbarschaft'],
  ['volunteer', 'Ehrenamt, Patenschaft'],
  ['school_work', 'Schule, Betrieb'],
  ['club', 'Verein, Gemeinde'],
  ['other', 'andere'],
]);
