import type { Section } from '../types.ts';
import { aufnahme } from './s1-1-aufnahme.ts';
import { begleitung } from './s1-1-begleitung.ts';
import { gesundheitsdaten } from './s1-1-gesundheitsdaten.ts';
import { personUndZugang } from './s1-1-person-und-zugang.ts';
import { verlauf } from './s1-1-verlauf.ts';
import { zustimmungen } from './s1-1-zustimmungen.ts';

/** Field catalogue rows 1 to 35; numbers from 301 are additions of edition 2026.1, from 501 of 2026.2. */
export const eingangsdaten: Section = {
  id: '1.1',
  title: 'Eingangsdaten',
  groups: [
    { id: 'transfer', label: 'Abgabe oder Übernahme', labelPlural: 'Abgaben und Übernahmen' },
    { id: 'course_event', label: 'Ereignis', labelPlural: 'Verlauf der Begleitung', namedBy: 'course_event.kind', datedBy: 'course_event.day' },
    { id: 'task', label: 'Aufgabe', labelPlural: 'Aufgaben', namedBy: 'task.text' },
  ],
  fields: [...aufnahme, ...personUndZugang, ...zustimmungen, ...gesundheitsdaten, ...verlauf, ...begleitung],
};
