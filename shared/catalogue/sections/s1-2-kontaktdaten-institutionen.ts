import type { Section } from '../types.ts';
import { entbindungen } from './s1-2-entbindungen.ts';
import { institutionen } from './s1-2-institutionen.ts';
import { rueckmeldungen } from './s1-2-rueckmeldungen.ts';
import { weitergaben } from './s1-2-weitergaben.ts';

/** Field catalogue rows 36 to 46, and the feedback that partners are asked for (Rahmenkonzept Nr. 1, 2.4). */
export const kontaktdatenInstitutionen: Section = {
  id: '1.2',
  title: 'Kontaktdaten Institutionen',
  groups: [
    { id: 'institution', label: 'Institution', labelPlural: 'Institutionen', namedBy: 'institution.name' },
    {
      id: 'release',
      label: 'Schweigepflichtentbindung',
      labelPlural: 'Schweigepflichtentbindungen',
      namedBy: 'release.recipient_name',
    },
    { id: 'disclosure', label: 'Weitergabe', labelPlural: 'Weitergaben', namedBy: 'disclosure.recipient_name' },
    {
      id: 'feedback_request',
      label: 'Erbetene Rückmeldung',
      labelPlural: 'Rückmeldung erbeten',
      namedBy: 'feedback_request.question',
    },
  ],
  fields: [...institutionen, ...entbindungen, ...weitergaben, ...rueckmeldungen],
};
