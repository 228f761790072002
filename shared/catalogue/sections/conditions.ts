/** Conditions that several sections name. */
import type { Condition } from '../types.ts';

export const consentGranted: Condition = { field: 'consent.data_processing_status', is: 'granted' };
export const inCaseManagement: Condition = { field: 'case.support_form', is: 'case_management' };
export const inCounselling: Condition = { field: 'case.support_form', is: 'counselling' };
/** "bei Beendigung": somebody said why it ended. */
export const ended: Condition = { answered: 'evaluation.end_reason' };
/** "bei CM-Ende". */
export const caseManagementEnded: Condition = { answered: 'case.cm_end' };
/** The form of support that is has its end; a Beratung that went over into Case Management is no end of the support. */
export const supportEnded: Condition = {
  any: [
    { all: [inCounselling, { answered: 'case.counselling_end' }] },
    { all: [inCaseManagement, { answered: 'case.cm_end' }] },
    { all: [{ not: { stated: 'case.support_form' } }, { any: [{ answered: 'case.counselling_end' }, { answered: 'case.cm_end' }] }] },
  ],
};
/** Fails only where the birth country is known to be Germany: nobody is asked for an entry she never made. */
export const notBornHere: Condition = {
  not: { all: [{ stated: 'person.country_of_birth' }, { field: 'person.country_of_birth', is: '000' }] },
};

/** Holds only where the field says this; never unknown, for Pflicht rules with an exception. */
export function isExactly(field: string, is: string | boolean): Condition {
  return { all: [{ stated: field }, { field, is }] };
}

/** Only where that field says nothing: one of two, or what is still open. */
export function unless(field: string): Condition {
  return { not: { answered: field } };
}
