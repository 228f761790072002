import { codeList } from '../code-list.ts';

export const institutionRole = codeList('institution_role', 'Feldkatalog Nr. 42', [
  ['referrer', 'hat den Kontakt vermittelt'],
  ['service_provider', 'leistet Hilfe'],
  ['authority', 'Behörde'],
  ['guardian', 'Vormund, Pflegschaft'],
  ['other', 'andere Rolle'],
]);
