import { codeList } from '../code-list.ts';

export const workPermit = codeList('work_permit', 'AZRG-DV Anlage, Nr. 9 g bis j', [
  ['unrestricted', 'unbeschränkt erlaubt'],
  ['with_approval', 'mit Erlaubnis der Behörde'],
  ['prohibited', 'nicht erlaubt'],
  ['not_required', 'nicht erforderlich'],
]);
