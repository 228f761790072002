/** Our own words of the forms, one version for all: who changes a word here changes {@link wordsOf2026} as well. */
import type { OwnWordedForm } from '../forms.ts';
import { caseManagementWording } from './case-management.ts';
import { consentWording } from './consent.ts';
import type { StandardWording, WordingFacts } from './facts.ts';
import { informationWording } from './information.ts';
import { releaseWording } from './release.ts';

const wordsOf2026 = 'Fassung 1 von 2026';
const lawNames = { gdpr: 'DSGVO', kdg: 'KDG', dsg_ekd: 'DSG-EKD' } as const;

const standard: Readonly<Record<OwnWordedForm, StandardWording>> = {
  consent: consentWording,
  information: informationWording,
  case_management: caseManagementWording,
  release: releaseWording,
};

/** `version`: words and law, "Fassung 1 von 2026, KDG 2026", as the paper and the file say it: another edition of the law is another text. */
export function standardWording(form: OwnWordedForm, facts: WordingFacts): { readonly version: string; readonly text: string } {
  const { law, edition } = facts.law;
  return { version: `${wordsOf2026}, ${lawNames[law]} ${edition.slice(0, 4)}`, text: standard[form](facts) };
}
