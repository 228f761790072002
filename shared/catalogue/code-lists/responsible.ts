import { codeList } from '../code-list.ts';

export const responsible = codeList('responsible', 'Rahmenkonzept Nr. 1, 2.3', [
  ['young_person', 'junger Mensch'],
  ['jmd_staff', 'JMD'],
  ['family', 'Familie'],
  ['institution', 'Institution'],
  ['volunteer', 'Ehrenamt, vertraute Person'],
  ['other', 'andere'],
]);
