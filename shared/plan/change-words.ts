/** How a difference between two versions is called, in the window and on the command line. */
import type { PlanChange } from './types.ts';

export const changeKinds: Readonly<Record<PlanChange['kind'], string>> = { done: 'geschafft', moved: 'verschoben', new: 'neu', otherwise: 'anders gelöst' };

export const changedParts: Readonly<Record<PlanChange['what'], string>> = {
  goal: 'Ziel',
  subgoal: 'Unterziel',
  step: 'Schritt',
  sentence: 'Eigener Satz',
  translations: 'Übersetzungen',
  jmd: 'Das macht der JMD',
  other_plan: 'Anderer Plan',
  review: 'Nächste Überprüfung',
  agreement: 'Vereinbarung',
};
