/** Which fields of the form a paper of the plan may say, and which it must not. */
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { packs } from '../../../shared/languages/packs.ts';
import type { LanguageCode } from '../../../shared/languages/types.ts';
import { germanDay, IsoDay } from '../../../shared/domain/day.ts';

/** Whatever a paper may say of a file comes from these, and is there to be said. */
export const ofThePlan: ReadonlySet<string> = new Set([
  ...['first_name', 'last_name', 'call_name', 'address_form'].map((name) => `person.${name}`),
  ...['description', 'translation', 'area', 'turn', 'target_date', 'attainment', 'attained_on'].map((name) => `goal.${name}`),
  ...['description', 'translation', 'responsible', 'from', 'until', 'attainment'].map((name) => `subgoal.${name}`),
  ...['task', 'translation', 'pictogram', 'responsible', 'responsible_name', 'institution', 'start_date', 'due_date', 'status'].map((name) => `action_step.${name}`),
  ...['sentence', 'sentence_translation', 'translation_language', 'jmd_contribution', 'jmd_contribution_translation', 'next_review', 'status', 'signature_state', 'signed_on', 'read_together_on'].map((name) => `integration_plan.${name}`),
  'other_plan.kind',
  'other_plan.lead',
  ...['date', 'time', 'place', 'status'].map((name) => `appointment.${name}`),
]);
export const groupsOfThePlan: ReadonlySet<string> = new Set(['goal', 'subgoal', 'action_step', 'other_plan', 'appointment']);

/**
 * The issue names these. Each must be fields there are and none of the plan's, so that a new name does not slip out of the list. The form
 * asks nobody for religion or offences; what hints at them are kinds of institutions and topics of talks.
 */
export const forbidden: readonly (readonly [what: string, fields: RegExp])[] = [
  ['residence', /^person\.(residence_|asylum_|work_permit|entry_)/],
  ['the birth date', /^case\.date_of_birth/],
  ['citizenship and origin', /^person\.(citizenship_|.*country_of_birth)|^case\.migration_background/],
  ['the address and ways to reach her', /^person\.(street|postal_code|city|district_code|address_country|address_secret|phone|email|safe_contact)/],
  ['the case number', /^case\.case_number$/],
  ['health', /^health\.|^consent\.health_/],
  ['money and debts', /^finance\./],
  ['ratings', /rating$|^competency_|^evaluation\./],
  ['other people', /^(guardian|helper|institution|housing)\.|^social\.|^action_step\.helper$|^case_conference\./],
  ['child protection and what was talked about', /^(protection|contact)\.|^case\.initial_concern$/],
];

/** As it is kept, and as it would be written. Days also in German. */
export function formsOf(value: AnswerValue): readonly string[] {
  if (typeof value !== 'string') return Array.isArray(value) ? value : [];
  const day = IsoDay.safeParse(value);
  return day.success ? [value, germanDay(day.data)] : [value];
}

/** Where packs have words for the codes of a list. */
const wordsOfList: Readonly<Record<string, string>> = { institution_type: 'institution', contact_place: 'place', plan_kind: 'plan', responsible: 'who' };

/** What a paper would say for a code: the label of its list, and the word of the German pack and of `language`. */
export function labelsOf(fieldId: string, value: AnswerValue, language: LanguageCode): readonly string[] {
  const list = currentCatalogue.field(fieldId)?.codeList;
  if (list === undefined) return [];
  const codes = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return codes.flatMap((code) => {
    const key = `${wordsOfList[list] ?? ''}.${code}`;
    const words = (['de', language] as const).map((one) => (packs[one].texts as Readonly<Record<string, string>>)[key] ?? '');
    return [currentCatalogue.codeLabel(list, code), ...words].filter((label) => label !== '' && label !== code);
  });
}

/** More than a code: words somebody wrote down, found also within a sentence. */
export function isOwnWord(value: string): boolean {
  return !/^[a-z0-9_]+$/i.test(value);
}
