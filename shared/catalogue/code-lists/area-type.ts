import { codeList } from '../code-list.ts';

export const areaType = codeList('area_type', 'Bilanz JMD digital (domain.md §5 Nr. 80)', [
  ['urban', 'Großstadt'],
  ['small_town', 'Kleinstadt'],
  ['rural', 'ländlich'],
]);
