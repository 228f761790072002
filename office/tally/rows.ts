/** Kurzberatungen as the window gets them, and the record they stand in. */
import { ORPCError } from '@orpc/server';
import { valueInEdition } from '../../shared/catalogue/in-edition.ts';
import type { LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import type { TallyRow } from '../../db/contract/cases.ts';
import type { EntryId, RecordId, UserId } from '../../shared/domain/ids.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { TallyRowView } from '../../shared/rpc/desk.views.ts';
import { tallyFormIn } from '../../shared/tally/tally-catalogue.ts';
import type { CasesContext } from '../context.ts';
import { asTheyCount } from './moved.ts';

/** The form of a Kurzberatung in the edition in use. */
export function tallyForm({ options }: CasesContext): LoadedCatalogue {
  return tallyFormIn(options.catalogue);
}

/** What a row says, in the codes of that edition. */
export function answersOf(context: CasesContext, { answers }: Pick<TallyRow, 'answers'>): Readonly<Record<string, AnswerValue>> {
  const form = tallyForm(context);
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => {
      const field = form.field(id);
      return [id, field === undefined ? value : valueInEdition(form, field, value)];
    }),
  );
}

export function rowViews(context: CasesContext, rows: readonly TallyRow[]): readonly TallyRowView[] {
  const nameOf = new Map<UserId, string>(context.store.desk.read((tx) => tx.staff.list()).map(({ id, displayName }) => [id, displayName]));
  return rows.map(({ record, entry, answers, retired, moved, author }) => ({
    session: record,
    entry,
    answers: answersOf(context, { answers }),
    retired,
    moved,
    authorName: nameOf.get(author) ?? 'nicht mehr im JMD',
  }));
}

export interface Found {
  readonly session: RecordState;
  /** As it counts. */
  readonly row: TallyRow;
  /** It was moved, and its contact stands no more. */
  readonly isBack: boolean;
}

/** Throws ENTRY_UNKNOWN. */
export function findTally({ cases, store }: CasesContext, ref: { readonly session: RecordId; readonly entry: EntryId }): Found {
  const found = cases.read((tx) => {
    const kept = tx.tallies.find(ref.session, ref.entry);
    return { session: tx.histories.find(ref.session), kept, row: kept === undefined ? undefined : asTheyCount(store, tx, [kept])[0] };
  });
  const { session, kept, row } = found;
  if (session === undefined || kept === undefined || row === undefined) throw new ORPCError('ENTRY_UNKNOWN');
  return { session, row, isBack: kept.moved && !row.moved };
}

/** For what may still be changed: what became a contact of a file is changed there. */
export function findOpenTally(context: CasesContext, ref: { readonly session: RecordId; readonly entry: EntryId }): Found {
  const found = findTally(context, ref);
  if (found.row.moved) throw new ORPCError('ENTRY_UNKNOWN');
  return found;
}
