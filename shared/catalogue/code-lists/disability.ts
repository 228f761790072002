import { codeList } from '../code-list.ts';

export const disability = codeList('disability', 'ESF+ (domain.md §5 Nr. 99)', [
  ['none', 'keine'],
  ['gdb_below_50', 'Grad der Behinderung unter 50'],
  ['gdb_50_plus', 'Grad der Behinderung ab 50'],
  ['applied', 'beantragt'],
]);
