import { codeList } from '../code-list.ts';

export const gender = codeList(
  'gender',
  'XPersonenstand, Codeliste Geschlecht; "keine Angabe" im Gespräch ist die besondere Antwort',
  [
    ['w', 'weiblich'],
    ['m', 'männlich'],
    ['d', 'divers'],
    ['x', 'ohne Eintrag (Personenstand)'],
  ],
);
