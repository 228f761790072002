import { codeList } from '../code-list.ts';

export const restrictionGround = codeList('restriction_ground', 'Art. 18 Abs. 1 DSGVO', [
  ['accuracy', 'Richtigkeit bestritten, wird geprüft'],
  ['unlawful', 'Die Verarbeitung war nicht rechtmäßig, gelöscht werden soll nicht'],
  ['claims', 'Der junge Mensch braucht die Daten für Rechtsansprüche'],
  ['objection', 'Widerspruch, wird geprüft'],
  ['wish', 'Wunsch des jungen Menschen'],
]);
