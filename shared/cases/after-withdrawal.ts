/**
 * What a file takes once she took her consent back: what belongs to ending it or keeping it by somebody's claim, to new consents and to organising the work. No talk, no topic, no word
 * about her. Less than before a first consent: this file has a name, so a coded topic in it is about somebody.
 */
import type { Field } from '../catalogue/types.ts';

const groups: readonly string[] = ['course_event', 'task', 'appointment', 'request', 'restriction', 'notice'];

const fields: readonly string[] = [
  'case.case_number',
  'case.site_id',
  'case.caseworker_id',
  'case.deputy_staff_id',
  'case.shielded',
  'case.support_form',
  'case.counselling_start',
  'case.counselling_end',
  'case.cm_end',
  'case.retention_override',
  'case.retention_ground',
  'evaluation.end_reason',
  'evaluation.paper_file_destroyed_on',
];

/** Of the fields that take input before a consent. */
export function takesAfterWithdrawal({ id, group, type }: Pick<Field, 'id' | 'group' | 'type'>): boolean {
  if (group !== undefined) return groups.includes(group);
  return type === 'automatic' || id.startsWith('consent.') || fields.includes(id);
}
