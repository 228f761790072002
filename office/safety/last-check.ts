/** What the last look found, kept apart by how far it reached: one at the desk alone says nothing about the cases. */
import type { DeskTx } from '../../db/contract/store.ts';
import { readSafety, writeSafety, type CheckSettings } from './settings.ts';

export function keepCheck(tx: DeskTx, check: CheckSettings): void {
  if (check.deskOnly) {
    writeSafety(tx, 'last_desk_check', check);
    return;
  }
  writeSafety(tx, 'last_check', check);
  writeSafety(tx, 'last_desk_check', null);
}

/** The full one, also when all was well: it says more. One of the desk since then counts where it found something. null: nobody looked yet. */
export function checkToTell(tx: DeskTx): CheckSettings | null {
  const full = readSafety(tx, 'last_check');
  const since = readSafety(tx, 'last_desk_check') ?? undefined;
  return full === undefined || (!foundSomething(full) && since !== undefined && foundSomething(since)) ? (since ?? null) : full;
}

/** When everything this slot opens was last looked at; for a slot of both doors only a full one counts. */
export function lastLook(tx: DeskTx, deskOnly: boolean): string | undefined {
  const since = deskOnly ? readSafety(tx, 'last_desk_check') : undefined;
  return (since ?? readSafety(tx, 'last_check'))?.at;
}

function foundSomething({ findings }: CheckSettings): boolean {
  return findings.some(({ problem }) => problem !== null);
}
