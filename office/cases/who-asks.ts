/** Who asks, in what right, and what of a file that lets her read: the core's side of shared/cases/case-right.ts. */
import type { CaseRow } from '../../db/contract/cases.ts';
import type { CasesTx } from '../../db/contract/store.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { isShielded, opensShielded, rightTo, whoseFile, worksOnProtection, type WhoAsks } from '../../shared/cases/case-right.ts';
import { healthConsentGiven } from '../../shared/cases/consent.ts';
import { inEdition } from '../../shared/catalogue/in-edition.ts';
import { type Reading, readableState } from '../../shared/cases/readable.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { CaseRight } from '../../shared/rpc/case.views.ts';
import type { CasesContext } from '../context.ts';

type Asking = Pick<CasesContext, 'store' | 'options'>;

export function whoAsks({ store, options }: Asking): WhoAsks {
  const { user, role, desk } = store;
  return { user, role, standsInFor: desk.read((tx) => tx.absences.standsInFor(user, options.today())) };
}

/** null: a shielded file that is not for her. */
export function rightToFile(asking: Asking, caseState: RecordState): CaseRight | null {
  const right = rightTo(whoseFile(caseState), whoAsks(asking));
  return isShielded(caseState) && !opensShielded(right) ? null : right;
}

/** Whether the file behind a row of list, search, dates or look-alikes is closed to whoever asks; asks the desk once for many rows. */
export function closedTo(asking: Asking): (row: Pick<CaseRow, 'caseworker' | 'deputy' | 'shielded'>) => boolean {
  const right = rightToRow(asking);
  return (row) => row.shielded && !opensShielded(right(row));
}

/** In what right she would open the file behind a row; asks the desk once for many rows. */
export function rightToRow(asking: Asking): (row: Pick<CaseRow, 'caseworker' | 'deputy'>) => CaseRight {
  const who = whoAsks(asking);
  return ({ caseworker, deputy }) => rightTo({ responsible: caseworker === null ? [] : [caseworker], deputies: deputy === null ? [] : [deputy] }, who);
}

/** All files that are closed to whoever asks. */
export function closedFiles(tx: Pick<CasesTx, 'projections'>, closed: ReturnType<typeof closedTo>): ReadonlySet<RecordId> {
  const { projections } = tx;
  return new Set(projections.shielded().filter((record) => {
    const row = projections.findRow(record);
    return row === undefined || closed(row);
  }));
}

/** What of the file is for the eyes of somebody with this right, under the consents as they are. */
export function readingOf(right: CaseRight, caseState: RecordState): Reading {
  return { protection: worksOnProtection(right), health: healthConsentGiven(caseState) };
}

/** The file as she may read it, in the words of this edition. `file`: as it is stored. */
export function readableFile(file: CaseFile): CaseFile {
  const { catalogue, caseState, person, right } = file;
  const reading = readingOf(right, caseState);
  const read = (state: RecordState): RecordState => readableState(catalogue, inEdition(catalogue, state), reading);
  return { ...file, caseState: read(caseState), person: person && read(person) };
}
