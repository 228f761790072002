/** Why nothing can be changed while the files are older than what was acknowledged; undefined while it can. */
import type { SessionView } from '../../shared/rpc/session.views.ts';

export const readOnlyTexts = {
  why: 'Nur lesen: Die Akten hier sind älter als das zuletzt Gespeicherte.',
} as const;

export function whyReadOnly({ readOnly }: Pick<Extract<SessionView, { phase: 'open' }>, 'readOnly'>): string | undefined {
  return readOnly ? readOnlyTexts.why : undefined;
}
