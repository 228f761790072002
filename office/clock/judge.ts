/** One file before the clock, read whole: what nobody may see who asks counts all the same. */
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import type { ClockFile, ClockOffice, ClockVerdict } from '../../shared/clock/types.ts';
import { clockOf } from '../../shared/clock/verdict.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CasesContext } from '../context.ts';

/** null: there is no such file (any more). */
export function wholeFile({ cases, store, options: { catalogue } }: CasesContext, record: RecordId): (ClockFile & Pick<CaseFile, 'caseState'>) | null {
  const caseState = cases.read((tx) => tx.histories.find(record));
  if (caseState?.kind !== 'case') return null;
  const person = cardIsInside(caseState) ? undefined : store.desk.read((tx) => tx.histories.find(record));
  return { catalogue, caseState: inEdition(catalogue, caseState), person: person && inEdition(catalogue, person) };
}

export function judgeFile(context: CasesContext, record: RecordId, office: ClockOffice): ClockVerdict | null {
  const file = wholeFile(context, record);
  return file === null ? null : clockOf(file, office);
}
