import type { CaseRow } from '../../db/contract.ts';
import { ageOn, type IsoDay } from '../../shared/domain/day.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { CaseRowView } from '../../shared/rpc/views.ts';

/** The age is of today, so it is not kept but worked out. */
export function rowView({ shielded: _shielded, deputy: _deputy, ...row }: CaseRow, today: IsoDay): CaseRowView {
  return { ...row, age: row.born === null || row.born > today ? null : ageOn(row.born, today), closed: false };
}

/** The row as somebody sees it for whom `closed` holds: that there is a shielded file, and nothing of it; its id is another one each time. */
export function rowViewFor(row: CaseRow, today: IsoDay, closed: boolean): CaseRowView {
  const view = rowView(row, today);
  if (!closed) return view;
  return { ...view, id: RecordId.parse(randomId()), number: '', name: '', age: null, born: null, supportForm: null, status: '', consent: '', caseworker: null, nextDate: null, gaps: 0, changedAt: '', closed };
}
