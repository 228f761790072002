/** What a phase says of itself in words. */
import type { PhaseView } from '../../../../shared/rpc/case.views.ts';

export function openNeeds({ needs }: Pick<PhaseView, 'needs'>): PhaseView['needs'] {
  return needs.filter(({ met }) => !met);
}

export function phaseState(phase: PhaseView): string {
  const open = openNeeds(phase).length;
  const rest = open === 0 ? '' : `, noch ${String(open)} offen`;
  if (phase.state === 'done') return `durchlaufen${rest}`;
  return phase.state === 'current' ? `hier steht die Begleitung${rest}` : `kommt noch${rest}`;
}
