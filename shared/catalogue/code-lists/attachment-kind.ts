import { codeList } from '../code-list.ts';

export const attachmentKind = codeList('attachment_kind', 'Alltag der JMD', [
  ['certificate', 'Zeugnis, Zertifikat'],
  ['notice', 'Bescheid'],
  ['letter', 'Schreiben'],
  ['application', 'Bewerbung, Lebenslauf'],
  ['declaration', 'Einwilligung, Erklärung'],
  ['contract', 'Vertrag'],
  ['identity', 'Ausweis, Aufenthaltstitel'],
  ['course', 'Kursunterlagen'],
  ['other', 'Sonstiges'],
]);
