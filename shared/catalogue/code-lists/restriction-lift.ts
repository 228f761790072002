import { codeList } from '../code-list.ts';

export const restrictionLift = codeList('restriction_lift', 'Art. 18 Abs. 3 DSGVO', [
  ['checked_correct', 'Die Angabe ist geprüft und stimmt'],
  ['rectified', 'Die Angabe wurde berichtigt'],
  ['objection_decided', 'Über den Widerspruch ist entschieden'],
  ['claims_settled', 'Die Rechtsansprüche sind erledigt'],
  ['wish', 'Wunsch des jungen Menschen'],
  ['to_erase', 'Die Akte soll gelöscht werden'],
]);
