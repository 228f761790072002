import { codeList } from '../code-list.ts';

export const guardianSituation = codeList('guardian_situation', '§§ 1626, 1773 BGB', [
  ['parents', 'Eltern gemeinsam'],
  ['one_parent', 'ein Elternteil'],
  ['guardian', 'Vormund'],
  ['curator', 'Ergänzungspflege'],
  ['of_age', 'volljährig'],
]);
