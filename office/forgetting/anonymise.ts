/** The act of the clock: a batch of files whose time is over is forgotten, and its rows stay in the counts of their years. */
import type { ErasureLine } from '../../db/contract/backup.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { stillOpen } from '../base.ts';
import { refreshedFacts } from '../cases/refresh.ts';
import type { OpenContext } from '../context.ts';
import { notesBeside } from '../work-notes/notes.ts';
import { forgetRecords } from './erase-records.ts';

/**
 * Files at most in one call. The databases are rewritten once per call, and nobody types meanwhile: that is most of its time, whether it is for 25 files or for 100
 * (docs/forgetting.md, One rewriting for each batch). A run that is stopped stops between two calls.
 */
export const batchSize = 100;

/**
 * Forgets the files `due` names, with the work notes beside them; returns the new lines of the Löschprotokoll, those of the notes among them.
 *
 * `due` is asked once more in the transaction that notes the erasure: what was true before may not be any more, so judge again there. Facts are
 * brought to today first, so that every row says what its file says. Throws LOCKED, and what the disk refuses; what was noted goes on at the next start.
 */
export async function anonymise(context: OpenContext, due: () => readonly RecordId[]): Promise<readonly ErasureLine[]> {
  await refreshedFacts(context);
  stillOpen(context);
  const which = (): readonly RecordId[] => {
    const files = due().slice(0, batchSize);
    return [...files, ...notesBeside(context, files)];
  };
  return forgetRecords(context, which, 'retention');
}
