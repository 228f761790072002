import { renewSlotCopies } from '../../db/backup/key-copies.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { type OfficeContext, timestamp } from '../context.ts';

/**
 * To be called after every change of a slot: the copies beside the backups follow, so that a password or sheet that opens nothing here
 * opens no copy either.
 *
 * Never throws, because the change itself is done: a copy that could not be written is written by the next backup, and the operator reads of it.
 */
export function slotsChanged({ options }: OfficeContext): void {
  try {
    renewSlotCopies(options.dir, timestamp(options.clock));
  } catch (problem) {
    options.log?.(`KEY_COPIES_NOT_RENEWED ${storeCodeOf(problem) ?? 'INTERNAL'}`);
  }
}
