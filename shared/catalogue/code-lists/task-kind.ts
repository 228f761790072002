import { codeList } from '../code-list.ts';

export const taskKind = codeList('task_kind', 'Was nach Widerruf, Beendigung oder 18. Geburtstag zu tun ist', [
  ['inform_recipients', 'Empfänger früherer Weitergaben informieren'],
  ['offer_copy', 'Kopie der eigenen Daten anbieten'],
  ['decide_continue', 'Klären, ob es ohne Akte weitergeht'],
  ['delete_health', 'Gesundheitsangaben löschen'],
  ['end_file', 'Begleitung beenden'],
  ['destroy_paper', 'Handakte vernichten'],
  ['own_consent_of_age', 'Eigene Einwilligung einholen (volljährig)'],
  ['guardians_of_age', 'Rechte der Personensorgeberechtigten enden'],
  ['handover_mbe', 'Übergang zur MBE geplant (27. Geburtstag)'],
  ['other', 'Sonstiges'],
]);
