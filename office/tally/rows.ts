/** Kurzberatungen as the window gets them, and the record they stand in. */
import { ORPCError } from '@orpc/server';
import type { TallyRow } from '../../db/contract.ts';
import type { EntryId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { TallyRowView } from '../../shared/rpc/views.ts';
import type { CasesContext } from '../context.ts';

export function rowViews({ store }: CasesContext, rows: readonly TallyRow[]): readonly TallyRowView[] {
  const nameOf = new Map<UserId, string>(store.desk.read((tx) => tx.staff.list()).map(({ id, displayName }) => [id, displayName]));
  return rows.map(({ record, entry, answers, retired, moved, author }) => ({
    session: record,
    entry,
    answers,
    retired,
    moved,
    authorName: nameOf.get(author) ?? 'nicht mehr im JMD',
  }));
}

export interface Found {
  readonly session: RecordState;
  readonly row: TallyRow;
}

/** Throws ENTRY_UNKNOWN. */
export function findTally({ cases }: CasesContext, ref: { readonly session: RecordId; readonly entry: EntryId }): Found {
  const found = cases.read((tx) => ({ session: tx.histories.find(ref.session), row: tx.tallies.find(ref.session, ref.entry) }));
  const { session, row } = found;
  if (session === undefined || row === undefined) throw new ORPCError('ENTRY_UNKNOWN');
  return { session, row };
}

/** For what may still be changed: what became a contact of a file is changed there. */
export function findOpenTally(context: CasesContext, ref: { readonly session: RecordId; readonly entry: EntryId }): Found {
  const found = findTally(context, ref);
  if (found.row.moved) throw new ORPCError('ENTRY_UNKNOWN');
  return found;
}
