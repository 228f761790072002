import type { CaseRow } from '../../db/contract/cases.ts';
import { ageOn, type IsoDay } from '../../shared/domain/day.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { Cautions } from '../../shared/rpc/desk.views.ts';
import type { CaseRowView } from '../../shared/rpc/lists.views.ts';

/** The age is of today, so it is not kept but worked out. */
export function rowView({ shielded: _shielded, cardInside: _inside, deputy: _deputy, ...row }: CaseRow, today: IsoDay, cautions: Cautions): CaseRowView {
  return { ...row, age: row.born === null || row.born > today ? null : ageOn(row.born, today), closed: false, cautions };
}

/** The row as somebody sees it for whom `closed` holds: that there is a shielded file, and nothing of it; its id is another one each time. */
export function rowViewFor(row: CaseRow, today: IsoDay, closed: boolean, cautionsOf: (record: RecordId) => Cautions): CaseRowView {
  const view = rowView(row, today, closed ? [] : cautionsOf(row.id));
  if (!closed) return view;
  return { ...view, id: RecordId.parse(randomId()), number: '', name: '', age: null, born: null, supportForm: null, status: '', consent: '', caseworker: null, nextDate: null, gaps: 0, changedAt: '', closed };
}
