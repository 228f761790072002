/** Whether what a Kurzberatung became still stands: a contact taken away, or a file erased, gives it back. */
import type { TallyRow } from '../../db/contract/cases.ts';
import type { CasesTx } from '../../db/contract/store.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import { EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { contactMark, tallyMovedTo } from '../../shared/tally/tally-of.ts';

export function markOf(file: RecordId, contact: EntryId): string {
  return contactMark(sha256Hex(file), contact);
}

/** The rows as they count now: `moved` only while the contact stands. One that was moved before contacts were kept stays moved. */
export function asTheyCount(tx: CasesTx, rows: readonly TallyRow[]): readonly TallyRow[] {
  let files: ReadonlyMap<string, RecordId> | undefined;
  const stands = (mark: string): boolean => {
    files ??= new Map(tx.histories.ids('case').map((id) => [sha256Hex(id), id]));
    const [hash = '', contact = ''] = mark.split('/');
    const file = files.get(hash);
    const entry = file === undefined ? undefined : tx.histories.find(file)?.entries[EntryId.parse(contact)];
    return entry !== undefined && !entry.retired;
  };
  return rows.map((row) => {
    const { [tallyMovedTo]: mark, ...answers } = row.answers;
    return typeof mark === 'string' ? { ...row, answers, moved: stands(mark) } : row;
  });
}
