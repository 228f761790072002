/** Whether what a Kurzberatung became still stands: a contact taken away, or a file made in error, gives it back. A forgotten file keeps its count, and so this one is in it. */
import type { ErasureReason } from '../../db/contract/backup.ts';
import type { TallyRow } from '../../db/contract/cases.ts';
import type { CasesTx, Store } from '../../db/contract/store.ts';
import { erasedBecause } from '../../db/erase/erase.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import { EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { moveTally } from '../../shared/tally/decide-tally.ts';
import { contactMark, tallyMovedTo } from '../../shared/tally/tally-of.ts';
import type { CasesContext } from '../context.ts';

/** Erasures after which the young person goes on counting, as one. */
const countsOn: readonly (ErasureReason | null)[] = ['retention', 'wish'];

export function markOf(file: RecordId, contact: EntryId): string {
  return contactMark(sha256Hex(file), contact);
}

/** The rows as they count now: `moved` only while the contact stands. One that was moved before contacts were kept stays moved. */
export function asTheyCount(store: Store, tx: CasesTx, rows: readonly TallyRow[]): readonly TallyRow[] {
  let files: ReadonlyMap<string, RecordId> | undefined;
  const stands = (mark: string): boolean => {
    files ??= new Map(tx.histories.ids('case').map((id) => [sha256Hex(id), id]));
    const [hash = '', contact = ''] = mark.split('/');
    const file = files.get(hash);
    if (file === undefined) return countsOn.includes(erasedBecause(store, hash));
    const entry = tx.histories.find(file)?.entries[EntryId.parse(contact)];
    return entry !== undefined && !entry.retired;
  };
  return rows.map((row) => {
    const { [tallyMovedTo]: mark, ...answers } = row.answers;
    return typeof mark === 'string' ? { ...row, answers, moved: stands(mark) } : row;
  });
}

/** Written together with a contact that is taken back: what became it and came back since is moved again, else it would count twice. */
export function movedAgain({ cases, actor }: CasesContext, { caseState }: CaseFile, contact: EntryId): ((tx: CasesTx) => void) | undefined {
  const mark = markOf(caseState.record, contact);
  const back = cases.read((tx) => tx.tallies.becameContact(mark)).filter(({ moved }) => !moved);
  if (back.length === 0) return undefined;
  return (tx) => {
    for (const { record, entry } of back) {
      const session = tx.histories.find(record);
      if (session === undefined) continue;
      tx.histories.append(record, 'tally', moveTally(session, entry, mark), actor);
      tx.audit.write({ action: 'tally.move', record, details: { entry } }, actor);
    }
  };
}
