import { codeList } from '../code-list.ts';

export const requestGround = codeList('request_ground', 'Gründe einer Ablehnung, auch in Teilen', [
  ['others_rights', 'Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)'],
  ['legal_duty', 'gesetzliche Pflicht, Gericht oder Rechtsansprüche (Art. 17 Abs. 3 DSGVO)'],
  ['unfounded', 'offenkundig unbegründet oder zu häufig (Art. 12 Abs. 5 DSGVO)'],
  ['identity_open', 'nicht geklärt, wer fragt (Art. 12 Abs. 6 DSGVO)'],
  ['secret_of_youth', 'Beratung ohne Kenntnis der Eltern (§ 8 Abs. 3 SGB VIII)'],
  ['own_decision', 'Der junge Mensch entscheidet selbst und ist nicht einverstanden'],
  ['of_age', 'Der junge Mensch ist volljährig'],
  ['no_right', 'Wer fragt, hat dieses Recht nicht'],
  ['correct', 'Die Angabe ist geprüft und stimmt'],
]);
