/** The edition that counts on a day, and how it is shown. */
import type { IsoDay } from '../domain/day.ts';
import type { LawView } from '../rpc/session.views.ts';
import { dsgEkd2018, dsgEkd2025 } from './dsg-ekd.ts';
import { type Law, type LawEdition, lawTopics } from './edition.ts';
import { gdpr2018 } from './gdpr.ts';
import { kdg2018, kdg2026 } from './kdg.ts';

/** Oldest first within a law. */
export const lawEditions: readonly LawEdition[] = [gdpr2018, kdg2018, kdg2026, dsgEkd2018, dsgEkd2025];

/** Before its first edition a law is shown as that one: nothing older is known here. */
export function lawOn(law: Law, day: IsoDay): LawEdition {
  const ofLaw = lawEditions.filter((edition) => edition.law === law);
  const found = ofLaw.filter(({ since }) => since <= day).at(-1) ?? ofLaw[0];
  if (found === undefined) throw new Error('a law without an edition');
  return found;
}

/** Stands behind a paragraph nobody has read in this edition, wherever it is shown. */
export const unconfirmed = '(noch zu bestätigen)';

export function lawView({ law, name, since, authority, paragraphs, ageHints, unreviewed }: LawEdition, land: string): LawView {
  return {
    law,
    name,
    edition: since,
    authority: authority.replace('{land}', land),
    paragraphs: Object.fromEntries(lawTopics.map((topic) => [topic, paragraphs[topic].confirmed ? paragraphs[topic].text : `${paragraphs[topic].text} ${unconfirmed}`])),
    ageHints,
    unreviewed,
  };
}
