/** The consents of a file, each with the fields that belong to it: apart from each other, as they are given and taken back. */
import type { Field } from '../../../../shared/catalogue/types.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import { consentField, healthConsentField, managementConsentField } from '../case-ids.ts';
import type { Withdrawal } from '../acts/case-ask.ts';

export interface ConsentCard {
  readonly what: Exclude<Withdrawal, 'release'>;
  readonly title: string;
  /** Which topic of the law it rests on. */
  readonly fields: readonly Field[];
}

interface Kind {
  readonly what: ConsentCard['what'];
  readonly title: string;
  readonly begins: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    what: 'data_processing',
    title: 'Datenverarbeitung',
    begins: ['consent.data_processing', 'consent.granted_by', 'consent.text_version', 'consent.text_language', 'consent.withdrawn_date'],
  },
  { what: 'health_data', title: 'Gesundheitsdaten', begins: ['consent.health_data'] },
  { what: 'case_management', title: 'Case Management', begins: ['consent.case_management'] },
];

export function consentCards(fields: readonly Field[]): readonly ConsentCard[] {
  return kinds.flatMap(({ what, title, begins }) => {
    const own = fields.filter(({ id }) => begins.some((start) => id.startsWith(start)));
    return own.length === 0 ? [] : [{ what, title, fields: own }];
  });
}

export type Standing = 'given' | 'closed' | 'open';

/** How a consent stands, and the word for it. */
export function standing(file: Pick<CaseFile, 'catalogue' | 'say' | 'stored' | 'view'>, what: ConsentCard['what']): { readonly is: Standing; readonly word: string } {
  if (what === 'case_management') {
    const agreed = file.stored('', managementConsentField);
    return agreed === true ? { is: 'given', word: 'ist dabei' } : agreed === false ? { is: 'closed', word: 'nicht dabei' } : { is: 'open', word: 'noch offen' };
  }
  const id = what === 'data_processing' ? consentField : healthConsentField;
  const field = file.catalogue.field(id);
  const value = file.stored('', id);
  const word = field === undefined || value === null ? 'noch offen' : file.say(field, value);
  if (what === 'data_processing' ? file.view.consentGiven : file.view.healthConsentGiven) return { is: 'given', word };
  return { is: value === 'withdrawn' || value === 'refused' ? 'closed' : 'open', word };
}
