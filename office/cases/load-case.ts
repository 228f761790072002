import { ORPCError } from '@orpc/server';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { cardIsInside } from '../../shared/cases/case-right.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { isRestricted } from '../../shared/rights/restricted.ts';
import type { CasesContext } from '../context.ts';
import { readableFile, rightToFile } from './who-asks.ts';

type Asking = Pick<CasesContext, 'cases' | 'store' | 'options'>;

/**
 * The case file and its card, without what is not for the eyes of whoever asks. Every procedure on one file begins here.
 *
 * Throws CASE_NOT_FOUND, CASE_SHIELDED for a shielded file that is not for her, and CASE_RESTRICTED where it is closed to all.
 */
export function loadCase(context: Asking, caseId: RecordId): CaseFile {
  const file = loadEvenRestricted(context, caseId);
  if (isRestricted(file.caseState)) throw new ORPCError('CASE_RESTRICTED');
  return file;
}

/** For her rights alone: what comes of it shows nothing of a restricted file but requests, restrictions and whom to tell. */
export function loadEvenRestricted(context: Asking, caseId: RecordId): CaseFile {
  const { cases, store, options } = context;
  const caseState = cases.read((tx) => tx.histories.find(caseId));
  if (caseState === undefined || caseState.kind !== 'case') throw new ORPCError('CASE_NOT_FOUND');
  const right = rightToFile(context, caseState);
  if (right === null) throw new ORPCError('CASE_SHIELDED');
  // While a card is on its way behind the case door it may still lie on the desk; what counts is inside.
  const person = cardIsInside(caseState) ? undefined : store.desk.read((tx) => tx.histories.find(caseId));
  return readableFile({ catalogue: options.catalogue, caseState, person, right });
}

/** The file as it is stored, for what has to follow whoever acts. Nothing of it is for the eyes of whoever asks: {@link loadCase} came before. */
export function wholeState({ cases }: Pick<CasesContext, 'cases'>, caseId: RecordId): RecordState | undefined {
  return cases.read((tx) => tx.histories.find(caseId));
}
