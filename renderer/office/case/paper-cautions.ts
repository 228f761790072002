/** What decides how a paper may reach her: in sight before any paper is made. */
import type { CaseView } from '../../../shared/rpc/case.views.ts';

/** `limits`: the answer of `person.contact_limits`. */
export function paperCautions({ warnings }: Pick<CaseView, 'warnings'>, limits: unknown): readonly string[] {
  const post = Array.isArray(limits) && limits.some((code) => code === 'no_post' || code === 'only_trusted');
  return warnings
    .filter(({ code }) => code === 'parents_not_informed' || code === 'address_secret' || code === 'safe_contact' || (code === 'contact_limits' && post))
    .map(({ text }) => text);
}
