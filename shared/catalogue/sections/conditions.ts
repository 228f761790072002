/** Conditions that several sections name. */
import type { Condition } from '../types.ts';

export const consentGranted: Condition = { field: 'consent.data_processing_status', is: 'granted' };
export const inCaseManagement: Condition = { field: 'case.support_form', is: 'case_management' };
export const inCounselling: Condition = { field: 'case.support_form', is: 'counselling' };
/** "bei Beendigung": somebody said why it ended. */
export const ended: Condition = { answered: 'evaluation.end_reason' };
/** "bei CM-Ende". */
export const caseManagementEnded: Condition = { answered: 'case.cm_end' };
/** Fails only where the birth country is known to be Germany: nobody is asked for an entry she never made. */
export const notBornHere: Condition = {
  not: { all: [{ stated: 'person.country_of_birth' }, { field: 'person.country_of_birth', is: '000' }] },
};

/** Holds only where the field says this; never unknown, for Pflicht rules with an exception. */
export function isExactly(field: string, is: string | boolean): Condition {
  return { all: [{ stated: field }, { field, is }] };
}
