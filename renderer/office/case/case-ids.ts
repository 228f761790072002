/** The few fields and groups the window itself asks about or writes; all others it only knows from the catalogue. */

export const consentField = 'consent.data_processing_status';
export const healthConsentField = 'consent.health_data';
export const managementConsentField = 'consent.case_management_agreed';
export const shieldedField = 'case.shielded';

/** Section of child protection: its own look, its own readers. */
export const protectionSection = 'KS';
export const evaluationSection = '5';
/** Requests and restriction: acts of their own, see office/rights. Nobody types a restriction in. */
export const rightsSection = 'RE';
export const restrictionGroup = 'restriction';
export const requestGroup = 'request';
/** Words beside a decision. */
export const requestWords = 'request.reason';

export const release = {
  group: 'release',
  recipient: 'release.recipient',
  recipientName: 'release.recipient_name',
  scope: 'release.scope',
  form: 'release.form',
  date: 'release.date',
  validUntil: 'release.valid_until',
  withdrawnOn: 'release.withdrawn_on',
} as const;

export const disclosure = {
  group: 'disclosure',
  date: 'disclosure.date',
  recipient: 'disclosure.recipient',
  recipientName: 'disclosure.recipient_name',
  content: 'disclosure.content',
  basis: 'disclosure.basis',
  release: 'disclosure.release',
  contact: 'disclosure.contact',
  toldBefore: 'disclosure.told_before',
  means: 'disclosure.means',
} as const;

export const task = { group: 'task', kind: 'task.kind', due: 'task.due', doneOn: 'task.done_on', text: 'task.text' } as const;

export const dispute = {
  group: 'dispute',
  field: 'dispute.field',
  entry: 'dispute.entry',
  text: 'dispute.text',
  since: 'dispute.since',
  settledOn: 'dispute.settled_on',
} as const;

export const appointment = { group: 'appointment', date: 'appointment.date', status: 'appointment.status' } as const;
export const institutionGroup = 'institution';
