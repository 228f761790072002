import { codeList } from '../code-list.ts';

export const retentionGround = codeList('retention_ground', 'Rahmenkonzept Nr. 1, 3.3; Art. 17 Abs. 3, Art. 18 DSGVO', [
  ['legal_claims', 'rechtliche Ansprüche'],
  ['court_order', 'gerichtliche Anordnung'],
  ['access_request', 'offenes Auskunftsersuchen'],
  ['restriction', 'Einschränkung der Verarbeitung'],
  ['child_protection', 'Kinderschutz'],
]);
