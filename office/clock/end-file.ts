/** The clock ends a file: an ordinary act in its history, by whoever opened the office; the course of the support says that it was the time limit. */
import { rightTo, whoseFile } from '../../shared/cases/case-right.ts';
import { decideEnd } from '../../shared/cases/end-case.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { saveCase } from '../cases/save-case.ts';
import { whoAsks } from '../cases/who-asks.ts';
import type { CasesContext } from '../context.ts';
import { clockOffice } from './guard.ts';
import { judgeFile, wholeFile } from './judge.ts';

/** Code of the list `end_reason`. */
const reason = 'inactivity';

export const byTheClock = 'durch die Frist';

/** Judged again before it is done; false: not (any more), nothing was written. */
export function endByClock(context: CasesContext, record: RecordId): boolean {
  const office = clockOffice(context);
  const verdict = judgeFile(context, record, office);
  const file = wholeFile(context, record);
  if (file === null || verdict?.state !== 'due' || verdict.act !== 'end') return false;
  const right = rightTo(whoseFile(file.caseState), whoAsks(context));
  const entry = EntryId.parse(randomId());
  const { today } = office;
  const decided = decideEnd({ ...file, right, entry, day: today, today, reason, note: byTheClock });
  if (!decided.ok) throw new Error(`the clock may not end a file: ${decided.error.type}`);
  saveCase(context, { ...file, right }, { action: 'case.end', details: { to: reason, by: 'clock' }, decided: decided.value });
  return true;
}
