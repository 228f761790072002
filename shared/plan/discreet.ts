/**
 * What a code may say on a paper that hangs on a wall.
 *
 * Where an office of this kind is named, the paper would tell of residence, health, religion, benefits or offences (corrections.md, "Papers"):
 * a guardian of how she came here, an accommodation of where she lives, a migrant organisation of where she comes from.
 * A code no pack has words for says nothing either: an edition of the catalogue may bring new ones before the papers know them.
 */
import { isTextKey } from '../languages/german-texts.ts';

export const discreetInstitutions: ReadonlySet<string> = new Set([
  'foreigners_authority',
  'bamf',
  'health_service',
  'psychosocial_centre',
  'police_court_probation',
  'church_religious',
  'social_office',
  'politics',
  'media',
  'guardian',
  'accommodation',
  'migrant_organisation',
]);

/** An appointment where she lives would tell what kind of place that is. */
export const discreetPlaces: ReadonlySet<string> = new Set(['accommodation']);

/** A Teilhabeplan would tell of a disability. */
export const discreetPlans: ReadonlySet<string> = new Set(['participation']);

export function institutionOnPaper(code: string): string | null {
  return !discreetInstitutions.has(code) && isTextKey(`institution.${code}`) ? code : null;
}

export function planKindOnPaper(code: string): string {
  return !discreetPlans.has(code) && isTextKey(`plan.${code}`) ? code : 'other';
}

/** Who leads another plan: said with the words for who and for institutions, see {@link leadKey}. */
export function leadOnPaper(code: string): string {
  return leadKey(code) === 'institution.other' ? 'other' : code;
}

/** The text of a code of `plan_lead`. */
export function leadKey(code: string): 'who.jmd_staff' | `institution.${string}` {
  if (code === 'jmd') return 'who.jmd_staff';
  return institutionOnPaper(code) === null ? 'institution.other' : `institution.${code}`;
}

/** null: nothing is said of the place. */
export function placeOnPaper(code: string): string | null {
  if (discreetPlaces.has(code)) return null;
  return isTextKey(`place.${code}`) ? code : 'other';
}
