import type { Section } from '../types.ts';
import { netzwerk } from './s4-netzwerk.ts';
import { plan } from './s4-plan.ts';
import { ziele } from './s4-ziele.ts';

/** Field catalogue rows 141 to 163. */
export const integrationsfoerderplan: Section = {
  id: '4',
  title: 'Integrationsförderplan',
  help: 'Sprachlich, sozial, schulisch, beruflich: Ziele, Unterziele und Arbeitsschritte, auf Augenhöhe vereinbart.',
  groups: [
    { id: 'goal', label: 'Ziel', labelPlural: 'Ziele' },
    { id: 'subgoal', label: 'Unterziel', labelPlural: 'Unterziele', parents: ['goal'] },
    { id: 'action_step', label: 'Arbeitsschritt', labelPlural: 'Arbeitsschritte', parents: ['goal', 'subgoal'] },
    { id: 'other_plan', label: 'anderer Plan', labelPlural: 'Andere Pläne' },
    { id: 'helper', label: 'vertraute Person', labelPlural: 'Persönliches Netzwerk' },
    { id: 'referral', label: 'Vermittlung', labelPlural: 'Vermittlungen' },
    { id: 'case_conference', label: 'Fallkonferenz', labelPlural: 'Fallkonferenzen' },
  ],
  fields: [...plan, ...ziele, ...netzwerk],
};
