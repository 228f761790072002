/** Our own words of the forms, one version for all: who changes a word here changes {@link wordsOf2026} as well. */
import type { OwnWordedForm } from '../forms.ts';
import { caseManagementWording } from './case-management.ts';
import { consentWording } from './consent.ts';
import type { StandardWording, WordingFacts } from './facts.ts';
import { informationWording } from './information.ts';
import { releaseWording } from './release.ts';

const wordsOf2026 = 'lotse-2026-1';

const standard: Readonly<Record<OwnWordedForm, StandardWording>> = {
  consent: consentWording,
  information: informationWording,
  case_management: caseManagementWording,
  release: releaseWording,
};

/** `version`: words and law, "lotse-2026-1/kdg-2026": another edition of the law is another text. */
export function standardWording(form: OwnWordedForm, facts: WordingFacts): { readonly version: string; readonly text: string } {
  const { law, edition } = facts.law;
  return { version: `${wordsOf2026}/${law.replace('_', '-')}-${edition.slice(0, 4)}`, text: standard[form](facts) };
}
