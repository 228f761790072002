import { codeList } from '../code-list.ts';

export const contactLanguage = codeList('contact_language', 'Feldkatalog Nr. 189; wer übersetzt, bleibt sichtbar', [
  ['german', 'Deutsch'],
  ['staff_other_language', 'andere Sprache der Fachkraft'],
  ['interpreter', 'Sprachmittlung'],
  ['volunteer_interpreter', 'ehrenamtliche Sprachmittlung'],
  ['relative_interpreter', 'Angehörige übersetzen'],
  ['child_interpreter', 'ein Kind übersetzt'],
]);
