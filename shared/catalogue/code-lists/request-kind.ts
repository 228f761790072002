import { codeList } from '../code-list.ts';

export const requestKind = codeList('request_kind', 'Art. 15 bis 21 DSGVO und die entsprechenden kirchlichen Regelungen; § 8 Abs. 3 SGB VIII', [
  ['access_copy', 'Auskunft und Kopie der eigenen Daten'],
  ['rectification', 'Berichtigung'],
  ['erasure', 'Löschung'],
  ['restriction', 'Einschränkung der Verarbeitung'],
  ['objection', 'Widerspruch'],
  ['portability', 'Daten zum Mitnehmen'],
  ['withdrawal', 'Widerruf, während die Verarbeitung eingeschränkt ist'],
  ['parents_request', 'Anfrage von Eltern oder Personensorgeberechtigten'],
]);
