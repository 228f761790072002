/** Forgetting young people on this PC: the core's part, before the act that people see. */
import { ORPCError } from '@orpc/server';
import { filesAtRest } from '../../db/backup/in-worker.ts';
import type { ErasureLine, ErasureReason } from '../../db/contract/backup.ts';
import { erase, eraseTalliesLeft, hasTalliesLeft, listErasures, type Erasable } from '../../db/erase/erase.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { stillOpen } from '../base.ts';
import { dropProposals } from '../clock/proposals.ts';
import { dropForgotten } from '../cases/stale.ts';
import type { OpenContext } from '../context.ts';
import { dropUnsent } from '../monitoring/drop-built.ts';
import { letSecondPlaceForget } from '../safety/backup.ts';
import { inTurn } from '../safety/state.ts';
import { writeSetting } from '../session/settings.ts';
import { notesBeside } from '../work-notes/notes.ts';

/**
 * The head forgets cases with their cards and the work notes beside them, and cards alone, for good.
 *
 * Throws ROLE_NOT_ALLOWED for anybody but the head, LOCKED when the office was locked while a backup was waited for.
 */
export async function eraseRecords(context: OpenContext, records: readonly RecordId[], reason: ErasureReason): Promise<readonly ErasureLine[]> {
  if (context.store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
  return forgetRecords(context, () => [...records, ...notesBeside(context, records)], reason);
}

/**
 * The same for what nobody has to decide: its time is over, or it is its author's own. What was forgotten stands in the Löschprotokoll and in
 * the log, without names.
 *
 * The second place for backups lets go as well. Where that cannot be reached now, the lines have no end yet; the next backup or unlock
 * that reaches it gives them one. Throws LOCKED.
 *
 * `which`: what only somebody's state makes erasable is asked for after the waiting, as a function.
 */
export async function forgetRecords(context: OpenContext, which: Erasable, reason: ErasureReason): Promise<readonly ErasureLine[]> {
  const { store, office, actor } = context;
  return inTurn(office, async () => {
    // A backup being written reads old pages, and would keep them from going; one on its way to the second place carries old keys.
    await filesAtRest(store.dir);
    stillOpen(context);
    const lines = erase(store, which, reason, actor, {
      alongside: (tx, records) => {
        const forgotten = new Set(records);
        dropProposals(tx, records);
        // A year that is kept as a coded row says the same as before; on her wish, or where the file was a mistake, the tables must say it without her.
        if (reason !== 'retention' && records.some((record) => store.cases?.read((cases) => cases.projections.findRow(record)) !== undefined)) dropUnsent(tx, actor);
        writeSetting(tx, 'stale', { records: [...office.stale].filter((record) => !forgotten.has(record)) });
      },
    });
    dropForgotten(office);
    await letSecondPlaceForget(context, office);
    // Locked meanwhile: the records are gone, and the next unlock goes on with the second place.
    if (context.session.open !== office) return lines;
    const numbers = new Set(lines.map(({ number }) => number));
    return listErasures(store).filter(({ number }) => numbers.has(number));
  });
}

/** Kurzberatungen whose file is forgotten already, as a restore or another PC may bring them back. Throws LOCKED. */
export async function forgetTalliesLeft(context: OpenContext): Promise<void> {
  const { store, office, actor } = context;
  if (!hasTalliesLeft(store)) return;
  await inTurn(office, async () => {
    await filesAtRest(store.dir);
    stillOpen(context);
    eraseTalliesLeft(store, actor);
    await letSecondPlaceForget(context, office);
  });
}
