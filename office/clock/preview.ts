/** All files before the clock at once, from the rows kept beside them: 10,000 histories are not read for a page. */
import type { ClockDay } from '../../db/contract/cases.ts';
import type { ClockOffice, ClockVerdict, JudgedFile } from '../../shared/clock/types.ts';
import { judge } from '../../shared/clock/verdict.ts';
import { addDays } from '../../shared/domain/day.ts';
import type { CasesContext } from '../context.ts';

export interface PreviewedFile extends JudgedFile {
  readonly row: ClockDay;
}

/** What the kept row and the office say together, without the sentence. What is acted on is judged again from the whole file. */
export function judgeRow({ held, ...row }: ClockDay, office: ClockOffice): ClockVerdict {
  return judge({ ...row, text: '', hindrances: held }, [], office);
}

/** Files whose day comes within so many days, or has come; `days` 0: those of today and before. */
export function filesUntil({ cases }: CasesContext, office: ClockOffice, days: number): readonly PreviewedFile[] {
  const until = addDays(office.today, days);
  return cases.read((tx) => tx.projections.clockDays(until)).map((row) => ({ record: row.record, row, verdict: judgeRow(row, office) }));
}
