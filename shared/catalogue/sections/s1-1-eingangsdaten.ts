import type { Section } from '../types.ts';
import { aufnahme } from './s1-1-aufnahme.ts';
import { personUndZugang } from './s1-1-person-und-zugang.ts';
import { verlauf } from './s1-1-verlauf.ts';
import { zustimmungen } from './s1-1-zustimmungen.ts';

/** Field catalogue rows 1 to 35; numbers from 301 are additions of edition 2026.1. */
export const eingangsdaten: Section = {
  id: '1.1',
  title: 'Eingangsdaten',
  groups: [{ id: 'transfer', label: 'Abgabe oder Übernahme', labelPlural: 'Abgaben und Übernahmen' }],
  fields: [...aufnahme, ...personUndZugang, ...zustimmungen, ...verlauf],
};
