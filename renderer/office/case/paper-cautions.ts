/** What decides how a paper may reach her: in sight before any paper is made. */
import type { CaseView } from '../../../shared/rpc/case.views.ts';

/** Where two PCs say two things of how she may be reached, the stricter counts. */
export function paperCautions({ warnings, answers }: Pick<CaseView, 'warnings' | 'answers'>): readonly string[] {
  const limits = (answers['']?.['person.contact_limits']?.heads ?? []).flatMap(({ value }) => (Array.isArray(value) ? value : []));
  const post = limits.some((code) => code === 'no_post' || code === 'only_trusted');
  return warnings
    .filter(({ code }) => code === 'parents_not_informed' || code === 'address_secret' || code === 'safe_contact' || (code === 'contact_limits' && post))
    .map(({ text }) => text);
}
