import { ORPCError } from '@orpc/server';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import type { CasesContext } from '../context.ts';

/** The case file and its card as they stand. Throws CASE_NOT_FOUND. */
export function loadCase({ cases, store, options }: Pick<CasesContext, 'cases' | 'store' | 'options'>, caseId: RecordId): CaseFile {
  const caseState = cases.read((tx) => tx.histories.find(caseId));
  if (caseState === undefined || caseState.kind !== 'case') throw new ORPCError('CASE_NOT_FOUND');
  const person = store.desk.read((tx) => tx.histories.find(caseId));
  return { catalogue: options.catalogue, caseState, person };
}
