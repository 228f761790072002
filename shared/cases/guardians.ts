/**
 * Whether parents or guardians may be told anything. What she said counts, not her age alone (§ 8 Abs. 3 SGB VIII).
 *
 * With her 18th birthday the rights of guardians end: a yes from before does not reach beyond it, until she says it again.
 */
import { birthday, IsoDay } from '../domain/day.ts';
import { recordItself } from '../history/state.ts';
import type { CaseFile } from './case-decision.ts';
import { dayOf } from './case-status.ts';
import { readCase } from './answers.ts';

export const parentsField = 'consent.parents_may_be_informed';

/** `over`: she is of age, and the yes is older. `unsaid`: nobody asked, or the answer is open. */
export type ParentsInformed = 'yes' | 'no' | 'only_after_consultation' | 'over' | 'unsaid';

/** Of several statements the one that protects more. */
export function parentsInformed({ caseState, person }: Pick<CaseFile, 'caseState' | 'person'>, today: IsoDay): ParentsInformed {
  const heads = caseState.answers[recordItself]?.[parentsField] ?? [];
  const said = heads.map(({ value }) => value);
  if (said.includes('no')) return 'no';
  const born = dayOf(readCase(caseState, person), 'case.date_of_birth');
  const ofAge = born === null ? null : birthday(born, 18);
  const given = heads.filter(({ value }) => value === 'yes' || value === 'only_after_consultation');
  if (given.length === 0) return 'unsaid';
  const isOver = ofAge !== null && ofAge <= today && given.some(({ at }) => (IsoDay.safeParse(at.slice(0, 10)).data ?? ofAge) < ofAge);
  if (isOver) return 'over';
  return said.includes('only_after_consultation') ? 'only_after_consultation' : 'yes';
}
