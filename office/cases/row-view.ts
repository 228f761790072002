import type { CaseRow } from '../../db/contract.ts';
import { ageOn, type IsoDay } from '../../shared/domain/day.ts';
import type { CaseRowView } from '../../shared/rpc/views.ts';

/** The age is of today, so it is not kept but worked out. */
export function rowView(row: CaseRow, today: IsoDay): CaseRowView {
  return { ...row, age: row.born === null || row.born > today ? null : ageOn(row.born, today), closed: false };
}
