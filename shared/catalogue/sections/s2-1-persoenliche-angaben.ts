import type { Section } from '../types.ts';
import { herkunftUndAufenthalt } from './s2-1-herkunft-und-aufenthalt.ts';
import { nameUndKontakt } from './s2-1-name-und-kontakt.ts';
import { personensorge } from './s2-1-personensorge.ts';
import { sprache } from './s2-1-sprache.ts';

/** Field catalogue rows 47 to 75. Names, address and ways to reach her are kept on the person card, all else in the case file. */
export const persoenlicheAngaben: Section = {
  id: '2.1',
  title: 'Persönliche Angaben',
  groups: [{ id: 'guardian', label: 'Personensorgeberechtigte/r', labelPlural: 'Personensorgeberechtigte, Vormund' }],
  fields: [...nameUndKontakt, ...herkunftUndAufenthalt, ...sprache, ...personensorge],
};
