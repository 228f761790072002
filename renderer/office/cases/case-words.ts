/** How a case is named and dated in lists. */
import { germanDay, type IsoDay } from '../../../shared/domain/day.ts';
import type { CaseRowView } from '../../../shared/rpc/lists.views.ts';
import { peopleTexts } from '../people/words.ts';

/** Before consent nothing personal is stored, so there is no name. */
export function caseName(row: Pick<CaseRowView, 'name'> & Partial<Pick<CaseRowView, 'closed'>>): string {
  if (row.closed === true) return peopleTexts.shielded;
  return row.name === '' ? 'ohne Namen (Einwilligung fehlt)' : row.name;
}

export function supportFormWord(code: string | null): string {
  if (code === 'case_management') return 'CM';
  return code === 'counselling' ? 'Beratung' : '–';
}

export function dayOrDash(day: IsoDay | null): string {
  return day === null ? '–' : germanDay(day);
}
