/** The log of receipts: each signed by the authority and naming the hash of the one before it. */
import { sha256Hex } from '../shared/crypto/sodium.ts';
import type { ReceiptLogState } from '../shared/envelopes/reports-api.ts';
import { makeReceipt, openReceipt } from '../shared/envelopes/receipt.ts';
import { OfficeId } from '../shared/domain/ids.ts';
import type { Context } from './context.ts';
import { lockReceiptLog } from './storage/locks.ts';
import type { Db } from './storage/open-store.ts';
import { eachReceipt, insertReceipt, lastReceipt } from './storage/receipts.ts';

export interface Received {
  readonly office: string;
  readonly period: string;
  readonly sequence: number;
  /** SHA-256 of the envelope bytes. */
  readonly delivery: string;
  readonly receivedAt: Date;
}

/** Signs and appends the next receipt inside the transaction that stores the delivery. */
export async function appendReceipt(
  context: Context,
  tx: Db,
  received: Received,
): Promise<{ number: number; bytes: Uint8Array }> {
  await lockReceiptLog(tx);
  const last = await lastReceipt(tx);
  const number = (last?.number ?? 0) + 1;
  const previous = last?.sha256 ?? null;
  const bytes = makeReceipt(
    {
      number,
      previousReceipt: previous,
      office: OfficeId.parse(received.office),
      period: received.period,
      sequence: received.sequence,
      delivery: received.delivery,
      receivedAt: received.receivedAt.toISOString(),
      training: context.training,
    },
    context.authority.keys.seed,
  );
  await insertReceipt(tx, { number, previous, sha256: sha256Hex(bytes), officeId: received.office, envelope: bytes });
  return { number, bytes };
}

/** Walks the whole log: signatures, numbers without gap, hashes. Finds a row changed, taken out or put in behind the server's back. */
export async function verifyReceiptLog({ db, authority }: Context): Promise<ReceiptLogState> {
  let count = 0;
  let head: string | null = null;
  for await (const row of eachReceipt(db)) {
    const opened = openReceipt(row.envelope, authority.keys.publicKey);
    const holds =
      opened.ok &&
      opened.value.number === count + 1 &&
      row.number === count + 1 &&
      opened.value.previousReceipt === head &&
      opened.value.office === row.officeId;
    if (!holds) return { count, firstBroken: row.number, head };
    count += 1;
    head = sha256Hex(row.envelope);
  }
  return { count, firstBroken: null, head };
}
