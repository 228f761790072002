/**
 * [Note: chain] Where this PC's chain stands at each server: the last delivery the server is known to have, from its receipt or from its own signed
 * word. The rows of the outbox are not asked, because a restored backup may have lost some; what waits there continues from here.
 */
import { z } from 'zod';
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { DeskTx } from '../../db/contract/store.ts';
import { parsePayload, readEnvelope } from '../../shared/envelopes/dsse.ts';
import { Delivery, KeyId, payloadTypes, Sha256 } from '../../shared/envelopes/types.ts';

const Head = z.object({ sequence: z.int().min(0), sha256: Sha256.nullable() });
export type Head = z.infer<typeof Head>;

/** By key id of the authority: another server starts a chain of its own. */
const Heads = z.record(KeyId, Head);
const key = 'delivery_chains';

function readHeads(tx: DeskTx): z.infer<typeof Heads> {
  return Heads.parse(tx.settings.read(key) ?? {});
}

export function keepHead(tx: DeskTx, authority: string, { sequence, sha256 }: Head): void {
  tx.settings.write(key, { ...readHeads(tx), [authority]: { sequence, sha256 } });
}

/** The server an approved delivery is meant for; it stands in the signed bytes. */
export function authorityOf({ envelope }: DeliveryRow): string {
  const read = readEnvelope(envelope ?? new Uint8Array(), payloadTypes.delivery);
  const payload = read.ok ? parsePayload(read.value.payloadBytes, Delivery) : read;
  if (!payload.ok) throw new Error(`our own delivery does not open: ${payload.error}`);
  return payload.value.authority;
}

/** What waits in the outbox, oldest first. */
export function waiting(tx: DeskTx): readonly DeliveryRow[] {
  return tx.deliveries
    .list()
    .filter(({ state }) => state === 'approved')
    .toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
}

/** What the next delivery to this server follows: the last one that waits for it, else the last one it has. */
export function lastLink(tx: DeskTx, authority: string): Head {
  const last = waiting(tx).findLast((row) => authorityOf(row) === authority);
  if (last === undefined) return readHeads(tx)[authority] ?? { sequence: 0, sha256: null };
  return { sequence: last.sequence ?? 0, sha256: last.sha256 };
}
